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

/** The decisions about a quota. A store only loads its places, decides and replaces them, all or nothing. */
export abstract class QuotaDecisions implements QuotaStore {
  /** Replace the places of a quota by those of the decision, if it returns any. Return its answer. */
  protected abstract change(
    quota: Quota,
    decide: (stored: readonly QuotaPlace[]) => Counted,
  ): Promise<QuotaAnswer>;

  count(quota: Quota, slot: string, now: number): Promise<QuotaAnswer> {
    return this.change(quota, (places) => countIn(places, quota, slot, now));
  }

  attempt(quota: Quota, slot: string, now: number): Promise<QuotaAnswer> {
    return this.change(quota, (places) => attemptIn(places, quota, slot, now));
  }

  async release(quota: Quota, slot: string): Promise<void> {
    await this.change(quota, (places) => releaseFrom(places, slot));
  }
}
