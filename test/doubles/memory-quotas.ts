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

/** Quotas in memory. */
export class MemoryQuotas implements QuotaStore {
  readonly #places = new Map<string, readonly QuotaPlace[]>();

  async count(quota: Quota, slot: string, now: number): Promise<QuotaAnswer> {
    return this.#change(quota, (places) => countIn(places, quota, slot, now));
  }

  async attempt(quota: Quota, slot: string, now: number): Promise<QuotaAnswer> {
    return this.#change(quota, (places) => attemptIn(places, quota, slot, now));
  }

  async release(quota: Quota, slot: string): Promise<void> {
    this.#change(quota, (places) => releaseFrom(places, slot));
  }

  #change({ name }: Quota, decide: (stored: readonly QuotaPlace[]) => Counted): QuotaAnswer {
    const { answer, places } = decide(this.#places.get(name) ?? []);
    if (places) this.#places.set(name, places);
    return answer;
  }
}
