import { readFile } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { inspect, parseArgs } from 'node:util';
import * as z from 'zod';
import { type Core, openCore } from '#infra/local/core.ts';
import { openDataFolder } from '#infra/local/data-folder.ts';
import {
  type InvocableName,
  invocableNames,
  invokeOnce,
  newestEvent,
  sampleSchema,
} from '#infra/local/invoke-once.ts';
import { readOverlay } from '#infra/local/settings-file.ts';
import { StartFailure } from '#infra/local/start-failure.ts';
import { systemClock } from '#shared/adapters/system-clock.ts';
import { createLogger } from '#shared/runtime/logger.ts';

const USAGE = `Usage: npm run --silent invoke -- FUNCTION [SAMPLE.json] [options]

Runs one function once on the data of a centre that is stopped. Prints its log lines on standard error and its
outcome, as JSON, on standard output.

  FUNCTION           for example mail/notify-beneficiary; without a function, all are listed
  SAMPLE.json        the input: an event, a message, a record, or the request of a flow; - for standard input.
                     Samples are in events/samples and events/samples/inbound. Scheduled functions take none.
  --of ID            instead of a sample: the newest event of this case, call or person that the function consumes
  --data .data       the data folder; it is created if it does not exist
  --settings FILE    the settings of the centre over the shipped ones (as for npm start)

Events that the function causes wait in their queues for the next npm start.
To debug: npx node --inspect-brk infra/tools/invoke.ts FUNCTION SAMPLE.json
Exit codes: 0 done, 1 the function failed or the data cannot be used, 2 invalid command or sample.`;

/** The streams of the command. */
export interface InvokeIo {
  readonly stdin: Readable;
  /** Print a text and a line feed. */
  print(text: string): void;
  /** Write a line of the log, or why the command failed. */
  log(line: string): void;
}

class UsageError extends Error {}

const list = (): string => invocableNames.map((name) => `  ${name}`).join('\n');

/** Functions that cannot be invoked here, with the reason. */
const ELSEWHERE: readonly (readonly [RegExp, string])[] = [
  [/^web\//u, 'it answers HTTP requests: run npm start and open its pages'],
  [/^relay\/relay$/u, 'it runs by itself after every commit of another function'],
  [/^relay\/deliver$/u, 'it reads queues of Amazon SQS: it runs on AWS only'],
  [/^telephone\/connect-hours$/u, 'it writes to Amazon Connect: it runs on AWS only'],
];

function functionOf(given: string): InvocableName {
  const found = invocableNames.find((name) => name === given);
  if (found) return found;
  const reason = ELSEWHERE.find(([pattern]) => pattern.test(given))?.[1];
  if (reason) throw new UsageError(`${given} cannot be invoked: ${reason}.`);
  throw new UsageError(`There is no function ${given}. The functions are:\n${list()}`);
}

async function readSample(file: string, { stdin }: InvokeIo): Promise<unknown> {
  const content = await (file === '-' ? text(stdin) : readFile(file, 'utf8')).catch(
    (error: NodeJS.ErrnoException) => {
      throw new UsageError(`${file} cannot be read (${error.code ?? error.message}).`);
    },
  );
  try {
    return JSON.parse(content.replace(/^\uFEFF/u, ''));
  } catch (error) {
    throw new UsageError(`${file} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Validate a sample. @throws UsageError with each wrong field */
function checked(name: InvocableName, file: string, schema: z.ZodType, sample: unknown): unknown {
  const parsed = schema.safeParse(sample);
  if (parsed.success) return parsed.data;
  // A sample may be the event alone, without the `detail` of EventBridge.
  const faults = z.prettifyError(parsed.error).replaceAll('→ at detail.', '→ at ');
  throw new UsageError(`${file} does not fit ${name}:\n${faults}`);
}

async function eventOf(core: Core, name: InvocableName, id: string, schema: z.ZodType): Promise<unknown> {
  const event = await newestEvent(core, name, id);
  if (!event) throw new UsageError(`The data folder has no event of ${id} that ${name} consumes.`);
  return checked(name, `the newest event of ${id}`, schema, event);
}

async function run(args: readonly string[], io: InvokeIo): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      data: { type: 'string', default: process.env.RIDA_DATA || '.data' },
      settings: { type: 'string', ...(process.env.RIDA_SETTINGS && { default: process.env.RIDA_SETTINGS }) },
      of: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  const [given, file, ...more] = positionals;
  if (values.help) return io.print(USAGE);
  if (given === undefined) throw new UsageError(`${USAGE}\n\nThe functions are:\n${list()}`);
  const name = functionOf(given);
  const schema = sampleSchema(name);
  if (more.length > 0 || (file !== undefined && values.of !== undefined))
    throw new UsageError(`Give one sample, or --of ID.\n\n${USAGE}`);
  if (schema && file === undefined && values.of === undefined)
    throw new UsageError(`${name} needs a sample: a file, - or --of ID.\n\n${USAGE}`);
  if (!schema && (file ?? values.of) !== undefined)
    throw new UsageError(`${name} is called by a schedule and takes no sample.`);
  const sample =
    schema && file !== undefined ? checked(name, file, schema, await readSample(file, io)) : undefined;

  const overlay = await readOverlay(values.settings);
  const folder = await openDataFolder(values.data);
  const logger = createLogger({ service: name, level: 'debug', write: io.log });
  const onError = (error: unknown): void => logger.error('local-failure', 'Something failed.', error);
  const core = await openCore({ folder, overlay, below: systemClock, logger, onError });
  try {
    const input = schema && values.of !== undefined ? await eventOf(core, name, values.of, schema) : sample;
    io.print(JSON.stringify((await invokeOnce(core, name, input)) ?? null, undefined, 2));
  } finally {
    await core.close();
    folder.release();
  }
}

/** Run the command. Returns its exit code. */
export async function invokeCommand(args: readonly string[], io: InvokeIo): Promise<0 | 1 | 2> {
  try {
    await run(args, io);
    return 0;
  } catch (error) {
    const isUsage =
      error instanceof UsageError || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
    const isKnown = isUsage || error instanceof StartFailure;
    io.log(`${isKnown && error instanceof Error ? error.message : inspect(error)}\n`);
    return isUsage ? 2 : 1;
  }
}
