import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { compile } from '#shared/domain/sla/compile.ts';
import { calendars } from '#shared/domain/sla/data/calendars.ts';
import { holidayDays } from '#shared/domain/sla/holidays.ts';
import { interchangeAnswerer } from '#shared/domain/sla/interchange.ts';
import { interchangeJsonSchema } from '#shared/domain/sla/interchange-json-schema.ts';
import { formatDate, parseDate } from '#shared/domain/sla/local-date.ts';
import { due, elapsed } from '#shared/domain/sla/working-time.ts';
import { formatInZone, readInZone } from '#shared/domain/sla/zoned-time.ts';
import { answerLines } from './answer-lines.ts';
import { type CommandIo, isWrongUse, runCommand, type ToolCommand, UsageError } from './tool-command.ts';

const USAGE = `Usage: npm run --silent sla -- <command>
  due      --calendar saudi-government --start 2026-02-15T07:30 --minutes 3060
  elapsed  --calendar saudi-government --start 2026-02-15T07:30 --end 2026-02-26T15:00
  holidays --calendar saudi-government --year 2027
  evaluate timeline.json    evaluate one item of the interchange format, and print indented JSON
  batch                     read JSON lines from standard input, and print one JSON line for each
  schema                    print the JSON Schema of the lines that \`batch\` reads and writes
A time without a time zone is local time of the calendar.`;

const OPTIONS = {
  calendar: { type: 'string', default: 'saudi-government' },
  start: { type: 'string' },
  end: { type: 'string' },
  minutes: { type: 'string' },
  year: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

const parse = (args: readonly string[]) =>
  parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
type Options = ReturnType<typeof parse>['values'];

interface Asked {
  readonly options: Options;
  readonly file: string | undefined;
  readonly io: CommandIo;
}

function required(options: Options, name: 'start' | 'end' | 'minutes' | 'year'): string {
  const value = options[name];
  if (value === undefined) throw new UsageError(`--${name} is missing`);
  return value;
}

function chosenCalendar(options: Options) {
  const calendar = calendars.get(options.calendar);
  if (calendar === undefined) {
    throw new UsageError(
      `--calendar: expected one of ${[...calendars.keys()].join(', ')}, got "${options.calendar}"`,
    );
  }
  return calendar;
}

function number(options: Options, name: 'minutes' | 'year'): number {
  const value = Number(required(options, name));
  if (!Number.isFinite(value) || value < 0) throw new UsageError(`--${name}: expected a number from 0 up`);
  return value;
}

function printDue({ options, io }: Asked): void {
  const calendar = chosenCalendar(options);
  const at = due(
    compile(calendar),
    readInZone(calendar.zone, required(options, 'start')),
    Math.round(number(options, 'minutes') * 60_000),
  );
  io.console.log(`${formatInZone(calendar.zone, at)}  ${formatInZone('UTC', at).replace('+00:00', 'Z')}`);
}

function printElapsed({ options, io }: Asked): void {
  const calendar = chosenCalendar(options);
  const from = readInZone(calendar.zone, required(options, 'start'));
  const ms = elapsed(compile(calendar), from, readInZone(calendar.zone, required(options, 'end')));
  io.console.log(Math.floor(ms / 60_000));
}

function printHolidays({ options, io }: Asked): void {
  const year = number(options, 'year');
  const from = parseDate(`${year}-01-01`, '--year');
  const to = parseDate(`${year}-12-31`, '--year');
  const days = [...holidayDays(chosenCalendar(options), from, to).values()];
  for (const { day, holiday, inLieuOf } of days.sort((a, b) => a.day - b.day)) {
    const lieu = inLieuOf === null ? '' : `  (in lieu of ${formatDate(inLieuOf)})`;
    io.console.log(
      `${formatDate(day)}  ${holiday.state.padEnd(9)}  ${holiday.name.en}  ${holiday.name.ar}${lieu}`,
    );
  }
}

function printEvaluation({ file, io }: Asked): number {
  if (file === undefined) throw new UsageError('evaluate: expected the name of a JSON file');
  const answer = interchangeAnswerer()({ op: 'timeline', ...readItem(file) });
  io.console.log(JSON.stringify(answer, null, 2));
  return 'error' in answer ? 1 : 0;
}

function readItem(file: string): object {
  const item: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (typeof item === 'object' && item !== null) return item;
  throw new Error(`${file}: expected a JSON object, one item of the interchange format`);
}

const commands: Record<string, (asked: Asked) => number | void | Promise<void>> = {
  due: printDue,
  elapsed: printElapsed,
  holidays: printHolidays,
  evaluate: printEvaluation,
  batch: ({ io }) => answerLines(io, interchangeAnswerer()),
  schema: ({ io }) => io.console.log(JSON.stringify(interchangeJsonSchema(), null, 2)),
};

/** Answer questions about working time: `npm run sla`. */
export const sla: ToolCommand = async (io) => {
  try {
    const { values: options, positionals } = parse(io.args);
    const [name, file] = positionals;
    const command = commands[name ?? ''];
    if (options.help || command === undefined) {
      io.console.error(USAGE);
      return options.help ? 0 : 2;
    }
    return (await command({ options, file, io })) ?? 0;
  } catch (error) {
    io.console.error(error instanceof Error ? error.message : error);
    return error instanceof UsageError || isWrongUse(error) ? 2 : 1;
  }
};

if (import.meta.main) await runCommand(sla);
