import { quotaKey } from '#shared/adapters/table/keys.ts';
import { quotaItem, quotaOf } from '#shared/adapters/table/quota-item.ts';
import {
  attemptIn,
  type Counted,
  countIn,
  type Quota,
  type QuotaAnswer,
  type QuotaPlace,
  releaseFrom,
} from '#shared/domain/mail/quota.ts';
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
    return this.#change(quota, (places) => countIn(places, quota, slot, now));
  }

  attempt(quota: Quota, slot: string, now: number): Promise<QuotaAnswer> {
    return this.#change(quota, (places) => attemptIn(places, quota, slot, now));
  }

  async release(quota: Quota, slot: string): Promise<void> {
    await this.#change(quota, (places) => releaseFrom(places, slot));
  }

  #change(quota: Quota, decide: (stored: readonly QuotaPlace[]) => Counted): Promise<QuotaAnswer> {
    return this.#database.write(() => {
      const item = this.#items.get(quotaKey(quota.name));
      const { version, places: stored } = item ? quotaOf(item) : { version: 0, places: [] };
      const { answer, places } = decide(stored);
      if (places !== undefined) this.#items.replace(quotaItem(quota, { version: version + 1, places }));
      return answer;
    });
  }
}
