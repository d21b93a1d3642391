import type { FigureStore } from '#shared/ports/figure-store.ts';
import type { Store } from '#shared/ports/store.ts';
import type { ShellDeps } from '../shell/shell.ts';

/** Dependencies of the figures. */
export interface FiguresAppDeps extends ShellDeps {
  readonly figures: FigureStore;
  readonly store: Pick<Store, 'load' | 'effect'>;
  /** The most rows of a file. Without it, a file has any number of rows. */
  readonly mostFileRows?: number;
}
