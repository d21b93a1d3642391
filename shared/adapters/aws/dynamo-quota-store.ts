import { setTimeout as pause } from 'node:timers/promises';
import { quotaKey } from '#shared/adapters/table/keys.ts';
import { quotaItem, quotaOf } from '#shared/adapters/table/quota-item.ts';
import { countIn, type Quota, type QuotaAnswer } from '#shared/domain/mail/quota.ts';
import type { QuotaStore } from '#shared/ports/quota-store.ts';
import { StoreError } from '#shared/ports/store-error.ts';
import { follows } from './dynamo-condition.ts';
import type { DynamoStoreOptions } from './dynamo-store.ts';
import { DynamoTable } from './dynamo-table.ts';

/** Attempts while others count against the same quota, and the longest pause before each. */
const TRIES = 12;
const longestPause = (tries: number): number => Math.min(200, 10 * 2 ** tries);

/** Quotas in the table, each as an item that is replaced by its version. */
export class DynamoQuotaStore implements QuotaStore {
  readonly #table: DynamoTable;

  constructor({ client, table }: Pick<DynamoStoreOptions, 'client' | 'table'>) {
    this.#table = new DynamoTable(client, table);
  }

  async count(quota: Quota, slot: string, now: number): Promise<QuotaAnswer> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      if (tries > 0) await pause(longestPause(tries) * Math.random());
      const item = await this.#table.get(quotaKey(quota.name), true);
      const { version, places: stored } = item ? quotaOf(item) : { version: 0, places: [] };
      const { answer, places } = countIn(stored, quota, slot, now);
      if (places === undefined) return answer;
      const next = { version: version + 1, places };
      if (await this.#table.put(quotaItem(quota, next), follows(next.version))) return answer;
    }
    throw new StoreError(
      'throttled',
      `the quota ${quota.name} changed ${TRIES} times while an action was counted`,
    );
  }
}
