import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '#shared/adapters/embedded/sqlite-database.ts';
import { systemClock } from '#shared/adapters/system-clock.ts';
import type { Clock } from '#shared/ports/outside.ts';
import type { SettingsStore } from '#shared/ports/settings-store.ts';
import type { Store } from '#shared/ports/store.ts';
import { StoreError } from '#shared/ports/store-error.ts';
import { Refusal, UsageError } from './tool-command.ts';

/** The centre that a command works on: a data folder or a deployment. */
export interface Place {
  readonly store: Store;
  readonly settings: SettingsStore;
  readonly clock: Clock;
  close(): void;
}

/** A centre in a data folder. */
export interface LocalPlace extends Place {
  readonly database: Database;
}

/** The options by which a command finds its centre, for `parseArgs`. */
export const placeOptions = ({ RIDA_DATA }: NodeJS.ProcessEnv) =>
  ({
    data: { type: 'string', default: RIDA_DATA ?? '.data' },
    aws: { type: 'boolean', default: false },
    table: { type: 'string' },
    region: { type: 'string' },
  }) as const;

interface Deployment {
  readonly table: string | undefined;
  readonly region: string | undefined;
}

/** Open a deployment. Load the SDK only here: it takes half a second. */
export async function deployed({ table, region }: Deployment): Promise<Place> {
  if (!table || !region) throw new UsageError('--aws: expected --table NAME and --region REGION beside it');
  const [{ dynamoClient }, { DynamoStore }, { DynamoSettingsStore }] = await Promise.all([
    import('#shared/adapters/aws/clients.ts'),
    import('#shared/adapters/aws/dynamo-store.ts'),
    import('#shared/adapters/aws/dynamo-settings-store.ts'),
  ]);
  const client = dynamoClient(region);
  const at = { client, table };
  return {
    ...{ store: new DynamoStore(at), settings: new DynamoSettingsStore(at), clock: systemClock },
    close: () => client.destroy(),
  };
}

/** Open the database of a centre that may be running: it is in WAL mode, and concurrent writers wait. */
export const onThisComputer = (data: string): Promise<LocalPlace> =>
  openPlace(data, async (path) => {
    const [{ openDatabase }, { checkManifest }] = await Promise.all([
      import('#shared/adapters/embedded/sqlite-database.ts'),
      import('#infra/local/storage/manifest.ts'),
    ]);
    // Opening a folder to write hides damages of the log after a crash.
    await checkManifest({ in: (...parts) => join(data, ...parts) });
    return openDatabase(path);
  });

/** Open the database of a centre that may be running, without writing. */
export const toRead = (data: string): Promise<LocalPlace> =>
  openPlace(data, async (path) => {
    const { openDatabaseToRead } = await import('#shared/adapters/embedded/sqlite-database.ts');
    return openDatabaseToRead(path);
  });

async function openPlace(data: string, open: (path: string) => Promise<Database>): Promise<LocalPlace> {
  const path = join(data, 'rida.db');
  if (!existsSync(path)) throw new Refusal(`--data ${data}: there is no centre in this folder`);
  const [database, { SqliteStore }, { SqliteSettingsStore }, { openMovableClock }] = await Promise.all([
    open(path).catch((error: unknown) => {
      throw error instanceof StoreError
        ? new Refusal(`--data ${data}: ${error.message}`, { cause: error })
        : error;
    }),
    import('#shared/adapters/embedded/sqlite-store.ts'),
    import('#shared/adapters/embedded/sqlite-settings-store.ts'),
    import('#shared/adapters/embedded/movable-clock.ts'),
  ]);
  return {
    store: new SqliteStore(database),
    settings: new SqliteSettingsStore(database),
    database,
    clock: await openMovableClock(join(data, 'clock.json'), systemClock),
    close: () => database.close(),
  };
}
