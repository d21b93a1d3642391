/** An accepted mail that is not processed yet. */
export interface WaitingMail {
  readonly rawKey: string;
  readonly receivedAt: number;
}

/** A raw mail and its permanent key. */
export interface RawMail {
  readonly key: string;
  readonly bytes: Uint8Array;
}

/**
 * Accepted mail until it is stored in a case. A mail that is still here after hours was not processed, for
 * example because its notification was lost.
 */
export interface MailInbox {
  /**
   * Read a mail by the key of its notification, also after `done`. Return undefined when there is no such
   * mail.
   */
  read(rawKey: string): Promise<RawMail | undefined>;
  /** Remove a processed mail from the inbox. May be repeated. */
  done(rawKey: string): Promise<void>;
  /** Return up to `most` mails that have waited since before an instant. */
  waiting(before: number, most: number): Promise<readonly WaitingMail[]>;
}
