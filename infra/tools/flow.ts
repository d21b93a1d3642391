import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import {
  type CallContact,
  createCall,
  outcomeText,
  playScript,
  quietWorld,
  seeded,
  type World,
} from '#shared/flow/interpreter.ts';
import { type ParsedText, parseBytes } from '#shared/flow/json-text.ts';
import type { Flow } from '#shared/flow/language.ts';
import { type LintReport, lintFlow, type RuleName } from '#shared/flow/linter.ts';
import { parseFlow } from '#shared/flow/parse.ts';
import { nameOf } from '#shared/flow/run/names.ts';
import { hoursOf, queuesOf, scriptOf, WordError } from '#shared/flow/run/words.ts';

const USAGE = `Usage:
  npm run --silent flow -- lint FILE.json… [--json]
  npm run --silent flow -- play FILE.json [MORE.json…] --keys 1,2,123# [--json]

What surrounds a call that is played (each may be given several times where it names something):
  --keys LIST             one entry a question: keys, "timeout" (or nothing), "hangup"; the intent a bot
                          understands or the choice in a view (Refund?order=42); "answer" and "leave" for
                          the agent
  --lambda NAME=FILE.json the function's answer, or a list of answers; NAME=error, NAME=timeout; * is any
  --flow NAME=FILE.json   another flow or module; further files are found by name, id and file name
  --hours open|closed     or NAME=closed for the hours (or the queue) of that name
  --queue METRIC=NUMBER   contacts, capacity, oldest, online, staffed, available; or QUEUE.METRIC=NUMBER
  --result WHAT=RESULT    the result or error of what is not simulated, by action type or block
  --dial WORD             answered, failed, no-answer: calls to third parties
  --attribute NAME=VALUE  a contact attribute the call starts with
  --data FILE.json        further data that references read, such as {"Customer": {…}}
  --caller NUMBER, --channel VOICE|CHAT|TASK|EMAIL, --seed NUMBER, --max-steps NUMBER

The exit code of lint is 0 when no file has errors and 1 when one has; that of play is 0 when the call was
played, however it ended. 2 says that nothing was done: the command or one of its files was not understood.`;

/** Exit codes; `NOT_DONE` for what was asked for wrongly. */
const DONE = 0;
const HAS_ERRORS = 1;
const NOT_DONE = 2;

/** What went wrong before any flow was judged; shown as it is. */
class ToolError extends Error {
  readonly rule: RuleName;

  constructor(message: string, rule: RuleName = 'unreadable') {
    super(message);
    this.rule = rule;
  }
}

function readText(file: string): ParsedText & { readonly ok: true } {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (cause) {
    throw new ToolError(`${file}: cannot be read (${(cause as NodeJS.ErrnoException).code ?? 'unknown'})`);
  }
  const parsed = parseBytes(bytes);
  if (!parsed.ok) throw new ToolError(`${file}: ${parsed.message}`);
  return parsed;
}

const readJson = (file: string): unknown => readText(file).value;

interface Named {
  readonly flow: Flow;
  readonly names: readonly string[];
  /** Keys an object of the file has twice. */
  readonly repeated: readonly string[];
}

function readNamed(file: string): Named {
  const { value, repeated } = readText(file);
  const parsed = parseFlow(value);
  if (!parsed.ok) throw new ToolError(`${file}: ${parsed.message}`, parsed.reason);
  const { flow, names } = parsed;
  const own = flow.Metadata?.name;
  return { flow, names: [...names, ...(own === undefined ? [] : [own]), basename(file, '.json')], repeated };
}

function lintFile(file: string): LintReport {
  try {
    const { flow, repeated } = readNamed(file);
    const report = lintFlow(flow);
    const doubts = repeated.map((where) => ({
      rule: 'duplicate-key' as const,
      block: '',
      message: `${where}; only the last counts`,
    }));
    return { ...report, warnings: [...doubts, ...report.warnings] };
  } catch (cause) {
    if (!(cause instanceof ToolError)) throw cause;
    const { rule, message } = cause;
    return { errors: [{ rule, block: '', message }], warnings: [], actions: 0 };
  }
}

