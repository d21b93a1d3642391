import {
  compareDayFigures,
  countedFromItems,
  countedItem,
  figuresFromItem,
  figuresItem,
  SUBJECTS_AT_ONCE,
  subjectsOfItems,
} from '#shared/adapters/table/figures-item.ts';
import type { Item } from '#shared/adapters/table/item.ts';
import {
  ASKED_REPORTS,
  CHANGES,
  countedKey,
  countedPartition,
  figuresKey,
  undatedCountedKey,
} from '#shared/adapters/table/keys.ts';
import { askedItem, askedOf, changeItem, changeOf } from '#shared/adapters/table/report-item.ts';
import { keepNewest } from '#shared/domain/keep-newest.ts';
import type { AskedReport } from '#shared/domain/reports/asked-report.ts';
import type { DayFigures } from '#shared/domain/reports/day-figures.ts';
import type { NotedChange } from '#shared/domain/reports/noted-change.ts';
import type { CountedEvent, FigureStore } from '#shared/ports/figure-store.ts';
import type { Database } from './sqlite-database.ts';
import { itemOfRow, SqliteItems } from './sqlite-items.ts';

/** Sorts after every id of an event. */
const LAST_ID = '\u{10FFFF}';

/** Decoded days that are kept: those of two years. */
const MOST_KEPT = 800;

/** The figures of the days as rows of the items' table. */
export class SqliteFigureStore implements FigureStore {
  readonly #database: Database;
  readonly #items: SqliteItems;
  /** Days by key, each with the text that it was decoded from. */
  readonly #kept = new Map<string, { readonly body: string; readonly figures: DayFigures }>();

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

  async *subjectsOn(day: string): AsyncGenerator<readonly string[]> {
    for (let after = ''; ; ) {
      // The bounds of a range are inclusive: the next key begins after the last one.
      const from = after === '' ? '' : `${after}\u0000`;
      const items = this.#items.range(countedPartition(day), from, LAST_ID, SUBJECTS_AT_ONCE);
      yield subjectsOfItems(items);
      if (items.length < SUBJECTS_AT_ONCE) return;
      after = items.at(-1)?.sk ?? '';
    }
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
    const rows = this.#items.bodies(figuresKey(from, 0).pk, figuresKey(to, 0).pk);
    return rows.map((row) => this.#decoded(row)).sort(compareDayFigures);
  }

  /** Decode a day, or return it as it was decoded before when its text is still the same. */
  #decoded(row: ReturnType<SqliteItems['bodies']>[number]): DayFigures {
    const key = `${row.pk} ${row.sk}`;
    const kept = this.#kept.get(key);
    if (kept?.body === row.body) return kept.figures;
    const figures = figuresFromItem(itemOfRow(row));
    keepNewest(this.#kept, key, { body: row.body, figures }, MOST_KEPT);
    return figures;
  }

  async changes(): Promise<readonly NotedChange[]> {
    return this.#items.startingWith(CHANGES, '').map(changeOf);
  }

  saveChange(change: NotedChange, how: 'new' | 'known'): Promise<boolean> {
    return this.#keep(changeItem(change), how);
  }

  async askedReports(): Promise<readonly AskedReport[]> {
    return this.#items.startingWith(ASKED_REPORTS, '').map(askedOf);
  }

  saveAsked(asked: AskedReport, how: 'new' | 'known'): Promise<boolean> {
    return this.#keep(askedItem(asked), how);
  }

  #keep(item: Item, how: 'new' | 'known'): Promise<boolean> {
    return this.#database.write(() => {
      if (how === 'new') return this.#items.insert(item);
      this.#items.replace(item);
      return true;
    });
  }
}
