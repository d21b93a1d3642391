import { createHmac } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { stringify } from 'csv-stringify/sync';
import { UnknownEncoding } from '#shared/adapters/csv/list-encoding.ts';
import { readCsv } from '#shared/adapters/csv/read-csv.ts';
import { answerStatistics } from '#shared/domain/statistics/interchange.ts';
import { statisticsJsonSchema } from '#shared/domain/statistics/interchange-schema.ts';
import { drawSample, type SampleUnit } from '#shared/domain/statistics/sample.ts';
import { StatisticsError } from '#shared/domain/statistics/statistics-error.ts';
import { toLatinDigits } from '#shared/domain/text/digits.ts';
import { answerLines } from './answer-lines.ts';
import { type CommandIo, failed, Refusal, runCommand, type ToolCommand, UsageError } from './tool-command.ts';

const USAGE = `Usage: npm run --silent survey -- <command>
  batch     read JSON lines from standard input, and print one JSON line for each
  schema    print the JSON Schema of the lines that \`batch\` reads and writes
  sample FILE.csv --seed S --n N [--strata COLUMN] [--unit COLUMN] [--floor F]
            draw N rows. The same seed and list give the same rows on every machine.
            --unit is the column that identifies a person (default: the first). A person counts once.
            --strata is a column whose values are drawn apart: F of each (default: 5, or all if there are
            fewer), the rest in proportion to the root of their number.
COLUMN is a heading of the first row. Figures about the sample are printed to standard error.`;

const OPTIONS = {
  seed: { type: 'string' },
  n: { type: 'string' },
  strata: { type: 'string' },
  unit: { type: 'string' },
  floor: { type: 'string', default: '5' },
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

function wholeNumber(text: string | undefined, option: string): number {
  const digits = toLatinDigits(text ?? '').trim();
  if (/^\d{1,15}$/u.test(digits)) return Number(digits);
  throw new UsageError(
    `--${option}: expected a whole number from 0 up${text === undefined ? '' : `, got "${text}"`}`,
  );
}

function columnOf(heading: readonly string[], name: string, option: string): number {
  const column = heading.map(visible).indexOf(visible(name));
  if (column !== -1) return column;
  throw new UsageError(`--${option}: expected one of ${heading.join(', ')}, got "${name}"`);
}

interface ListedUnit extends SampleUnit {
  readonly line: number;
}

interface List {
  readonly heading: readonly string[];
  readonly units: readonly ListedUnit[];
  /** Lines without a value in the column of the unit. */
  readonly unnamed: readonly number[];
}

/** A direction mark does not make another person, nor another stratum. */
const visible = (field = ''): string => field.replace(/\p{Cf}/gu, '').trim();

async function readUnits(file: string, { unit, strata }: Options): Promise<List> {
  const rows = readCsv(() => createReadStream(file));
  const first = (await rows.next()).value;
  if (!first) throw new Refusal(`${file}: expected a row of headings`);
  const idColumn = unit === undefined ? 0 : columnOf(first.fields, unit, 'unit');
  const strataColumn = strata === undefined ? undefined : columnOf(first.fields, strata, 'strata');
  const units: ListedUnit[] = [];
  const unnamed: number[] = [];
  for await (const row of rows) {
    if (row.fault) throw new Refusal(`${file}: line ${row.line}: a quotation mark is not closed`);
    const id = visible(row.fields[idColumn]);
    const stratum = strataColumn === undefined ? '' : visible(row.fields[strataColumn]);
    if (id === '') unnamed.push(row.line);
    else units.push({ id, stratum, line: row.line });
  }
  return { heading: first.fields, units, unnamed };
}

/** Read the rows at some lines again, in the order of the lines given: a long list would not fit into memory. */
async function rowsAt(file: string, lines: readonly number[]): Promise<(readonly string[])[]> {
  const wanted = new Map<number, readonly string[]>(lines.map((line) => [line, []]));
  for await (const { line, fields } of readCsv(() => createReadStream(file)))
    if (wanted.has(line)) wanted.set(line, fields);
  return [...wanted.values()];
}

async function sample({ options, file, io }: Asked): Promise<void> {
  const { seed, strata } = options;
  if (file === undefined) throw new UsageError('sample: expected the name of a CSV file');
  if (!seed) throw new UsageError('--seed is missing');
  const n = wholeNumber(options.n, 'n');
  const floor = strata === undefined ? 0 : wholeNumber(options.floor, 'floor');
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) throw new Refusal(`${file}: no such file`);
  const { heading, units, unnamed } = await readUnits(file, options);
  const keyOf = (id: string) => createHmac('sha256', seed).update(id, 'utf8').digest('hex');
  const drawn = drawSample(units, { n, floor, keyOf });
  const rows = await rowsAt(
    file,
    drawn.flatMap((stratum) => stratum.drawn.map(({ line }) => line)),
  );
  io.stdout.write(stringify([heading, ...rows]));
  const population = drawn.reduce((sum, stratum) => sum + stratum.population, 0);
  io.console.error(`${rows.length} of ${population} drawn with seed "${seed}"`);
  if (strata !== undefined)
    for (const stratum of drawn)
      io.console.error(`  ${stratum.name || '(empty)'}: ${stratum.drawn.length} of ${stratum.population}`);
  const repeated = units.length - population;
  if (repeated > 0) io.console.error(`${repeated} rows repeat a unit and were left out`);
  if (unnamed.length > 0)
    io.console.error(
      `${unnamed.length} rows name no unit and were left out, the first in line ${unnamed[0]}`,
    );
}

const commands: Record<string, (asked: Asked) => void | Promise<void>> = {
  batch: ({ io }) => answerLines(io, answerStatistics),
  schema: ({ io }) => io.console.log(JSON.stringify(statisticsJsonSchema(), null, 2)),
  sample,
};

/** Estimates and samples of surveys that can be checked against other records: `npm run survey`. */
export const survey: ToolCommand = async (io) => {
  try {
    const { values: options, positionals } = parse(io.args);
    const [name = '', file, more] = positionals;
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (options.help || command === undefined) {
      io.console.error(USAGE);
      return options.help ? 0 : 2;
    }
    if (more !== undefined) throw new UsageError(`${name}: expected one file, got "${more}" too`);
    await command({ options, file, io });
    return 0;
  } catch (error) {
    return failed(io.console, error, [StatisticsError, UnknownEncoding]);
  }
};

if (import.meta.main) await runCommand(survey);
