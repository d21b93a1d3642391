import type { Notice } from '#events/vocabulary.ts';

/**
 * What gathers for one reader of mail until it is told: twelve cases in one mail, not twelve mails. The id says
 * who: `supervisor`, `leadership`, `head:<department>`, `department:<id>` or `user:<user name>`.
 */
export interface Digest {
  readonly id: string;
  readonly version: number;
  readonly causes: readonly string[];
  /** At most as many as a mail can hold. */
  readonly notices: readonly Notice[];
  /** How many more there were. */
  readonly more: number;
  /** When it is told; absent when nothing waits. */
  readonly nextDueAt?: number;
}
