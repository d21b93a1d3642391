import type { Quota, QuotaAnswer } from '#shared/domain/mail/quota.ts';

/** Counts actions against limits that all processes share. */
export interface QuotaStore {
  /**
   * Count an action before it is done. The limit holds for concurrent callers too. A slot that was counted
   * before is not counted again.
   */
  count(quota: Quota, slot: string, now: number): Promise<QuotaAnswer>;
}
