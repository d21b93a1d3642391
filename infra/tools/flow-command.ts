import { parseArgs } from 'node:util';
import { allFlows } from '#functions/telephone/flows/all-flows.ts';
import { shippedFlowSettings } from '#functions/telephone/flows/flow-settings.ts';
import type { OwnWords } from '#functions/telephone/flows/own-words.ts';
import { promptSamples } from '#functions/telephone/flows/prompt-samples.ts';
import { readPromptFile } from '#infra/prompts/read-prompt-file.ts';
import { flowOutcomeText, playScript } from '#shared/flow/interpreter.ts';
import { type LintReport, lintFlow } from '#shared/flow/linter.ts';
import { flowProblems, promptsAsCsv, promptsAsMarkdown, promptsOf } from '#shared/flow/prompt-list.ts';
import { scriptOf, WordError } from '#shared/flow/run/script-words.ts';
import { defaultSettings } from '#shared/settings/default-settings.ts';
import { callOf, PLAY_OPTIONS, type PlayOptions } from './flow-call.ts';
import { readNamed, ToolError } from './flow-files.ts';
import { type CommandIo, isWrongUse, runCommand, type ToolCommand } from './tool-command.ts';

const USAGE = `Usage:
  npm run --silent flow -- lint FILE.json… [--json]
  npm run --silent flow -- prompts [FILE.csv] [--csv] [--check]
  npm run --silent flow -- play FILE.json [MORE.json…] --keys 1,2,123# [--json]

Options of play (an option that names something can be repeated):
  --keys LIST             one entry for each question: keys, "timeout" (or empty), "hangup"; the intent that
                          a bot recognises or the choice in a view (Refund?order=42); "answer" and "leave"
                          for the agent
  --lambda NAME=FILE.json the response of a function, or a list of responses; NAME=error, NAME=timeout;
                          NAME may be a part of the name, and * is any function
  --flow NAME=FILE.json   another flow or module; further files are found by name, id and file name
  --hours open|closed     or NAME=closed for the hours (or the queue) of that name
  --queue METRIC=NUMBER   contacts, capacity, oldest, online, staffed, available; or QUEUE.METRIC=NUMBER
  --in QUEUE              the initial queue of the contact; default BasicQueue for a flow that needs a
                          queue but never sets one, such as a queue or transfer flow
  --result WHAT=RESULT    the result or error of actions that are not simulated, by action type or block
  --dial WORD             answered, failed, no-answer: calls to third parties
  --attribute NAME=VALUE  an initial contact attribute
  --data FILE.json        other data for references, such as {"Customer": {…}}
  --caller NUMBER, --channel VOICE|CHAT|TASK|EMAIL, --seed NUMBER, --max-steps NUMBER

Prompts: with FILE.csv, print or check them in the words of that table, which has the columns of --csv.

Exit code of lint and prompts: 0 when nothing has errors, 1 otherwise. Exit code of play: 0 when the call was played,
regardless of how it ended. Both: 2 when the command or a file is invalid and nothing was done.`;

const PROMPT_OPTIONS = {
  csv: { type: 'boolean', default: false },
  check: { type: 'boolean', default: false },
} as const;

/** Exit codes. `NOT_DONE` is for invalid commands and files. */
const DONE = 0;
const HAS_ERRORS = 1;
const NOT_DONE = 2;

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

function lint({ console }: CommandIo, files: readonly string[], json: boolean): number {
  if (files.length === 0) throw new ToolError(USAGE);
  let clean = true;
  for (const file of files) {
    const report = lintFile(file);
    clean &&= report.errors.length === 0;
    console.log(json ? JSON.stringify({ file, ...report }) : describe(file, report));
  }
  return clean ? DONE : HAS_ERRORS;
}

async function play(
  { console }: CommandIo,
  files: readonly string[],
  options: PlayOptions & { readonly json: boolean },
): Promise<number> {
  if (files.length === 0) throw new ToolError(USAGE);
  const call = callOf(files, options);
  const status = await playScript(call, options.keys === undefined ? [] : scriptOf(options.keys));
  const outcome = flowOutcomeText(status, call.steps);
  const { spoken, attributes, effects, notSimulated } = call;
  const steps = status.at === undefined ? call.steps : [...call.steps, { ...status.at, branch: 'waiting' }];
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

/** Read the words of a centre, and report their problems. */
function readWords(
  console: CommandIo['console'],
  [file, more]: readonly string[],
): OwnWords | 'wrong' | undefined {
  if (more !== undefined) throw new ToolError(USAGE);
  if (file === undefined) return undefined;
  const words = readPromptFile(file);
  for (const problem of words.problems) console.error(problem);
  if (words.problems.length === 0) return words;
  console.log(`${file}: ${words.problems.length} problems`);
  return 'wrong';
}

/** Print all prompts of the centre, or check them with the longest texts that they contain. */
function prompts(
  { console }: CommandIo,
  files: readonly string[],
  { csv, check }: { csv: boolean; check: boolean },
): number {
  const words = readWords(console, files);
  if (words === 'wrong') return HAS_ERRORS;
  const shipped = allFlows(shippedFlowSettings);
  const flows = words?.in(shipped) ?? shipped;
  const all = flows.flatMap(promptsOf);
  if (!check) {
    console.log(csv ? promptsAsCsv(all) : promptsAsMarkdown(all));
    return DONE;
  }
  const samples = promptSamples(defaultSettings);
  const problems = flows.flatMap((definition) => flowProblems(definition.toFlow(), samples));
  for (const problem of problems) console.error(problem);
  const own = words === undefined ? '' : `, ${words.changed} texts in own words`;
  console.log(`${all.length} prompts${own}, ${problems.length} problems`);
  return problems.length === 0 ? DONE : HAS_ERRORS;
}

async function lintOrPlay(io: CommandIo): Promise<number> {
  const { positionals, values } = parseArgs({
    args: [...io.args],
    allowPositionals: true,
    options: { ...PLAY_OPTIONS, json: { type: 'boolean', default: false }, ...PROMPT_OPTIONS },
  });
  const [verb, ...files] = positionals;
  if (verb === 'lint') return lint(io, files, values.json);
  if (verb === 'prompts') return prompts(io, files, values);
  if (verb === 'play') return play(io, files, values);
  throw new ToolError(USAGE);
}

/** Lint and play contact flows: `npm run flow`. */
export const flow: ToolCommand = async (io) => {
  try {
    return await lintOrPlay(io);
  } catch (cause) {
    const isUsersMistake = cause instanceof ToolError || cause instanceof WordError || isWrongUse(cause);
    io.console.error(isUsersMistake ? cause.message : cause);
    return NOT_DONE;
  }
};

if (import.meta.main) await runCommand(flow);
