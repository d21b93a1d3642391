import { parseArgs } from 'node:util';
import { isFree } from '#infra/local/storage/backup.ts';
import { plainFiles } from '#shared/adapters/embedded/plain-files.ts';
import { exportedPeriod, exportPeriod } from './export-figures.ts';
import { type FiguresPlace, openFigures } from './figures-place.ts';
import { placeOptions } from './place.ts';
import { applyRecount, recountFigures } from './rebuild-figures.ts';
import { type CommandIo, failed, Refusal, runCommand, type ToolCommand, UsageError } from './tool-command.ts';

const USAGE = `Usage: npm run --silent figures -- rebuild [--check] [options]
       npm run --silent figures -- export --from DAY [--to DAY] --into FOLDER [--gzip] [options]

rebuild counts all stored events again, and prints each counter of a day that differs from the stored figures.
export writes the events and cases of days that ended to an empty folder, as the daily export for other systems does.

  --check        change nothing
  --from, --to   the first and the last day, YYYY-MM-DD in the time of Riyadh; without --to one day
  --into FOLDER  an empty or missing folder
  --gzip         compress the files
  --data .data   the data folder of a centre on this computer, running or not
  --aws --table NAME --region REGION   a deployment, with your own AWS credentials; it reads the table twice, and
                 events that are counted in the same time are differences: run it when the centre is quiet

Without --check the differences are added to the figures, and the events are proven as counted, so that none counts
twice. Days older than 400 days stay as they are: the history of calls before them is removed. Events of the last hour
that are not counted yet are left out. Run it after a release that adds counters, for the days before it.

Exit codes: 0 done, and the figures are those of the events; 1 they differ, or something cannot be read or written;
2 invalid command.`;

const parse = ({ args, env }: CommandIo) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...placeOptions(env),
      check: { type: 'boolean', default: false },
      from: { type: 'string' },
      to: { type: 'string' },
      into: { type: 'string' },
      gzip: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h' },
    },
  });

type Options = ReturnType<typeof parse>['values'];

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

/** Export days by hand. */
async function exportByHand({ console }: CommandIo, place: FiguresPlace, options: Options): Promise<number> {
  const { into, gzip, from, to } = options;
  const period = exportedPeriod(
    { ...(from !== undefined && { from }), ...(to !== undefined && { to }) },
    place.clock.now(),
  );
  if (into === undefined) throw new UsageError('export: expected --into FOLDER');
  if (!(await isFree(into))) throw new Refusal(`${into}: the folder is not empty; name another one`);
  const { lines, unreadable } = await exportPeriod(place, plainFiles(into), { period, isCompressed: gzip });
  console.log(`${into}: ${lines} lines of ${period.from} to ${period.to}`);
  if (unreadable > 0) console.error(`${unreadable} cases or calls are missing: their history is damaged`);
  return unreadable > 0 ? 1 : 0;
}

/** Count the figures of a centre again from its events, or export days: `npm run figures`. */
export const figures: ToolCommand = async (io) => {
  try {
    const { values, positionals } = parse(io);
    if (values.help) {
      io.console.log(USAGE);
      return 0;
    }
    const [command, ...others] = positionals;
    if (others.length > 0 || (command !== 'rebuild' && command !== 'export')) throw new UsageError(USAGE);
    const place = await openFigures(values, command === 'rebuild' && !values.check);
    try {
      return command === 'export'
        ? await exportByHand(io, place, values)
        : await rebuild(io, place, values.check);
    } finally {
      place.close();
    }
  } catch (error) {
    return failed(io.console, error);
  }
};

if (import.meta.main) await runCommand(figures);
