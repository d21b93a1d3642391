import { quotaKey } from '#shared/adapters/table/keys.ts';
import { quotaItem, quotaOf } from '#shared/adapters/table/quota-item.ts';
import { countIn, type Quota, type QuotaAnswer } from '#shared/domain/mail/quota.ts';
import type { QuotaStore } from '#shared/ports/quota-store.ts';
import type { Database } from './sqlite-database.ts';
import { SqliteItems } from './sqlite-items.ts';

/** Quotas as rows of the items' table. */
export class SqliteQuotaStore implements QuotaStore {
  readonly #database: Database;
  readonly #items: SqliteItems;

  constructor(database: Database) {
    this.#database = database;
    this.#items = new SqliteItems(database);
  }

  count(quota: Quota, slot: string, now: number): Promise<QuotaAnswer> {
    return this.#database.write(() => {
      const item = this.#items.get(quotaKey(quota.name));
      const { version, places: stored } = item ? quotaOf(item) : { version: 0, places: [] };
      const { answer, places } = countIn(stored, quota, slot, now);
      if (places !== undefined) this.#items.replace(quotaItem(quota, { version: version + 1, places }));
      return answer;
    });
  }
}
