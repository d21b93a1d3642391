import type { FigureStore } from '#shared/ports/figure-store.ts';
import type { BlobStore, Keys } from '#shared/ports/outside.ts';
import type { Store } from '#shared/ports/store.ts';
import type { ShellDeps } from '../shell/shell.ts';

/** Dependencies of the pages of outgoing calls. */
export interface OutreachAppDeps extends ShellDeps {
  readonly store: Store;
  readonly keys: Keys;
  readonly figures: FigureStore;
  /** The lists from which weeks are drawn. */
  readonly blobs: BlobStore;
}
