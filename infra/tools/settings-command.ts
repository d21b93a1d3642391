import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { formatInZone } from '#shared/domain/sla/zoned-time.ts';
import { RIYADH } from '#shared/domain/text/format-instant.ts';
import type { SettingsChange } from '#shared/settings/changes.ts';
import { checked, counted } from '#shared/settings/checked.ts';
import { defaultSettings } from '#shared/settings/default-settings.ts';
import { MOST_LIVE_CASES } from '#shared/settings/live-cases.ts';
import { readSettings, SettingsError } from '#shared/settings/read-settings.ts';
import { rulesSource, type SettingsKeeper } from '#shared/settings/rules-source.ts';
import { effectOfSettings, type Proposal, weigh } from '#shared/settings/weigh.ts';
import { deployed, onThisComputer, type Place, placeOptions } from './place.ts';
import {
  type CommandIo,
  failed,
  isWrongUse,
  Refusal,
  runCommand,
  type ToolCommand,
  UsageError,
} from './tool-command.ts';

const USAGE = `Usage: npm run --silent settings -- <command> [options]
  check FILE               validate a file: JSON with the whole document, or with some sections
  show                     print the settings in force, as JSON
  preview FILE             print what the file would change, also for open cases; changes nothing
  apply FILE --note "…"    put the file in force, with the reason
Target:
  --data .data             the data folder of a centre on this computer, running or not
  --aws --table NAME --region REGION   a deployment, with your own AWS credentials
  --settings FILE          the settings of the deployment over the shipped ones (as for npm start)
More options:
  --by NAME                the author of the change; default: your user name on this computer
  --base N                 apply only when version N is in force
FILE may be - for standard input. A running centre loads new settings within a minute.
Exit codes: 0 done, 1 rejected or failed, 2 invalid command.`;

const parse = ({ args, env }: CommandIo) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...placeOptions(env),
      settings: { type: 'string', ...(env.RIDA_SETTINGS && { default: env.RIDA_SETTINGS }) },
      note: { type: 'string' },
      by: { type: 'string' },
      base: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });

interface Asked {
  readonly options: ReturnType<typeof parse>['values'];
  readonly command: string | undefined;
  readonly file: string | undefined;
  readonly io: CommandIo;
}

function whole({ options }: Asked, name: 'base'): number {
  const value = Number(options[name]);
  if (!Number.isInteger(value) || value < 0) throw new UsageError(`--${name}: expected a whole number`);
  return value;
}

async function readJson({ io }: Asked, name: string): Promise<unknown> {
  let content: string;
  try {
    content = name === '-' ? await text(io.stdin) : readFileSync(name, 'utf8');
  } catch (cause) {
    throw new UsageError(`${name}: cannot be read (${(cause as NodeJS.ErrnoException).code ?? 'unknown'})`);
  }
  try {
    return JSON.parse(content.replace(/^\uFEFF/u, ''));
  } catch (cause) {
    throw new Refusal(`${name}: is not JSON: ${(cause as Error).message}`);
  }
}

function givenFile({ command, file }: Asked): string {
  if (file === undefined) throw new UsageError(`${command}: expected the name of a JSON file`);
  return file;
}

const overlay = async (asked: Asked): Promise<unknown> =>
  asked.options.settings === undefined ? {} : readJson(asked, asked.options.settings);

async function there<T>(asked: Asked, use: (place: Place, keeper: SettingsKeeper) => Promise<T>): Promise<T> {
  const deployment = await overlay(asked);
  const { aws, data, table, region } = asked.options;
  const place = await (aws ? deployed({ table, region }) : onThisComputer(data));
  try {
    return await use(place, rulesSource(place.settings, place.clock, defaultSettings, deployment));
  } finally {
    place.close();
  }
}

const instant = (at: number | null): string =>
  at === null ? 'no deadline' : formatInZone(RIYADH, at).slice(0, 16).replace('T', ' ');

const value = (one: unknown): string => (typeof one === 'string' ? one : (JSON.stringify(one) ?? 'nothing'));

function changeLine({ section, entry, kind, place, from, to }: SettingsChange): string {
  const where = [section, entry, ...place].filter((part) => part !== undefined).join(' ');
  if (kind === 'added') return `  ${where}: added ${value(to)}`;
  if (kind === 'removed') return `  ${where}: removed ${value(from)}`;
  return `  ${where}: ${value(from)} -> ${value(to)}`;
}

