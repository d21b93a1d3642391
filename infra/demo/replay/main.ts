import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeOnce } from '#shared/adapters/embedded/durable-file.ts';
import '../../local/small-heap.ts';
import { openCentre } from '#infra/local/open-centre.ts';
import { explainStartFailure } from '../../local/start-failure.ts';
import { type Balanced, balanceOf } from './balance.ts';
import { daysOf, ONE_DAY, REFERENCE, type ReferenceLoad } from './reference-load.ts';
import { REPLAY_BEGINS, replay, replaySettings } from './replay.ts';

const USAGE = `Usage: npm run replay -- [--day]

Play the published figures of the reference centre through a new centre with moving time, and check that every
count is in its figures: 1,800 evaluation calls, 1,700 calls to investors, 2,400 mails and 40 calls a day.
  --day   play one working day`;

async function play(load: ReferenceLoad, folder: string): Promise<readonly Balanced[]> {
  const settings = join(folder, 'settings.json');
  await writeOnce(settings, Buffer.from(JSON.stringify(replaySettings, null, 2)));
  const centre = await openCentre({
    ...{ port: 0, 'smtp-port': 0, data: folder, settings, 'trust-mail': 'loopback' as const },
    below: { now: () => REPLAY_BEGINS },
    sweepEveryMs: 0,
  });
  try {
    let played = 0;
    const range = await replay(centre, load, (day) => {
      played += 1;
      const { mails, calls, investorCalls, evaluations } = day;
      console.error(
        `day ${played} of ${daysOf(load).length}: ${mails} mails, ${calls} calls, ${investorCalls} to investors, ${evaluations} evaluations drawn`,
      );
    });
    return await balanceOf(centre, load, range);
  } finally {
    await centre.close();
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { day: { type: 'boolean' }, help: { type: 'boolean' } } });
  if (values.help) return console.log(USAGE);
  const folder = await mkdtemp(join(tmpdir(), 'rida-replay-'));
  try {
    const balance = await play(values.day ? ONE_DAY : REFERENCE, folder);
    for (const { what, is, should } of balance)
      console.log(`${String(is).padStart(6)}  ${what}${is === should ? '' : `, expected ${should}`}`);
    process.exitCode = balance.every(({ is, should }) => is === should) ? 0 : 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  console.error(explainStartFailure(error));
  process.exitCode = 1;
});
