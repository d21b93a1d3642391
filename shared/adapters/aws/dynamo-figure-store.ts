import { daysBetween } from '#shared/adapters/table/days.ts';
import {
  compareDayFigures,
  countedItem,
  figuresFromItem,
  figuresItem,
} from '#shared/adapters/table/figures-item.ts';
import { countedKey, figuresKey } from '#shared/adapters/table/keys.ts';
import type { DayFigures } from '#shared/domain/reports/day-figures.ts';
import type { CountedEvent, FigureStore } from '#shared/ports/figure-store.ts';
import { follows } from './dynamo-condition.ts';
import { DynamoShards } from './dynamo-shards.ts';
import type { DynamoStoreOptions } from './dynamo-store.ts';
import { DynamoTable } from './dynamo-table.ts';

/** The figures of the days in the table. */
export class DynamoFigureStore implements FigureStore {
  readonly #table: DynamoTable;
  readonly #shards: DynamoShards;

  constructor({ client, table, figureShards = 1 }: DynamoStoreOptions) {
    this.#table = new DynamoTable(client, table);
    this.#shards = new DynamoShards(this.#table, 'figures', figureShards);
  }

  async load(day: string, shard: number): Promise<DayFigures | undefined> {
    const item = await this.#table.get(figuresKey(day, shard), true);
    return item && figuresFromItem(item);
  }

  async counted(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const idOf = new Map(ids.map((id) => [countedKey(id).pk, id]));
    const found = await this.#table.getMany(ids.map(countedKey), true);
    return new Set(found.flatMap(({ pk }) => idOf.get(pk) ?? []));
  }

  async save(figures: DayFigures, events: readonly CountedEvent[]): Promise<boolean> {
    await this.#shards.record();
    return this.#table.putAll([
      { item: figuresItem(figures), condition: follows(figures.version) },
      ...events.map((event) => ({ item: countedItem(event), condition: 'absent' as const })),
    ]);
  }

  async range(from: string, to: string): Promise<readonly DayFigures[]> {
    const shards = Array.from({ length: await this.#shards.highest() }, (_, shard) => shard);
    const keys = daysBetween(from, to).flatMap((day) => shards.map((shard) => figuresKey(day, shard)));
    return (await this.#table.getMany(keys)).map(figuresFromItem).sort(compareDayFigures);
  }
}
