import type { Store } from '#shared/ports/store.ts';
import type { ShellDeps } from '../shell/shell.ts';

/** Dependencies of the pages about quality. */
export interface QualityDeps extends ShellDeps {
  readonly store: Store;
}
