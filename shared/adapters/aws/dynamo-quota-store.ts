import { setTimeout as pause } from 'node:timers/promises';
import { quotaKey } from '#shared/adapters/table/keys.ts';
import { QuotaDecisions } from '#shared/adapters/table/quota-decisions.ts';
import { quotaItem, quotaOf } from '#shared/adapters/table/quota-item.ts';
import type { Counted, Quota, QuotaAnswer, QuotaPlace } from '#shared/domain/mail/quota.ts';
import { StoreError } from '#shared/ports/store-error.ts';
import { follows } from './dynamo-condition.ts';
import type { DynamoStoreOptions } from './dynamo-store.ts';
import { DynamoTable } from './dynamo-table.ts';

/** Attempts while others count against the same quota, and the longest pause before each. */
const TRIES = 12;
const longestPause = (tries: number): number => Math.min(200, 10 * 2 ** tries);

/** Quotas in the table, each as an item that is replaced by its version. */
export class DynamoQuotaStore extends QuotaDecisions {
  readonly #table: DynamoTable;

  constructor({ client, table }: Pick<DynamoStoreOptions, 'client' | 'table'>) {
    super();
    this.#table = new DynamoTable(client, table);
  }

  protected async change(
    quota: Quota,
    decide: (stored: readonly QuotaPlace[]) => Counted,
  ): Promise<QuotaAnswer> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      if (tries > 0) await pause(longestPause(tries) * Math.random());
      const item = await this.#table.get(quotaKey(quota.name), true);
      const { version, places: stored } = item ? quotaOf(item) : { version: 0, places: [] };
      const { answer, places } = decide(stored);
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
