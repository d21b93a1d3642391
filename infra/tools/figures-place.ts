import { systemClock } from '#shared/adapters/system-clock.ts';
import type { Item } from '#shared/adapters/table/item.ts';
import type { FigureStore } from '#shared/ports/figure-store.ts';
import type { Clock } from '#shared/ports/outside.ts';
import type { Store } from '#shared/ports/store.ts';
import { onThisComputer, toRead } from './place.ts';
import { UsageError } from './tool-command.ts';

/** The figures of a centre, with the whole table that they are counted from. */
export interface FiguresPlace {
  readonly figures: FigureStore;
  readonly store: Pick<Store, 'timeline'>;
  readonly clock: Clock;
  items(): AsyncIterable<Item>;
  close(): void;
}

export interface FiguresPlaceOptions {
  readonly aws: boolean;
  readonly data: string;
  readonly table?: string | undefined;
  readonly region?: string | undefined;
}

/** Open the figures of a deployment, with the caller's own AWS credentials. Load the SDK only here. */
async function deployed({ table, region }: FiguresPlaceOptions): Promise<FiguresPlace> {
  if (!table || !region) throw new UsageError('--aws: expected --table NAME and --region REGION beside it');
  const [{ wholeTableClient }, { wholeTable }, { DynamoFigureStore }, { DynamoStore }] = await Promise.all([
    import('#shared/adapters/aws/clients.ts'),
    import('#shared/adapters/aws/whole-table.ts'),
    import('#shared/adapters/aws/dynamo-figure-store.ts'),
    import('#shared/adapters/aws/dynamo-store.ts'),
  ]);
  const client = wholeTableClient(region);
  return {
    figures: new DynamoFigureStore({ client, table }),
    store: new DynamoStore({ client, table }),
    clock: systemClock,
    items: () => wholeTable(client, table).items(),
    close: () => client.destroy(),
  };
}

async function inFolder(data: string, isChanged: boolean): Promise<FiguresPlace> {
  const { database, store, clock, close } = await (isChanged ? onThisComputer(data) : toRead(data));
  const [{ SqliteFigureStore }, { wholeTable }] = await Promise.all([
    import('#shared/adapters/embedded/sqlite-figure-store.ts'),
    import('#shared/adapters/embedded/sqlite-items.ts'),
  ]);
  return { figures: new SqliteFigureStore(database), store, clock, items: () => wholeTable(database), close };
}

/** Open the figures of a data folder or of a deployment. */
export const openFigures = (options: FiguresPlaceOptions, isChanged: boolean): Promise<FiguresPlace> =>
  options.aws ? deployed(options) : inFolder(options.data, isChanged);
