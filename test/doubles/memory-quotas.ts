import { QuotaDecisions } from '#shared/adapters/table/quota-decisions.ts';
import type { Counted, Quota, QuotaAnswer, QuotaPlace } from '#shared/domain/mail/quota.ts';

/** Quotas in memory. */
export class MemoryQuotas extends QuotaDecisions {
  readonly #places = new Map<string, readonly QuotaPlace[]>();

  protected async change(
    { name }: Quota,
    decide: (stored: readonly QuotaPlace[]) => Counted,
  ): Promise<QuotaAnswer> {
    const { answer, places } = decide(this.#places.get(name) ?? []);
    if (places) this.#places.set(name, places);
    return answer;
  }
}
