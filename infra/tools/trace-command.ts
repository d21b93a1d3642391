import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type LogLine, readLog } from '#infra/local/log-file.ts';
import { parseReference } from '#shared/domain/cases/reference.ts';
import { deployed, type Place, placeOptions, toRead } from './place.ts';
import { type CommandIo, failed, Refusal, runCommand, type ToolCommand, UsageError } from './tool-command.ts';
import { inTimeOrder, type Story, storyOf, type TraceEntry } from './trace-story.ts';

const USAGE = `Usage: npm run --silent trace -- REFERENCE [options]

Prints one case from arrival to survey in time order: contacts that arrived, stored items, events, sent mails and
log lines. A merged case is followed into the case that continues it. Contents of messages are not printed.

  --data .data   the data folder of a centre on this computer, running or not; it is only read
  --aws --table NAME --region REGION   the items of a deployment, with your own AWS credentials;
                 its log lines are in CloudWatch, and the command prints the query that finds them
  --json         print one JSON object

Exit codes: 0 done, 1 there is no such case or centre, 2 invalid command or reference.`;

const parse = ({ args, env }: CommandIo) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...placeOptions(env),
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h' },
    },
  });

/** Return whether a log line is about the work for these cases. */
const isAbout = ({ cases, correlationIds }: Story) => {
  const ids = new Set<unknown>(correlationIds);
  const references = new Set<unknown>(cases);
  return (line: LogLine): boolean => ids.has(line.correlationId) || references.has(line.caseRef);
};

const logEntry = ({ time, ...line }: LogLine): TraceEntry => ({
  ...{ at: time, what: 'log', detail: line },
  ...(typeof line.correlationId === 'string' && { correlationId: line.correlationId }),
  text: [line.level, line.service, line.code, line.outcome].filter((part) => part !== undefined).join(' '),
});

/** The query for CloudWatch Logs Insights, over the log groups of the stage. */
const insightsQuery = ({ cases, correlationIds }: Story): string => {
  const list = (values: readonly string[]) => `[${values.map((value) => `"${value}"`).join(', ')}]`;
  return `fields @timestamp, level, service, code, message, correlationId
| filter caseRef in ${list(cases)} or correlationId in ${list(correlationIds)}
| sort @timestamp asc | limit 10000`;
};

const line = ({ at, what, correlationId, text }: TraceEntry): string =>
  `${at}  ${what.padEnd(7)}  ${(correlationId ?? '-').slice(0, 8).padEnd(8)}  ${text}`;

const print = ({ log }: CommandIo['console'], story: Story, query: string | undefined): void => {
  const { cases, calls, correlationId, entries } = story;
  log(`Case ${cases.join(', merged into ')}`);
  if (calls.length > 0) log(`Calls ${calls.join(', ')}`);
  log(`Correlation id ${correlationId}`);
  log('');
  for (const entry of entries) log(line(entry));
  if (query !== undefined) log(`\nLog lines: run this query in CloudWatch Logs Insights\n\n${query}`);
};

async function traceIn(io: CommandIo, typed: string, options: ReturnType<typeof parse>['values']) {
  const reference = parseReference(typed);
  if (reference === undefined) {
    throw new UsageError(`${typed}: not a reference: a symbol is missing, or the check digit does not match`);
  }
  const { aws, data, table, region } = options;
  const place: Place = await (aws ? deployed({ table, region }) : toRead(data));
  try {
    const story = await storyOf(place.store, reference);
    if (!story) throw new Refusal(`${reference}: there is no case with this reference`);
    const lines = aws ? [] : readLog(data).filter(isAbout(story)).map(logEntry);
    const whole = { ...story, entries: inTimeOrder([...story.entries, ...lines]) };
    const query = aws ? insightsQuery(story) : undefined;
    if (options.json) io.console.log(JSON.stringify({ reference, ...whole, ...(query && { query }) }));
    else print(io.console, whole, query);
    if (!aws && !existsSync(join(data, 'log')))
      io.console.error(`${data} has no log: the centre was not started with npm start`);
  } finally {
    place.close();
  }
}

/** Print a case from arrival to survey: `npm run trace`. */
export const trace: ToolCommand = async (io) => {
  try {
    const { values: options, positionals } = parse(io);
    const [typed, ...more] = positionals;
    if (options.help || typed === undefined || more.length > 0) {
      io.console.error(USAGE);
      return options.help ? 0 : 2;
    }
    await traceIn(io, typed, options);
    return 0;
  } catch (error) {
    return failed(io.console, error);
  }
};

if (import.meta.main) await runCommand(trace);
