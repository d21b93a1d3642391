import type { DeskStore } from '#shared/ports/desk-store.ts';
import type { SentMails } from '#shared/ports/mailer.ts';
import type { BlobStore, Keys, Suggester } from '#shared/ports/outside.ts';
import type { Store } from '#shared/ports/store.ts';
import type { ShellDeps } from '../shell/shell.ts';

/** Dependencies of the console. */
export interface ConsoleDeps extends ShellDeps {
  readonly store: Store;
  readonly blobs: BlobStore;
  /** Mails to beneficiaries and departments as they were sent. */
  readonly sentMails: Pick<SentMails, 'find'>;
  /** The lists that staff named, and the cases they have seen. */
  readonly desk: DeskStore;
  /** Used to find the cases of an address or number. */
  readonly keys: Keys;
  /**
   * Return a short-lived link that downloads a stored file under the given name, for files too large to pass
   * through the app. Without this function, or when it returns undefined, the app sends the file itself.
   */
  linkTo?(key: string, name: string): Promise<string | undefined>;
  /** Proposes type and category when the rules are unsure. Without it there are no proposals. */
  readonly suggester?: Suggester;
  /** The centre runs on one computer for a trial: its empty list leads to the telephone, the mailbox and the clock. */
  readonly isTrial?: boolean;
  /** The address of the Amazon Connect workspace, which may frame the agents' app. Absent without Connect. */
  readonly workspace?: string | undefined;
}
