import type { BlobStore, Keys, Suggester } from '#shared/ports/outside.ts';
import type { Store } from '#shared/ports/store.ts';
import type { ShellDeps } from '../shell/shell.ts';

/**
 * Bytes of files that may go along with one reply. Lambda takes 6 MB a request, and a form with files arrives
 * in base64, a third more; one computer keeps to the same, so that nobody learns two limits.
 */
export const MOST_REPLY_BYTES = 4_000_000;

/** Everything the console needs from outside. */
export interface ConsoleDeps extends ShellDeps {
  readonly store: Store;
  readonly blobs: BlobStore;
  /** To find the cases of an address or number. */
  readonly keys: Keys;
  /**
   * A short-lived link to a stored file that is too large to pass through the app, as a download under
   * the given name. Absent or undefined: the app sends the file itself.
   */
  linkTo?(key: string, name: string): Promise<string | undefined>;
  /** Proposes how to register what the rules were unsure of; absent: nothing is proposed. */
  readonly suggester?: Suggester;
  /** Where agents open Amazon Connect, which may frame the agents' app; absent where there is none. */
  readonly workspace?: string | undefined;
}
