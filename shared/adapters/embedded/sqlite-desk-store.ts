import { savedListItem, savedListOf, seenItem, seenOf } from '#shared/adapters/table/desk-item.ts';
import { SAVED_LISTS, savedListKey, seenKey } from '#shared/adapters/table/keys.ts';
import type { DeskStore, SavedList } from '#shared/ports/desk-store.ts';
import type { Database } from './sqlite-database.ts';
import { SqliteItems } from './sqlite-items.ts';

/** Saved lists and seen cases as rows of the items' table. */
export class SqliteDeskStore implements DeskStore {
  readonly #database: Database;
  readonly #items: SqliteItems;

  constructor(database: Database) {
    this.#database = database;
    this.#items = new SqliteItems(database);
  }

  saveList(list: SavedList): Promise<boolean> {
    const item = savedListItem(list);
    return this.#database.write(() => this.#items.insert(item));
  }

  async savedLists(): Promise<readonly SavedList[]> {
    return this.#items.startingWith(SAVED_LISTS, '').map(savedListOf);
  }

  removeList(list: Pick<SavedList, 'team' | 'name'>): Promise<void> {
    return this.#database.write(() => this.#items.remove(savedListKey(list)));
  }

  markSeen(user: string, caseId: string, at: number): Promise<void> {
    return this.#database.write(() => this.#items.replace(seenItem(user, caseId, at)));
  }

  async seenAt(user: string, caseIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    return seenOf(this.#items.getMany(caseIds.map((id) => seenKey(user, id))));
  }
}