function describe(file: string, { errors, warnings, actions }: LintReport): string {
  const lines = [
    ...errors.map((problem) => ({ ...problem, as: 'error' })),
    ...warnings.map((problem) => ({ ...problem, as: 'warning' })),
  ].map(({ as, rule, block, message }) => `  ${as} ${rule}${block === '' ? '' : ` [${block}]`}: ${message}`);
  const summary = `${file}: ${actions} actions, ${errors.length} errors, ${warnings.length} warnings`;
  return [summary, ...lines].join('\n');
}

function lint(files: readonly string[], json: boolean): number {
  if (files.length === 0) throw new ToolError(USAGE);
  let clean = true;
  for (const file of files) {
    const report = lintFile(file);
    clean &&= report.errors.length === 0;
    console.log(json ? JSON.stringify({ file, ...report }) : describe(file, report));
  }
  return clean ? DONE : HAS_ERRORS;
}

/** `name=value` options as a map. */
function pairs(option: string, given: readonly string[] = []): Record<string, string> {
  return Object.fromEntries(
    given.map((pair) => {
      const at = pair.indexOf('=');
      if (at < 1) throw new ToolError(`--${option} ${pair}: NAME=VALUE is expected`);
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}

function oneOf<T extends string>(option: string, given: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === given);
  if (found === undefined)
    throw new ToolError(`--${option} ${given}: one of ${allowed.join(', ')} is expected`);
  return found;
}

function wholeNumber(option: string, given: string): number {
  if (!/^\d+$/.test(given)) throw new ToolError(`--${option} ${given}: a number is expected`);
  return Number(given);
}

/** The answers given for functions: each asks for the next of its list, and keeps to the last. */
function lambdasOf(given: readonly string[] | undefined): World['lambda'] {
  const answers = new Map<string, unknown[]>();
  for (const [name, value] of Object.entries(pairs('lambda', given))) {
    const answer = value === 'error' || value === 'timeout' ? value : readJson(value);
    answers.set(nameOf(name), Array.isArray(answer) ? answer : [answer]);
  }
  return async (name, event, signal) => {
    const list = answers.get(name) ?? answers.get('*');
    if (list === undefined) return quietWorld.lambda(name, event, signal);
    const answer = list.length > 1 ? list.shift() : list[0];
    if (answer === 'timeout') return new Promise(() => undefined);
    if (answer === 'error') throw new Error(`${name} is told to fail`);
    return answer as Record<string, unknown>;
  };
}

/** A number as Connect would take it: valid by the plan of its country. */
const phoneNumber: World['phoneNumber'] = (keys, country) => {
  const home = country?.toUpperCase();
  if (home !== undefined && !isSupportedCountry(home)) return undefined;
  const number = parsePhoneNumberFromString(home === undefined ? `+${keys}` : keys, home);
  return number?.isValid() === true ? number.number : undefined;
};

function flowsOf(files: readonly string[], given: readonly string[] | undefined): Record<string, Flow> {
  const named = Object.entries(pairs('flow', given)).map(([name, file]) => [
    nameOf(name),
    readNamed(file).flow,
  ]);
  const found = files.flatMap((file) => {
    const { flow, names } = readNamed(file);
    return names.map((name) => [nameOf(name), flow]);
  });
  return Object.fromEntries([...found, ...named]);
}

const OPTIONS = {
  json: { type: 'boolean', default: false },
  keys: { type: 'string' },
  lambda: { type: 'string', multiple: true },
  flow: { type: 'string', multiple: true },
  attribute: { type: 'string', multiple: true },
  hours: { type: 'string', multiple: true },
  queue: { type: 'string', multiple: true },
  result: { type: 'string', multiple: true },
  dial: { type: 'string', default: 'answered' },
  data: { type: 'string' },
  caller: { type: 'string', default: '+966500000000' },
  channel: { type: 'string' },
  seed: { type: 'string' },
  'max-steps': { type: 'string' },
} as const;

type PlayOptions = ReturnType<typeof parse>['values'];

const parse = (args: string[]) => parseArgs({ args, allowPositionals: true, options: OPTIONS });

/** A flow with views is a guide beside a chat or a task; others are calls unless it is said. */
function channelOf(flow: Flow, given: string | undefined): NonNullable<CallContact['channel']> {
  if (given !== undefined) return oneOf('channel', given, ['VOICE', 'CHAT', 'TASK', 'EMAIL']);
  return flow.Actions.some(({ Type }) => Type === 'ShowView') ? 'CHAT' : 'VOICE';
}

function callOf([file = '', ...more]: readonly string[], options: PlayOptions) {
  const { flow } = readNamed(file);
  const results = pairs('result', options.result);
  const dial = oneOf('dial', options.dial, ['answered', 'failed', 'no-answer']);
  return createCall({
    flow,
    flows: flowsOf([file, ...more], options.flow),
    contact: {
      contactId: '00000000-0000-4000-8000-000000000000',
      customer: options.caller,
      attributes: pairs('attribute', options.attribute),
      channel: channelOf(flow, options.channel),
      ...(options.data !== undefined && { data: readJson(options.data) as Record<string, unknown> }),
    },
    world: {
      lambda: lambdasOf(options.lambda),
      isOpen: hoursOf(options.hours ?? []),
      queue: queuesOf(options.queue ?? []),
      result: ({ block, type }) => results[block] ?? results[type],
      dial: async () => dial,
      phoneNumber,
      random: options.seed === undefined ? quietWorld.random : seeded(wholeNumber('seed', options.seed)),
      after: () => new Promise((resolve) => setImmediate(resolve)),
    },
    ...(options['max-steps'] !== undefined && { maxSteps: wholeNumber('max-steps', options['max-steps']) }),
  });
}

async function play(files: readonly string[], options: PlayOptions): Promise<number> {
  if (files.length === 0) throw new ToolError(USAGE);
  const call = callOf(files, options);
  const status = await playScript(call, options.keys === undefined ? [] : scriptOf(options.keys));
  const outcome = outcomeText(status, call.steps);
  const { steps, spoken, attributes, effects, notSimulated } = call;
  if (options.json) {
    const more = {
      ...(status.reason !== undefined && { reason: status.reason }),
      ...(effects.length > 0 && { effects }),
      ...(notSimulated.length > 0 && { notSimulated }),
    };
    console.log(JSON.stringify({ outcome, steps, spoken, attributes, ...more }));
    return DONE;
  }
  for (const { language, text } of spoken) console.log(`${language}  ${text}`);
  for (const { block, type, branch } of steps) console.log(`-   ${block} (${type}) → ${branch}`);
  for (const what of notSimulated) console.log(`not simulated: ${what}`);
  console.log(`${outcome}${status.reason === undefined ? '' : ` (${status.reason})`}`);
  return DONE;
}

async function main(args: string[]): Promise<number> {
  const { positionals, values } = parse(args);
  const [verb, ...files] = positionals;
  if (verb === 'lint') return lint(files, values.json);
  if (verb === 'play') return play(files, values);
  throw new ToolError(USAGE);
}

// A reader that has seen enough, such as head, is no fault.
process.stdout.on('error', (cause: NodeJS.ErrnoException) => {
  if (cause.code !== 'EPIPE') throw cause;
  process.exit();
});

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (cause) {
  const known =
    cause instanceof ToolError ||
    cause instanceof WordError ||
    (cause as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS');
  console.error(known === true ? (cause as Error).message : cause);
  process.exitCode = NOT_DONE;
}
