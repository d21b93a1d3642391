import {
  compareDayFigures,
  countedItem,
  figuresFromItem,
  figuresItem,
} from '#shared/adapters/table/figures-item.ts';
import { countedKey, figuresKey } from '#shared/adapters/table/keys.ts';
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

  async counted(ids: readonly string[]): Promise<ReadonlySet<string>> {
    return new Set(ids.filter((id) => this.#items.has(countedKey(id))));
  }

  save(figures: DayFigures, events: readonly CountedEvent[]): Promise<boolean> {
    const item = figuresItem(figures);
    return this.#database.write(() => {
      const stored = this.#items.get(item);
      if ((stored ? figuresFromItem(stored).version : 0) !== figures.version - 1) return false;
      if (events.some(({ id }) => this.#items.has(countedKey(id)))) return false;
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
