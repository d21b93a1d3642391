import { parseArgs } from 'node:util';
import { type FiguresPlace, openFigures } from './figures-place.ts';
import { placeOptions } from './place.ts';
import { applyRecount, recountFigures } from './rebuild-figures.ts';
import { type CommandIo, failed, runCommand, type ToolCommand, UsageError } from './tool-command.ts';

const USAGE = `Usage: npm run --silent figures -- rebuild [--check] [options]

Counts all stored events again, and prints each counter of a day that differs from the stored figures.

  --check        change nothing
  --data .data   the data folder of a centre on this computer, running or not
  --aws --table NAME --region REGION   a deployment, with your own AWS credentials; it reads the table twice, and
                 events that are counted in the same time are differences: run it when the centre is quiet

Without --check the differences are added to the figures, and the events are proven as counted, so that none counts
twice. Days older than 400 days stay as they are: the history of calls before them is removed. Events of the last hour
that are not counted yet are left out. Run it after a release that adds counters, for the days before it.

Exit codes: 0 the figures are those of the events, 1 they differ or cannot be read, 2 invalid command.`;

const parse = ({ args, env }: CommandIo) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...placeOptions(env),
      check: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h' },
    },
  });

async function rebuild({ console }: CommandIo, place: FiguresPlace, isCheck: boolean): Promise<number> {
  const result = await recountFigures(place);
  const { from, differences, unproven, waiting } = result;
  for (const { day, counter, stored, history } of differences)
    console.log(`${day} ${counter}: stored ${stored}, events ${history}`);
  const later = waiting > 0 ? `; ${waiting} events of the last hour are not counted yet` : '';
  if (isCheck) {
    const found =
      differences.length === 0 ? 'are those of the events' : `differ in ${differences.length} counters`;
    console.log(`figures since ${from}: they ${found}${later}`);
    return differences.length === 0 ? 0 : 1;
  }
  await applyRecount(place, result);
  console.log(
    `figures since ${from}: ${differences.length} counters changed, ${unproven.length} events proven${later}`,
  );
  return 0;
}

/** Count the figures of a centre again from its events: `npm run figures`. */
export const figures: ToolCommand = async (io) => {
  try {
    const { values, positionals } = parse(io);
    if (values.help) {
      io.console.log(USAGE);
      return 0;
    }
    if (positionals.length !== 1 || positionals[0] !== 'rebuild') throw new UsageError(USAGE);
    const place = await openFigures(values, !values.check);
    try {
      return await rebuild(io, place, values.check);
    } finally {
      place.close();
    }
  } catch (error) {
    return failed(io.console, error);
  }
};

if (import.meta.main) await runCommand(figures);
