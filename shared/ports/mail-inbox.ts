/** An accepted mail that has not become anything yet. */
export interface WaitingMail {
  readonly rawKey: string;
  readonly receivedAt: number;
}

/** A raw mail and the key under which it stays. */
export interface RawMail {
  readonly key: string;
  readonly bytes: Uint8Array;
}

/**
 * Where accepted mail lies until it is a case or a message of one. What is still here after hours was
 * forgotten by whoever should have said that it came.
 */
export interface MailInbox {
  /** The mail under the key it was announced by, whether it waits or was taken out before; undefined for none. */
  read(rawKey: string): Promise<RawMail | undefined>;
  /** Takes a mail out that became something. May be repeated. */
  done(rawKey: string): Promise<void>;
  /** Up to so many mails that wait since before an instant. */
  waiting(before: number, most: number): Promise<readonly WaitingMail[]>;
}
