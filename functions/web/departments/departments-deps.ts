import type { DraftStore } from '#shared/ports/draft-store.ts';
import type { BlobStore, Clock, Keys, RulesSource } from '#shared/ports/outside.ts';
import type { Store } from '#shared/ports/store.ts';

/** Dependencies of the pages for departments. */
export interface DepartmentsDeps {
  readonly store: Store;
  readonly blobs: BlobStore;
  /** Keeps the words of a form that was not sent yet, for each link. */
  readonly drafts: DraftStore;
  readonly rules: RulesSource;
  readonly clock: Clock;
  /** Opens the sealed links, and seals the pages. */
  readonly keys: Keys;
  /** Receives an error before the person gets the error page. */
  onError(error: Error): void;
}
