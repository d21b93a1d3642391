import type { Priority } from '#events/vocabulary.ts';
import { normaliseArabic } from '#shared/domain/text/normalise-arabic.ts';
import { wordFinder } from '#shared/domain/text/word-matcher.ts';
import { HARMLESS, HIGH, URGENT, URGENT_TOGETHER } from './data/urgent-words.ts';

/** The urgency of a mail by its own words. */
export type Urgency = Exclude<Priority, 'low'>;

const LONGEST = 20_000;

const NAMES = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:[وفبلك]|ال|وال|بال|لل)?(?:${HARMLESS.join('|')})(?![\\p{L}\\p{M}])`,
  'gu',
);

const find = wordFinder([...URGENT, ...URGENT_TOGETHER.flat(2), ...HIGH]);

type Found = ReadonlySet<string>;

const hasAny = (words: Found, entries: readonly string[]): boolean =>
  entries.some((entry) => words.has(entry));

const isDangerous = (words: Found): boolean =>
  URGENT_TOGETHER.some(([subject, state]) => hasAny(words, subject) && hasAny(words, state));

/**
 * Return `urgent` for danger to people (fire, gas, live wires, open shafts, collapse, poisoning), `high` for
 * other matters that should not wait, by words in Arabic and English: one word, or two in the same sentence.
 * Names such as "fire extinguisher" do not count. It can raise a priority, never lower it.
 */
export function urgencyOf(text: string): Urgency {
  const plain = text
    .slice(0, LONGEST)
    .split(/[.!?؟;؛\n]/)
    .map((sentence) => normaliseArabic(sentence).replace(NAMES, ' '));
  const words = find(plain.join(' . '));
  if (hasAny(words, URGENT)) return 'urgent';
  // Most mails have no pair in the whole text: look at each sentence only when there can be one.
  if (isDangerous(words) && plain.some((sentence) => isDangerous(find(sentence)))) return 'urgent';
  return hasAny(words, HIGH) ? 'high' : 'normal';
}
