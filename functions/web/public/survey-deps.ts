import type { Clock, Keys, RulesSource } from '#shared/ports/outside.ts';
import type { Store } from '#shared/ports/store.ts';

/** Everything the public pages need from outside. */
export interface SurveyDeps {
  readonly store: Store;
  readonly rules: RulesSource;
  readonly clock: Clock;
  /** Opens the links that were sealed with them, and seals the pages. */
  readonly keys: Keys;
  /** Told of what went wrong before the person is shown a calm page. */
  onError(error: Error): void;
}
