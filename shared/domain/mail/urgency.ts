import type { Priority } from '#events/vocabulary.ts';
import { wordMatcher } from '#shared/domain/text/word-matcher.ts';
import { HIGH, URGENT } from './data/urgent-words.ts';

/** The urgency of a mail by its own words. */
export type Urgency = Exclude<Priority, 'low'>;

/**
 * Return `urgent` for danger to people (fire, live wires, open shafts, collapse, poisoning), `high` for other
 * matters that should not wait, by words in Arabic and English. It can raise a priority, never lower it.
 */
export function urgencyOf(text: string): Urgency {
  const words = wordMatcher(text.slice(0, 20_000));
  if (URGENT.some((entry) => words.has(entry))) return 'urgent';
  return HIGH.some((entry) => words.has(entry)) ? 'high' : 'normal';
}
