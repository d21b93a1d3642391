import { existsSync, readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { systemClock } from '#shared/adapters/system-clock.ts';
import { formatInZone } from '#shared/domain/sla/zoned-time.ts';
import { RIYADH } from '#shared/domain/text/format-instant.ts';
import type { Clock } from '#shared/ports/outside.ts';
import type { SettingsStore } from '#shared/ports/settings-store.ts';
import type { Store } from '#shared/ports/store.ts';
import { StoreError } from '#shared/ports/store-error.ts';
import type { SettingsChange } from '#shared/settings/changes.ts';
import { checked, counted } from '#shared/settings/checked.ts';
import { defaultSettings } from '#shared/settings/default-settings.ts';
import { MOST_CASES } from '#shared/settings/live-cases.ts';
import { readSettings, SettingsError } from '#shared/settings/read-settings.ts';
import { rulesSource, type SettingsKeeper } from '#shared/settings/rules-source.ts';
import { effectOf, type Proposal, weigh } from '#shared/settings/weigh.ts';

const USAGE = `Usage: npm run --silent settings -- <command> [options]
  check FILE               validate a file: JSON with the whole document, or with some sections
  show                     print the settings in force, as JSON
  preview FILE             print what the file would change, also for open cases; changes nothing
  apply FILE --note "…"    put the file in force, with the reason
Target:
  --data .data             the data folder of a centre on this computer, running or not
  --aws --table NAME --region REGION [--shards 1]   a deployment, with your own AWS credentials
  --settings FILE          the settings of the deployment over the shipped ones (as for npm start)
More options:
  --by NAME                the author of the change; default: your user name on this computer
  --base N                 apply only when version N is in force
FILE may be - for standard input. A running centre loads new settings within a minute.
Exit codes: 0 done, 1 rejected or failed, 2 invalid command.`;

class UsageError extends Error {}
class Refusal extends Error {}

interface Place {
  readonly store: Store;
  readonly settings: SettingsStore;
  readonly clock: Clock;
  close(): void;
}

const { values: options, positionals } = readArguments();
const [command, file] = positionals;

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        data: { type: 'string', default: process.env.RIDA_DATA ?? '.data' },
        settings: {
          type: 'string',
          ...(process.env.RIDA_SETTINGS && { default: process.env.RIDA_SETTINGS }),
        },
        aws: { type: 'boolean', default: false },
        table: { type: 'string' },
        region: { type: 'string' },
        shards: { type: 'string', default: '1' },
        note: { type: 'string' },
        by: { type: 'string' },
        base: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`);
    process.exit(2);
  }
}

function whole(name: 'shards' | 'base'): number {
  const value = Number(options[name]);
  if (!Number.isInteger(value) || value < 0) throw new UsageError(`--${name}: expected a whole number`);
  return value;
}

function readJson(name: string): unknown {
  let text: string;
  try {
    text = readFileSync(name === '-' ? 0 : name, 'utf8');
  } catch (cause) {
    throw new UsageError(`${name}: cannot be read (${(cause as NodeJS.ErrnoException).code ?? 'unknown'})`);
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch (cause) {
    throw new Refusal(`${name}: is not JSON: ${(cause as Error).message}`);
  }
}

function givenFile(): string {
  if (file === undefined) throw new UsageError(`${command}: expected the name of a JSON file`);
  return file;
}

const overlay = (): unknown => (options.settings === undefined ? {} : readJson(options.settings));

/** Load the SDK only for a deployment: it takes half a second. */
async function onAws(): Promise<Place> {
  const { table, region } = options;
  if (!table || !region) throw new UsageError('--aws: expected --table NAME and --region REGION beside it');
  const [{ dynamoClient }, { DynamoStore }, { DynamoSettingsStore }] = await Promise.all([
    import('#shared/adapters/aws/clients.ts'),
    import('#shared/adapters/aws/dynamo-store.ts'),
    import('#shared/adapters/aws/dynamo-settings-store.ts'),
  ]);
  const client = dynamoClient(region);
  const at = { client, table, shards: whole('shards') };
  return {
    ...{ store: new DynamoStore(at), settings: new DynamoSettingsStore(at), clock: systemClock },
    close: () => client.destroy(),
  };
}

/** Open the database of a centre that may be running: it is in WAL mode, and concurrent writers wait. */
async function onThisComputer(): Promise<Place> {
  const path = join(options.data, 'rida.db');
  if (!existsSync(path)) throw new Refusal(`--data ${options.data}: there is no centre in this folder`);
  const [{ openDatabase }, { SqliteStore }, { SqliteSettingsStore }, { openMovableClock }] =
    await Promise.all([
      import('#shared/adapters/embedded/sqlite-database.ts'),
      import('#shared/adapters/embedded/sqlite-store.ts'),
      import('#shared/adapters/embedded/sqlite-settings-store.ts'),
      import('#shared/adapters/embedded/movable-clock.ts'),
    ]);
  const database = openDatabase(path);
  return {
    store: new SqliteStore(database, whole('shards')),
    settings: new SqliteSettingsStore(database),
    clock: await openMovableClock(join(options.data, 'clock.json'), systemClock),
    close: () => database.close(),
  };
}

async function there<T>(use: (place: Place, keeper: SettingsKeeper) => Promise<T>): Promise<T> {
  const deployment = overlay();
  const place = await (options.aws ? onAws() : onThisComputer());
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

function printProposal({ preview, partial, changes, uses, inForce }: Proposal): void {
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
  if (partial) console.log(`Only the first ${MOST_CASES} open cases were checked.`);
  for (const { section, id, cases, references } of uses) {
    console.log(`Cannot remove: ${section} "${id}" is used by ${cases} open cases: ${references.join(', ')}`);
  }
}

async function proposed({ store, clock }: Place, keeper: SettingsKeeper): Promise<Proposal> {
  const base = options.base === undefined ? undefined : whole('base');
  const document = readJson(givenFile());
  const inForce = await keeper.inForce();
  if (base !== undefined && base !== inForce.version) {
    throw new Refusal(`--base ${base}: version ${inForce.version} is in force; nothing was applied`);
  }
  const settings = counted(inForce.settings, checked(inForce.settings, document));
  const proposal = await weigh({ store, shards: whole('shards') }, inForce, settings, clock.now());
  printProposal(proposal);
  if (proposal.uses.length > 0) throw new Refusal('Refused: nothing was applied.');
  return proposal;
}

async function check(): Promise<void> {
  checked(readSettings(defaultSettings, overlay()), readJson(givenFile()));
  console.log(`${file}: valid`);
}

const show = (): Promise<void> =>
  there(async (_, keeper) => {
    const { settings, version, stored, problem } = await keeper.inForce();
    const who = stored ? ` by ${stored.by} at ${instant(stored.at)}: ${stored.note ?? ''}` : ', as shipped';
    console.error(`Version ${version}${who}`);
    if (problem) console.error(`Not valid in this release, and omitted:\n${problem.message}`);
    console.log(JSON.stringify(settings, null, 2));
  });

const preview = (): Promise<void> =>
  there(async (place, keeper) => {
    await proposed(place, keeper);
  });

async function apply(): Promise<void> {
  const note = options.note?.trim() ?? '';
  if (note.length < 3) throw new UsageError('apply: expected --note "…", the reason for the history');
  await there(async (place, keeper) => {
    const proposal = await proposed(place, keeper);
    const { inForce, settings, changes } = proposal;
    if (changes.length === 0) return;
    const by = options.by ?? userInfo().username;
    const effect = effectOf(proposal);
    const done = await keeper.apply({
      settings,
      base: inForce.version,
      by,
      at: place.clock.now(),
      note,
      effect,
    });
    if (!done) throw new Refusal('Another user changed the settings since then; nothing was applied.');
    console.log(`Version ${inForce.version + 1} is in force.`);
  });
}

const commands: Record<string, () => Promise<void>> = { check, show, preview, apply };
const run = commands[command ?? ''];
if (options.help || run === undefined) {
  console.error(USAGE);
  process.exitCode = options.help ? 0 : 2;
} else {
  try {
    await run();
  } catch (error) {
    const isUsersMistake = [UsageError, Refusal, SettingsError, StoreError].some(
      (kind) => error instanceof kind,
    );
    console.error(isUsersMistake ? (error as Error).message : error);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
}
