import type { Clock, Keys, RulesSource } from '#shared/ports/outside.ts';
import type { QuotaStore } from '#shared/ports/quota-store.ts';
import type { Store } from '#shared/ports/store.ts';

/** Dependencies of the public pages. */
export interface SurveyDeps {
  readonly store: Store;
  readonly rules: RulesSource;
  readonly clock: Clock;
  /** Opens the sealed links, and seals the pages. */
  readonly keys: Keys;
  /** Counts the guesses of visitors. */
  readonly quotas: QuotaStore;
  /** Receives an error before the person gets the error page. */
  onError(error: Error): void;
}
