import { draftItem, draftsOf, endedItem, isEnded } from '#shared/adapters/table/draft-item.ts';
import { draftsPartition, draftsPrefix } from '#shared/adapters/table/keys.ts';
import type { Draft, DraftOwner, DraftStore } from '#shared/ports/draft-store.ts';
import type { Database } from './sqlite-database.ts';
import { SqliteItems } from './sqlite-items.ts';

/** Drafts as rows of the items' table. */
export class SqliteDraftStore implements DraftStore {
  readonly #database: Database;
  readonly #items: SqliteItems;

  constructor(database: Database) {
    this.#database = database;
    this.#items = new SqliteItems(database);
  }

  save(owner: DraftOwner, edit: string, draft: Draft): Promise<boolean> {
    const item = draftItem(owner, edit, draft);
    return this.#database.write(() => {
      if (isEnded(this.#items.get(item), edit)) return false;
      this.#items.replace(item);
      return true;
    });
  }

  async drafts({ place, user }: DraftOwner): Promise<readonly Draft[]> {
    return draftsOf(this.#items.startingWith(draftsPartition(place), draftsPrefix(user)));
  }

  end(owner: DraftOwner, edit: string, form: string, at: number): Promise<void> {
    return this.#database.write(() => this.#items.replace(endedItem(owner, edit, form, at)));
  }

  forget(place: string): Promise<void> {
    return this.#database.forget(() => {
      for (const item of this.#items.startingWith(draftsPartition(place), draftsPrefix('')))
        this.#items.remove(item);
    });
  }
}
