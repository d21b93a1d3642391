import { countIn, type Quota, type QuotaAnswer, type QuotaPlace } from '#shared/domain/mail/quota.ts';
import type { QuotaStore } from '#shared/ports/quota-store.ts';

/** Quotas in memory. */
export class MemoryQuotas implements QuotaStore {
  readonly #places = new Map<string, readonly QuotaPlace[]>();

  async count(quota: Quota, slot: string, now: number): Promise<QuotaAnswer> {
    const { answer, places } = countIn(this.#places.get(quota.name) ?? [], quota, slot, now);
    if (places) this.#places.set(quota.name, places);
    return answer;
  }
}
