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

/** A mail for the administrator of the domain, as the receiving server knows it. */
export interface KeptMail {
  readonly rawKey: string;
  readonly envelopeFrom: string | null;
  readonly recipients: readonly string[];
  readonly receivedAt: number;
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
  /**
   * Keep a mail for the administrator of the domain, apart from the mail of cases, for
   * `KEPT_MAIL_DAYS`. It is no longer in the inbox. May be repeated.
   */
  keep(mail: KeptMail): Promise<void>;
  /** Return up to `most` mails that have waited since before an instant. */
  waiting(before: number, most: number): Promise<readonly WaitingMail[]>;
}
