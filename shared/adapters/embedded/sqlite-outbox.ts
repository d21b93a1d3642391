import type { StatementSync } from 'node:sqlite';
import { commitKey, recordOf } from '#shared/adapters/table/commit-item.ts';
import type { Key } from '#shared/adapters/table/item.ts';
import type { CommitPlace, CommitRecord } from '#shared/ports/store.ts';
import type { Database } from './sqlite-database.ts';
import { itemOfRow } from './sqlite-items.ts';

/** The commits that the relay has not published yet, in their order. */
export class SqliteOutbox {
  readonly #database: Database;
  readonly #add: StatementSync;
  readonly #next: StatementSync;
  readonly #remove: StatementSync;

  /** The items' table must exist. */
  constructor(database: Database) {
    this.#database = database;
    const { sql } = database;
    database.read(() =>
      sql.exec(
        `CREATE TABLE IF NOT EXISTS outbox (
           seq INTEGER PRIMARY KEY AUTOINCREMENT, pk TEXT NOT NULL, sk TEXT NOT NULL, UNIQUE (pk, sk))`,
      ),
    );
    this.#add = sql.prepare('INSERT INTO outbox (pk, sk) VALUES (?, ?)');
    this.#next = sql.prepare('SELECT items.* FROM outbox JOIN items USING (pk, sk) ORDER BY seq LIMIT ?');
    this.#remove = sql.prepare('DELETE FROM outbox WHERE pk = ? AND sk = ?');
  }

  /** Call it inside the write that stores the commit. */
  add({ pk, sk }: Key): void {
    this.#add.run(pk, sk);
  }

  next(limit: number): CommitRecord[] {
    return this.#database
      .read(() => this.#next.all(limit))
      .map((row) => recordOf({ pk: String(row.pk), sk: String(row.sk) }, () => itemOfRow(row)));
  }

  remove(places: readonly CommitPlace[]): Promise<void> {
    return this.#database.write(() => {
      for (const place of places) {
        const { pk, sk } = commitKey(place);
        this.#remove.run(pk, sk);
      }
    });
  }
}
