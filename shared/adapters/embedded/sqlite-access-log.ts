import { randomUUID } from 'node:crypto';
import { accessesOf, accessItem } from '#shared/adapters/table/access-item.ts';
import { accessesPartition } from '#shared/adapters/table/keys.ts';
import type { Access, AccessLog } from '#shared/ports/access-log.ts';
import type { Database } from './sqlite-database.ts';
import { SqliteItems } from './sqlite-items.ts';

/** Reads of personal data as rows of the items' table. */
export class SqliteAccessLog implements AccessLog {
  readonly #database: Database;
  readonly #items: SqliteItems;

  constructor(database: Database) {
    this.#database = database;
    this.#items = new SqliteItems(database);
  }

  async record(access: Access): Promise<void> {
    await this.#database.write(() => this.#items.insert(accessItem(access, randomUUID())));
  }

  async accessesOn(day: string): Promise<readonly Access[]> {
    return accessesOf(this.#items.startingWith(accessesPartition(day), ''));
  }
}
