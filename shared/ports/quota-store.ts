import type { Quota, QuotaAnswer } from '#shared/domain/mail/quota.ts';

/** Counts actions against limits that all processes share. */
export interface QuotaStore {
  /**
   * Count an action before it is done. The limit holds for concurrent callers too. A slot that was counted
   * before is not counted again.
   */
  count(quota: Quota, slot: string, now: number): Promise<QuotaAnswer>;
  /**
   * Count an attempt, such as a guess, before it is judged. It costs the same requests whether the limit was reached
   * or not.
   */
  attempt(quota: Quota, slot: string, now: number): Promise<QuotaAnswer>;
  /** Take back an attempt: it was right. */
  release(quota: Quota, slot: string): Promise<void>;
}
