import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeOnce } from '#shared/adapters/embedded/durable-file.ts';
import { RIYADH } from '#shared/domain/text/format-instant.ts';
import '../local/small-heap.ts';
import { openCentre } from '#infra/local/open-centre.ts';
import type { LocalCentre } from '../local/centre.ts';
import { explainStartFailure, StartFailure } from '../local/start-failure.ts';
import { welcome } from '../local/welcome.ts';
import { playDay } from './day.ts';
import { dayEnd, summaryRows } from './day-end.ts';
import { deviationsOf } from './expectations.ts';
import { demoSettings } from './staff.ts';
import { storyClock } from './story-clock.ts';

const USAGE = `Usage: npm run demo -- [--keep] [--data FOLDER]

Run a day of the centre on free ports in a new folder, and check its results.
  --keep         keep the centre running afterwards, for inspection
  --data FOLDER  store the data in this new folder`;

function readArguments(): { keep: boolean; data: string | undefined; help: boolean } {
  try {
    const {
      keep = false,
      data,
      help = false,
    } = parseArgs({
      options: { keep: { type: 'boolean' }, data: { type: 'string' }, help: { type: 'boolean' } },
    }).values;
    return { keep, data, help };
  } catch (cause) {
    throw new StartFailure(`${(cause as Error).message.split('. To specify')[0]}; see --help`, { cause });
  }
}

const time = new Intl.DateTimeFormat('en-GB', {
  timeZone: RIYADH,
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
});

async function play(centre: LocalCentre): Promise<readonly string[]> {
  const done = await playDay(centre, (ar, en, at = centre.clock.now()) =>
    console.log(`${time.format(at)}  ${ar} · ${en}`),
  );
  await centre.settle();
  const end = await dayEnd(centre, done);
  console.log('');
  for (const [ar, en, value] of summaryRows(end, done)) console.log(`  ${value.padStart(10)}  ${en} · ${ar}`);
  return deviationsOf(end, done);
}

async function main(): Promise<void> {
  const { keep, data, help } = readArguments();
  if (help) return console.log(USAGE);
  if (data !== undefined && existsSync(data)) {
    throw new StartFailure(`--data ${data}: the folder exists; the demo needs a new folder`);
  }
  const folder = data ?? (await mkdtemp(join(tmpdir(), 'rida-demo-')));
  const settings = join(folder, 'settings.json');
  await writeOnce(settings, Buffer.from(JSON.stringify(demoSettings, null, 2)));
  const clock = storyClock();
  const centre = await openCentre({
    ...{ port: 0, 'smtp-port': 0, data: folder, settings, 'trust-mail': 'loopback' as const },
    below: clock,
    // A fixed key gives the same references in every run. It is not in the folder, so that no later centre uses it.
    key: Buffer.alloc(32, 'rida'),
    sweepEveryMs: keep ? 1000 : 0,
  });
  try {
    const off = await play(centre);
    if (!keep && data === undefined)
      console.log('\nLook at it: npm run demo -- --keep. Keep its data: npm run demo -- --data .demo');
    for (const line of off) console.error(`off: ${line}`);
    process.exitCode = off.length === 0 ? 0 : 1;
  } catch (error) {
    // Without this, a failed run would keep its ports open and never end.
    await centre.close();
    throw error;
  }
  if (keep) {
    clock.run();
    console.log(await welcome(centre));
    await new Promise<void>((resolve) => process.once('SIGINT', resolve).once('SIGTERM', resolve));
  }
  await centre.close();
  if (data === undefined) await rm(folder, { recursive: true, force: true });
}

main().catch((error: unknown) => {
  console.error(explainStartFailure(error));
  process.exitCode = 1;
});
