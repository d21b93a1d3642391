/**
 * The mails to one reader about what others did: twelve cases in one mail, not twelve mails. The notices
 * themselves are stored one by one. The id is the reader: `supervisor`, `leadership`, `head:<department>`,
 * `department:<id>` or `user:<user name>`.
 */
export interface Digest {
  readonly id: string;
  readonly version: number;
  readonly causes: readonly string[];
  /** Event ids of the notices in the newest mail. They are removed from those that wait. */
  readonly sent: readonly string[];
  /** When the next mail is sent. Absent when no notice waits and nothing of the reader is overdue. */
  readonly nextDueAt?: number;
}
