import type { CaseType } from '#events/vocabulary.ts';
import { type WordMatcher, wordMatcher } from '#shared/domain/text/word-matcher.ts';
import { CATEGORIES } from './data/categories.ts';
import { OTHER_CATEGORY } from './data/category-names.ts';
import { TYPES } from './data/types.ts';
import { USUAL_TYPES } from './data/usual-types.ts';

export interface Classification {
  readonly type: CaseType;
  /** A category id of `data/categories.ts`, `other` when nothing fits. */
  readonly category: string;
  /** False when a person should look at the choice first. */
  readonly confident: boolean;
  /** What spoke for the choice: `category:drainage:تسرب`, `type:report:بلاغ`. */
  readonly reasons: readonly string[];
}

/** Words in the subject say more about a mail than words in its text. */
const SUBJECT_WEIGHT = 2;
const LONGEST_TEXT = 20_000;

interface Score {
  readonly id: string;
  readonly points: number;
  readonly reasons: readonly string[];
}

interface Matchers {
  readonly subject: WordMatcher;
  readonly text: WordMatcher;
}

function weigh(
  id: string,
  kind: string,
  words: Iterable<[string, number]>,
  { subject, text }: Matchers,
): Score {
  let points = 0;
  const reasons: string[] = [];
  for (const [word, weight] of words) {
    const times = (subject.has(word) ? SUBJECT_WEIGHT : 0) + (text.has(word) ? 1 : 0);
    if (times === 0) continue;
    points += times * weight;
    reasons.push(`${kind}:${id}:${word}`);
  }
  return { id, points, reasons };
}

function weighted(entry: string): [string, number] {
  const [word = '', weight = '1'] = entry.split('=');
  return [word, Number(weight)];
}

/** The lists as words with their weights, taken apart once. */
const WEIGHTED = CATEGORIES.map(({ id, words }) => ({ id, words: words.map(weighted) }));

function best(scores: readonly Score[]): { first: Score; lead: number } {
  const [first = { id: '', points: 0, reasons: [] }, second] = [...scores].sort(
    (a, b) => b.points - a.points,
  );
  return { first, lead: first.points - (second?.points ?? 0) };
}

function typeScores(matchers: Matchers, hasQuestion: boolean): Score[] {
  return (Object.keys(TYPES) as CaseType[]).map((type) => {
    const { named, shown, service = [] } = TYPES[type];
    const words: [string, number][] = [
      ...[...named, ...service].map((word): [string, number] => [word, 3]),
      ...shown.map((word): [string, number] => [word, 1]),
    ];
    const score = weigh(type, 'type', words, matchers);
    return type === 'inquiry' && hasQuestion
      ? { id: type, points: score.points + 2, reasons: [...score.reasons, 'type:inquiry:?'] }
      : score;
  });
}

/**
 * People call a broken lamp a "complaint" (شكوى) too. A complaint in the centre's sense is about how it or
 * its staff served someone, so that naming a defect of the city outweighs the bare word; and where they
 * write how their report was treated, the word "report" names what they complain about.
 */
function settleComplaint(scores: readonly Score[], matchers: Matchers): Score[] {
  const says = (words: readonly string[]): boolean =>
    words.some((word) => matchers.subject.has(word) || matchers.text.has(word));
  const { service = [], shown } = TYPES.complaint;
  const served = says(service);
  const defect = weigh(
    'report',
    'type',
    TYPES.report.shown.map((word) => [word, 1]),
    matchers,
  ).points;
  return scores.map((score) => {
    if (score.id === 'report' && served) return { ...score, points: defect };
    const isDefect = score.id === 'complaint' && !served && !says(shown) && defect > 0;
    return isDefect ? { ...score, points: 0 } : score;
  });
}

/**
 * Proposes the type and category of a mail from the words of its subject and new part, in Arabic and
 * English. A proposal only: an agent can change both, and `confident` says whether one should look first.
 */
export function classify(subject: string, text: string): Classification {
  const body = text.slice(0, LONGEST_TEXT);
  const matchers: Matchers = { subject: wordMatcher(subject), text: wordMatcher(body) };
  const category = best(WEIGHTED.map(({ id, words }) => weigh(id, 'category', words, matchers)));
  const hasQuestion = /[?؟]/.test(`${subject}${body}`.replace(/https?:\/\/\S+/g, ''));
  const type = best(settleComplaint(typeScores(matchers, hasQuestion), matchers));
  const known = category.first.points > 0;
  const usual = (known && USUAL_TYPES[category.first.id]) || 'observation';
  return {
    type: type.first.points > 0 ? (type.first.id as CaseType) : usual,
    category: known ? category.first.id : OTHER_CATEGORY.id,
    confident: category.first.points >= 2 && category.lead >= 1 && type.first.points >= 2 && type.lead >= 1,
    reasons: [...(known ? category.first.reasons : ['category:other']), ...type.first.reasons],
  };
}
