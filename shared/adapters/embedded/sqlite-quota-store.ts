import { quotaKey } from '#shared/adapters/table/keys.ts';
import { QuotaDecisions } from '#shared/adapters/table/quota-decisions.ts';
import { quotaItem, quotaOf } from '#shared/adapters/table/quota-item.ts';
import type { Counted, Quota, QuotaAnswer, QuotaPlace } from '#shared/domain/mail/quota.ts';
import type { Database } from './sqlite-database.ts';
import { SqliteItems } from './sqlite-items.ts';

/** Quotas as rows of the items' table. */
export class SqliteQuotaStore extends QuotaDecisions {
  readonly #database: Database;
  readonly #items: SqliteItems;

  constructor(database: Database) {
    super();
    this.#database = database;
    this.#items = new SqliteItems(database);
  }

  protected change(quota: Quota, decide: (stored: readonly QuotaPlace[]) => Counted): Promise<QuotaAnswer> {
    return this.#database.write(() => {
      const item = this.#items.get(quotaKey(quota.name));
      const { version, places: stored } = item ? quotaOf(item) : { version: 0, places: [] };
      const { answer, places } = decide(stored);
      if (places !== undefined) this.#items.replace(quotaItem(quota, { version: version + 1, places }));
      return answer;
    });
  }
}
