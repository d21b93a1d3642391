import { daysBetween } from '#shared/adapters/table/days.ts';
import {
  compareDayFigures,
  countedFromItems,
  countedItem,
  figuresFromItem,
  figuresItem,
  SUBJECTS_AT_ONCE,
  subjectsOfItems,
} from '#shared/adapters/table/figures-item.ts';
import type { Item, Key } from '#shared/adapters/table/item.ts';
import {
  ASKED_REPORTS,
  CHANGES,
  countedKey,
  countedPartition,
  figuresKey,
  undatedCountedKey,
} from '#shared/adapters/table/keys.ts';
import { askedItem, askedOf, changeItem, changeOf } from '#shared/adapters/table/report-item.ts';
import type { AskedReport } from '#shared/domain/reports/asked-report.ts';
import type { DayFigures } from '#shared/domain/reports/day-figures.ts';
import type { NotedChange } from '#shared/domain/reports/noted-change.ts';
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

  async counted(events: readonly Pick<CountedEvent, 'id' | 'day'>[]): Promise<ReadonlySet<string>> {
    const keys = events.flatMap((event) => [countedKey(event), undatedCountedKey(event.id)]);
    const found = await this.#table.getMany(keys, true);
    const places = new Set(found.map(({ pk, sk }) => `${pk} ${sk}`));
    const has = ({ pk, sk }: Key): boolean => places.has(`${pk} ${sk}`);
    return new Set(
      events
        .filter((event) => has(countedKey(event)) || has(undatedCountedKey(event.id)))
        .map(({ id }) => id),
    );
  }

  async countedOn(day: string): Promise<readonly CountedEvent[]> {
    return countedFromItems(await this.#partition(countedPartition(day)));
  }

  async *subjectsOn(day: string): AsyncGenerator<readonly string[]> {
    for (let after = ''; ; ) {
      const items = await this.#table.query(
        {
          KeyConditionExpression: '#pk = :pk AND #sk > :after',
          ProjectionExpression: '#pk, #sk, #subject',
          ExpressionAttributeNames: { '#pk': 'pk', '#sk': 'sk', '#subject': 'subject' },
          // No id is shorter. DynamoDB rejects a key without characters.
          ExpressionAttributeValues: { ':pk': countedPartition(day), ':after': after || ' ' },
        },
        SUBJECTS_AT_ONCE,
      );
      yield subjectsOfItems(items);
      if (items.length < SUBJECTS_AT_ONCE) return;
      after = items.at(-1)?.sk ?? '';
    }
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

  async changes(): Promise<readonly NotedChange[]> {
    return (await this.#partition(CHANGES, true)).map(changeOf);
  }

  saveChange(change: NotedChange, how: 'new' | 'known'): Promise<boolean> {
    return this.#table.put(changeItem(change), how === 'new' ? 'absent' : 'any');
  }

  async askedReports(): Promise<readonly AskedReport[]> {
    return (await this.#partition(ASKED_REPORTS, true)).map(askedOf);
  }

  saveAsked(asked: AskedReport, how: 'new' | 'known'): Promise<boolean> {
    return this.#table.put(askedItem(asked), how === 'new' ? 'absent' : 'any');
  }

  #partition(pk: string, isNewest = false): Promise<readonly Item[]> {
    return this.#table.query({
      KeyConditionExpression: '#pk = :pk',
      ExpressionAttributeNames: { '#pk': 'pk' },
      ExpressionAttributeValues: { ':pk': pk },
      ...(isNewest && { ConsistentRead: true }),
    });
  }
}
