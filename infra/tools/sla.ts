import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { compile } from '#shared/domain/sla/compile.ts';
import { calendars } from '#shared/domain/sla/data/calendars.ts';
import { holidayDays } from '#shared/domain/sla/holidays.ts';
import { interchangeAnswerer } from '#shared/domain/sla/interchange.ts';
import { interchangeJsonSchema } from '#shared/domain/sla/interchange-json-schema.ts';
import { formatDate, parseDate } from '#shared/domain/sla/local-date.ts';
import { due, elapsed } from '#shared/domain/sla/working-time.ts';
import { formatInZone, readInZone } from '#shared/domain/sla/zoned-time.ts';

const USAGE = `Usage: npm run --silent sla -- <command>
  due      --calendar saudi-government --start 2026-02-15T07:30 --minutes 3060
  elapsed  --calendar saudi-government --start 2026-02-15T07:30 --end 2026-02-26T15:00
  holidays --calendar saudi-government --year 2027
  evaluate timeline.json    evaluate one item of the interchange format, and print indented JSON
  batch                     read JSON lines from standard input, and print one JSON line for each
  schema                    print the JSON Schema of the lines that \`batch\` reads and writes
A time without a time zone is local time of the calendar.`;

class UsageError extends Error {}

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    calendar: { type: 'string', default: 'saudi-government' },
    start: { type: 'string' },
    end: { type: 'string' },
    minutes: { type: 'string' },
    year: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
});

function required(name: 'start' | 'end' | 'minutes' | 'year'): string {
  const value = options[name];
  if (value === undefined) throw new UsageError(`--${name} is missing`);
  return value;
}

function chosenCalendar() {
  const calendar = calendars.get(options.calendar);
  if (calendar === undefined) {
    throw new UsageError(
      `--calendar: expected one of ${[...calendars.keys()].join(', ')}, got "${options.calendar}"`,
    );
  }
  return calendar;
}

function number(name: 'minutes' | 'year'): number {
  const value = Number(required(name));
  if (!Number.isFinite(value) || value < 0) throw new UsageError(`--${name}: expected a number from 0 up`);
  return value;
}

function printDue(): void {
  const calendar = chosenCalendar();
  const at = due(
    compile(calendar),
    readInZone(calendar.zone, required('start')),
    Math.round(number('minutes') * 60_000),
  );
  console.log(`${formatInZone(calendar.zone, at)}  ${formatInZone('UTC', at).replace('+00:00', 'Z')}`);
}

function printElapsed(): void {
  const calendar = chosenCalendar();
  const start = readInZone(calendar.zone, required('start'));
  const ms = elapsed(compile(calendar), start, readInZone(calendar.zone, required('end')));
  console.log(Math.floor(ms / 60_000));
}

function printHolidays(): void {
  const year = number('year');
  const from = parseDate(`${year}-01-01`, '--year');
  const to = parseDate(`${year}-12-31`, '--year');
  const days = [...holidayDays(chosenCalendar(), from, to).values()];
  for (const { day, holiday, inLieuOf } of days.sort((a, b) => a.day - b.day)) {
    const lieu = inLieuOf === null ? '' : `  (in lieu of ${formatDate(inLieuOf)})`;
    console.log(
      `${formatDate(day)}  ${holiday.state.padEnd(9)}  ${holiday.name.en}  ${holiday.name.ar}${lieu}`,
    );
  }
}

function printEvaluation(): void {
  const [, file] = positionals;
  if (file === undefined) throw new UsageError('evaluate: expected the name of a JSON file');
  const answer = interchangeAnswerer()({ op: 'timeline', ...readItem(file) });
  console.log(JSON.stringify(answer, null, 2));
  if ('error' in answer) process.exitCode = 1;
}

function readItem(file: string): object {
  const item: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (typeof item === 'object' && item !== null) return item;
  throw new Error(`${file}: expected a JSON object, one item of the interchange format`);
}

const LINES_AT_ONCE = 512;

/** Print lines, and wait for a slow reader: output must not accumulate in memory. */
async function print(lines: readonly string[]): Promise<void> {
  if (lines.length > 0 && !process.stdout.write(`${lines.join('\n')}\n`)) await once(process.stdout, 'drain');
}

async function batch(): Promise<void> {
  const answer = interchangeAnswerer();
  // A closed pipe, such as of head, ends the batch.
  process.stdout.on('error', () => process.exit());
  const out: string[] = [];
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() !== '') out.push(JSON.stringify(answerLine(answer, line)));
    if (out.length >= LINES_AT_ONCE) await print(out.splice(0));
  }
  await print(out);
}

function answerLine(answer: (item: unknown) => unknown, line: string): unknown {
  try {
    return answer(JSON.parse(line));
  } catch (error) {
    return { id: null, error: `expected a line of JSON: ${(error as Error).message}` };
  }
}

const commands: Record<string, () => void | Promise<void>> = {
  due: printDue,
  elapsed: printElapsed,
  holidays: printHolidays,
  evaluate: printEvaluation,
  batch,
  schema: () => console.log(JSON.stringify(interchangeJsonSchema(), null, 2)),
};

const command = commands[positionals[0] ?? ''];
if (options.help || command === undefined) {
  console.error(USAGE);
  process.exitCode = options.help ? 0 : 2;
} else {
  try {
    await command();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
}
