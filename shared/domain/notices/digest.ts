import type { Notice } from '#events/vocabulary.ts';

/**
 * Notices collected for one reader and sent in one mail: twelve cases in one mail, not twelve mails. The id
 * is the reader: `supervisor`, `leadership`, `head:<department>`, `department:<id>` or `user:<user name>`.
 */
export interface Digest {
  readonly id: string;
  readonly version: number;
  readonly causes: readonly string[];
  /** At most `MOST_NOTICES`. */
  readonly notices: readonly Notice[];
  /** Number of notices beyond the maximum. */
  readonly more: number;
  /** When the digest is sent, epoch milliseconds. Missing when it is empty. */
  readonly nextDueAt?: number;
}
