import {
  compareDayFigures,
  countedFromItems,
  countedItem,
  figuresFromItem,
  figuresItem,
} from '#shared/adapters/table/figures-item.ts';
import { countedKey, countedPartition, figuresKey, undatedCountedKey } from '#shared/adapters/table/keys.ts';
import type { DayFigures } from '#shared/domain/reports/day-figures.ts';
import type { CountedEvent, FigureStore } from '#shared/ports/figure-store.ts';
import type { Database } from './sqlite-database.ts';
import { SqliteItems } from './sqlite-items.ts';

/** The figures of the days as rows of the items' table. */
export class SqliteFigureStore implements FigureStore {
  readonly #database: Database;
  readonly #items: SqliteItems;

  constructor(database: Database) {
    this.#database = database;
    this.#items = new SqliteItems(database);
  }

  async load(day: string, shard: number): Promise<DayFigures | undefined> {
    const item = this.#items.get(figuresKey(day, shard));
    return item && figuresFromItem(item);
  }

  async counted(events: readonly Pick<CountedEvent, 'id' | 'day'>[]): Promise<ReadonlySet<string>> {
    return new Set(events.filter((event) => this.#isCounted(event)).map(({ id }) => id));
  }

  #isCounted(event: Pick<CountedEvent, 'id' | 'day'>): boolean {
    return this.#items.has(countedKey(event)) || this.#items.has(undatedCountedKey(event.id));
  }

  async countedOn(day: string): Promise<readonly CountedEvent[]> {
    const partition = countedPartition(day);
    return countedFromItems(this.#items.partitions(partition, partition));
  }

  save(figures: DayFigures, events: readonly CountedEvent[]): Promise<boolean> {
    const item = figuresItem(figures);
    return this.#database.write(() => {
      const stored = this.#items.get(item);
      if ((stored ? figuresFromItem(stored).version : 0) !== figures.version - 1) return false;
      if (events.some((event) => this.#isCounted(event))) return false;
      this.#items.replace(item);
      for (const event of events) this.#items.insert(countedItem(event));
      return true;
    });
  }

  async range(from: string, to: string): Promise<readonly DayFigures[]> {
    const items = this.#items.partitions(figuresKey(from, 0).pk, figuresKey(to, 0).pk);
    return items.map(figuresFromItem).sort(compareDayFigures);
  }
}
