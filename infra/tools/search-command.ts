import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { IndexCaseDeps } from '#shared/application/search/index-case.ts';
import { rebuildIndex } from '#shared/application/search/rebuild-index.ts';
import { defaultSettings } from '#shared/settings/default-settings.ts';
import { departmentsEver } from '#shared/settings/departments-ever.ts';
import { rulesSource } from '#shared/settings/rules-source.ts';
import { deployed, onThisComputer, type Place, placeOptions } from './place.ts';
import {
  type CommandIo,
  failed,
  isWrongUse,
  runCommand,
  type ToolCommand,
  UsageError,
} from './tool-command.ts';

const USAGE = `Usage: npm run --silent search -- rebuild [options]

Indexes every case and its messages for the search: after the index was lost. The centre may run.

  --data .data   the data folder of a centre on this computer, running or not
  --aws --table NAME --search-table NAME --bucket NAME --region REGION
                 a deployment, with your own AWS credentials: reading of the table and of the bucket with the
                 messages, writing of the search table, and the key of the content

Exit codes: 0 done, 1 failed, 2 invalid command.`;

const parse = ({ args, env }: CommandIo) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...placeOptions(env),
      'search-table': { type: 'string' },
      bucket: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
type Options = ReturnType<typeof parse>['values'];

interface SearchPlace {
  readonly place: Place;
  readonly index: Pick<IndexCaseDeps, 'blobs' | 'search'>;
}

/** Open the index and the messages of a deployment. */
async function openDeployed(options: Options): Promise<SearchPlace> {
  const { region, bucket, 'search-table': table } = options;
  if (!table || !bucket || !region)
    throw new UsageError('--aws: expected --table, --search-table, --bucket and --region beside it');
  const place = await deployed({ table: options.table, region });
  const [{ dynamoClient, s3Client }, { DynamoSearchIndex }, { s3Blobs }] = await Promise.all([
    import('#shared/adapters/aws/clients.ts'),
    import('#shared/adapters/aws/dynamo-search-index.ts'),
    import('#shared/adapters/aws/s3-blobs.ts'),
  ]);
  const search = new DynamoSearchIndex({ client: dynamoClient(region), table });
  return { place, index: { search, blobs: s3Blobs(s3Client(region), bucket) } };
}

/** Open the index and the messages of a data folder. */
async function openHere(data: string): Promise<SearchPlace> {
  const place = await onThisComputer(data);
  const [{ SqliteSearchIndex }, { rowBlobs }, { fileBlobs }] = await Promise.all([
    import('#shared/adapters/embedded/sqlite-search-index.ts'),
    import('#infra/local/storage/row-blobs.ts'),
    import('#shared/adapters/embedded/file-blobs.ts'),
  ]);
  const rows = rowBlobs(place.database);
  const files = fileBlobs(join(data, 'blobs'));
  const blobs = { get: async (key: string) => (await rows.get(key)) ?? (await files.get(key)) };
  return { place, index: { search: new SqliteSearchIndex(place.database), blobs } };
}

async function rebuild(options: Options, { log }: CommandIo['console']): Promise<void> {
  const { place, index } = await (options.aws ? openDeployed(options) : openHere(options.data));
  try {
    const { store, settings, clock } = place;
    const departments = await departmentsEver(rulesSource(settings, clock, defaultSettings, {}));
    const cases = await rebuildIndex({ store, ...index }, departments, (count) => {
      if (count > 0 && count % 10_000 === 0) log(`${count} cases`);
    });
    log(`Cases in the search index: ${cases}`);
  } finally {
    place.close();
  }
}

/** Build the search index again: `npm run search`. */
export const search: ToolCommand = async (io) => {
  try {
    const { values: options, positionals } = parse(io);
    const [command] = positionals;
    if (options.help || command !== 'rebuild' || positionals.length > 1) {
      io.console.error(USAGE);
      return options.help ? 0 : 2;
    }
    await rebuild(options, io.console);
    return 0;
  } catch (error) {
    if (!isWrongUse(error)) return failed(io.console, error);
    io.console.error(`${error.message}\n\n${USAGE}`);
    return 2;
  }
};

if (import.meta.main) await runCommand(search);