function printProposal({ console }: CommandIo, { preview, partial, changes, uses, inForce }: Proposal): void {
  console.log(`Over version ${inForce.version}:`);
  if (changes.length === 0) console.log('  nothing differs');
  for (const change of changes) console.log(changeLine(change));
  if (preview) {
    const { moved, looked, earlier, late, rescued, most } = preview;
    console.log(
      `Would move the deadlines of ${moved} of ${looked} open cases: ${earlier} to earlier, ${late} late immediately, ${rescued} in time again.`,
    );
    for (const { reference, clock, from, to } of most) {
      console.log(`  ${reference}  ${clock.padEnd(14)}  ${instant(from)} -> ${instant(to)}`);
    }
  } else console.log('Does not change deadlines.');
  if (partial) console.log(`Only the first ${MOST_LIVE_CASES} open cases were checked.`);
  for (const { section, id, cases, references } of uses) {
    console.log(`Cannot remove: ${section} "${id}" is used by ${cases} open cases: ${references.join(', ')}`);
  }
}

async function proposed(asked: Asked, { store, clock }: Place, keeper: SettingsKeeper): Promise<Proposal> {
  const base = asked.options.base === undefined ? undefined : whole(asked, 'base');
  const document = await readJson(asked, givenFile(asked));
  const inForce = await keeper.inForce();
  if (base !== undefined && base !== inForce.version) {
    throw new Refusal(`--base ${base}: version ${inForce.version} is in force; nothing was applied`);
  }
  const settings = counted(inForce.settings, checked(inForce.settings, document));
  const proposal = await weigh({ store }, inForce, settings, clock.now());
  printProposal(asked.io, proposal);
  if (proposal.uses.length > 0) throw new Refusal('Refused: nothing was applied.');
  return proposal;
}

async function check(asked: Asked): Promise<void> {
  const file = givenFile(asked);
  checked(readSettings(defaultSettings, await overlay(asked)), await readJson(asked, file));
  asked.io.console.log(`${file}: valid`);
}

const show = (asked: Asked): Promise<void> =>
  there(asked, async (_, keeper) => {
    const { console } = asked.io;
    const { settings, version, stored, problem } = await keeper.inForce();
    const who = stored ? ` by ${stored.by} at ${instant(stored.at)}: ${stored.note ?? ''}` : ', as shipped';
    console.error(`Version ${version}${who}`);
    if (problem) console.error(`Not valid in this release, and omitted:\n${problem.message}`);
    console.log(JSON.stringify(settings, null, 2));
  });

const preview = (asked: Asked): Promise<void> =>
  there(asked, async (place, keeper) => {
    await proposed(asked, place, keeper);
  });

async function apply(asked: Asked): Promise<void> {
  const { options, io } = asked;
  const note = options.note?.trim() ?? '';
  if (note.length < 3) throw new UsageError('apply: expected --note "…", the reason for the history');
  await there(asked, async (place, keeper) => {
    const proposal = await proposed(asked, place, keeper);
    const { inForce, settings, changes } = proposal;
    if (changes.length === 0) return;
    const by = options.by ?? userInfo().username;
    const effect = effectOfSettings(proposal);
    const done = await keeper.apply({
      settings,
      base: inForce.version,
      by,
      at: place.clock.now(),
      note,
      effect,
    });
    if (!done) throw new Refusal('Another user changed the settings since then; nothing was applied.');
    io.console.log(`Version ${inForce.version + 1} is in force.`);
  });
}

const commands: Record<string, (asked: Asked) => Promise<void>> = { check, show, preview, apply };

/** Show and change the settings of a centre: `npm run settings`. */
export const settings: ToolCommand = async (io) => {
  try {
    const { values: options, positionals } = parse(io);
    const [command, file] = positionals;
    const run = commands[command ?? ''];
    if (options.help || run === undefined) {
      io.console.error(USAGE);
      return options.help ? 0 : 2;
    }
    await run({ options, command, file, io });
    return 0;
  } catch (error) {
    if (isWrongUse(error)) {
      io.console.error(`${error.message}\n\n${USAGE}`);
      return 2;
    }
    return failed(io.console, error, [SettingsError]);
  }
};

if (import.meta.main) await runCommand(settings);
