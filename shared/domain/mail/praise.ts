import { normaliseArabic } from '#shared/domain/text/normalise-arabic.ts';
import { wordFinder } from '#shared/domain/text/word-matcher.ts';
import { PRAISE } from './data/praise-words.ts';
import { TYPES } from './data/types.ts';

/** Of two courtesies that begin alike the longer one is removed. Their words hold no sign of a pattern. */
const COURTESIES = new RegExp([...PRAISE.courtesies].sort((a, b) => b.length - a.length).join('|'), 'gu');
/** Praise names how staff treat people too. */
const OF_COMPLAINTS = [...TYPES.complaint.named, ...(TYPES.complaint.service ?? [])].filter(
  (word) => !word.startsWith('تعامل'),
);
const PAIRS = {
  praises: new Set(PRAISE.praises),
  wants: new Set([...PRAISE.wants, ...TYPES.inquiry.named, ...OF_COMPLAINTS]),
  finished: new Set(PRAISE.finished),
  defects: new Set(TYPES.report.shown),
} as const;
const find = wordFinder(Object.values(PAIRS).flatMap((words) => [...words]));

/** A letter of thanks is not long. A longer one may hold a wish that no word shows. */
const LONGEST = 1500;

/**
 * Return the praise of a mail that only praises. Return nothing for a mail with a question, a wish, a denial, a
 * restriction, or a defect without a word of its repair. When in doubt, a mail does not only praise.
 */
export function onlyPraise(subject: string, text: string): readonly string[] {
  const given = normaliseArabic(`${subject}\n${text}`);
  if (/[?؟]/u.test(given)) return [];
  const whole = given.replace(COURTESIES, ' ');
  if (whole.length > LONGEST) return [];
  const found = [...find(whole)];
  const of = (kind: keyof typeof PAIRS): string[] => found.filter((word) => PAIRS[kind].has(word));
  if (of('wants').length > 0) return [];
  if (of('defects').length > 0 && of('finished').length === 0) return [];
  return of('praises');
}
