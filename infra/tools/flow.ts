import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createCall, playScript, quietWorld, type ScriptEntry } from '#shared/flow/interpreter.ts';
import type { Flow } from '#shared/flow/language.ts';
import { type LintReport, lintFlow } from '#shared/flow/linter.ts';
import { parseFlow } from '#shared/flow/parse.ts';

const USAGE = `Usage:
  npm run --silent flow -- lint FILE.json… [--json]
  npm run --silent flow -- play FILE.json --keys 1,2,123# [--json]
      [--lambda NAME=ANSWER.json]… [--flow NAME=FILE.json]… [--attribute NAME=VALUE]…
      [--caller +9665…] [--closed] [--full]

An entry of --keys answers one question: keys, "silence" (or nothing), or "hangup".
A function without an answer fails, and the flow takes its error branch.`;

/** What went wrong before any flow was judged; shown as it is. */
class ToolError extends Error {}

function readJson(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new ToolError(`${file}: cannot be read (${(cause as NodeJS.ErrnoException).code ?? 'unknown'})`);
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw new ToolError(`${file}: is not JSON (${(cause as Error).message})`);
  }
}

function readFlow(file: string): Flow {
  const parsed = parseFlow(readJson(file));
  if (!parsed.ok) throw new ToolError(`${file}: ${parsed.message}`);
  return parsed.flow;
}

function lintFile(file: string): LintReport {
  try {
    return lintFlow(readFlow(file));
  } catch (cause) {
    if (!(cause instanceof ToolError)) throw cause;
    return { errors: [{ rule: 'unreadable', block: '', message: cause.message }], warnings: [], actions: 0 };
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
  const reports = files.map((file) => ({ file, ...lintFile(file) }));
  for (const { file, ...report } of reports)
    console.log(json ? JSON.stringify({ file, ...report }) : describe(file, report));
  return reports.some(({ errors }) => errors.length > 0) ? 1 : 0;
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

function mapValues<T>(
  record: Readonly<Record<string, string>>,
  read: (value: string) => T,
): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, read(value)]));
}

function scriptOf(keys: string | undefined): ScriptEntry[] {
  if (keys === undefined) return [];
  return keys.split(',').map((entry) => {
    const word = entry.trim();
    if (word === '' || word === 'silence') return 'silence';
    return word === 'hangup' ? 'hang-up' : { keys: word };
  });
}

interface PlayOptions {
  readonly json?: boolean | undefined;
  readonly keys?: string | undefined;
  readonly lambda?: string[] | undefined;
  readonly flow?: string[] | undefined;
  readonly attribute?: string[] | undefined;
  readonly caller?: string | undefined;
  readonly closed?: boolean | undefined;
  readonly full?: boolean | undefined;
}

function callOf(file: string, options: PlayOptions) {
  const answers = mapValues(pairs('lambda', options.lambda), readJson);
  const queue = quietWorld.queue('');
  return createCall({
    flow: readFlow(file),
    flows: mapValues(pairs('flow', options.flow), readFlow),
    contact: {
      contactId: '00000000-0000-4000-8000-000000000000',
      customer: options.caller ?? '+966500000000',
      attributes: pairs('attribute', options.attribute),
    },
    world: {
      lambda: async (name, event, signal) =>
        Object.hasOwn(answers, name)
          ? (answers[name] as Record<string, unknown>)
          : quietWorld.lambda(name, event, signal),
      isOpen: () => options.closed !== true,
      queue: () => (options.full === true ? { ...queue, contacts: 1, capacity: 1 } : queue),
    },
  });
}

async function play(files: readonly string[], options: PlayOptions): Promise<number> {
  const [file] = files;
  if (file === undefined || files.length > 1) throw new ToolError(USAGE);
  const call = callOf(file, options);
  const status = await playScript(call, scriptOf(options.keys));
  const outcome = status.outcome ?? 'queued';
  const { steps, spoken, attributes } = call;
  if (options.json === true) {
    const reason = status.reason === undefined ? {} : { reason: status.reason };
    console.log(JSON.stringify({ outcome, ...reason, steps, spoken, attributes }));
    return 0;
  }
  for (const { language, text } of spoken) console.log(`${language}  ${text}`);
  for (const { block, type, branch } of steps) console.log(`-   ${block} (${type}) → ${branch}`);
  console.log(`${outcome}${status.reason === undefined ? '' : `: ${status.reason}`}`);
  return 0;
}

async function main(args: string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      keys: { type: 'string' },
      lambda: { type: 'string', multiple: true },
      flow: { type: 'string', multiple: true },
      attribute: { type: 'string', multiple: true },
      caller: { type: 'string' },
      closed: { type: 'boolean' },
      full: { type: 'boolean' },
    },
  });
  const [verb, ...files] = positionals;
  if (verb === 'lint') return lint(files, values.json);
  if (verb === 'play') return play(files, values);
  throw new ToolError(USAGE);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (cause) {
  const known =
    cause instanceof ToolError || (cause as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS');
  console.error(known === true ? (cause as Error).message : cause);
  process.exitCode = 1;
}
