import type { CaseType } from '#events/vocabulary.ts';
import type { Category } from '#shared/domain/rules.ts';
import { normaliseArabic } from '#shared/domain/text/normalise-arabic.ts';
import { wordFinder } from '#shared/domain/text/word-matcher.ts';
import { CATEGORIES } from './data/categories.ts';
import { OTHER_CATEGORY } from './data/category-names.ts';
import { TYPES, type WordedType } from './data/types.ts';
import { USUAL_TYPES } from './data/usual-types.ts';
import { dataRequestOf } from './data-request.ts';
import { onlyPraise } from './praise.ts';

export interface Classification {
  readonly type: CaseType;
  /** A category id of `data/categories.ts`, `other` without a match. */
  readonly category: string;
  /** False when a person should check the choice first. */
  readonly confident: boolean;
  /** The matches for the choice: `category:drainage:تسرب`, `type:report:بلاغ`. */
  readonly reasons: readonly string[];
}

/** The categories of the settings, by id. */
export type Categories = ReadonlyMap<string, Pick<Category, 'id' | 'words'>>;
const NONE: Categories = new Map();

/** Words of the subject have more weight than words of the text. */
const SUBJECT_WEIGHT = 2;
const LONGEST_TEXT = 20_000;

interface Score {
  readonly id: string;
  readonly points: number;
  readonly reasons: readonly string[];
}

/** The entries of all lists that were found. */
interface Found {
  readonly subject: ReadonlySet<string>;
  readonly text: ReadonlySet<string>;
}

type Weighted = readonly [word: string, weight: number];

function weigh(id: string, kind: string, words: readonly Weighted[], { subject, text }: Found): Score {
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

function weighted(entry: string): Weighted {
  const [word = '', weight = '1'] = entry.split('=');
  return [word, Number(weight)];
}

const weighing =
  (weight: number) =>
  (word: string): Weighted => [word, weight];

/** Cache the lists as words with weights. */
const CATEGORY_WORDS = CATEGORIES.map(({ id, words }) => ({ id, words: words.map(weighted) }));
const TYPE_WORDS = (Object.keys(TYPES) as WordedType[]).map((id) => {
  const { named, shown, service = [] } = TYPES[id];
  return { id, words: [...[...named, ...service].map(weighing(3)), ...shown.map(weighing(1))] };
});
/** A word that the centre itself named outweighs a shipped one. */
const OWN_WEIGHT = 3;

/** The words of categories in the settings, ready to be looked up. */
interface OwnWords {
  readonly categories: readonly { readonly id: string; readonly words: readonly Weighted[] }[];
  readonly find: ReturnType<typeof wordFinder>;
}

/** Return a typed word as the lists have theirs: normalised, each part without its article. */
const listed = (typed: string): string =>
  normaliseArabic(typed)
    .split(/[^\p{L}\p{N}'*-]+/u)
    .map((part) => (part.startsWith('ال') && part.length > 4 ? part.slice(2) : part))
    .filter((part) => part !== '')
    .join(' ');

/** Cache the words of each version of the settings. */
const ownWords = new WeakMap<Categories, OwnWords>();

function ownWordsOf(settings: Categories): OwnWords {
  const cached = ownWords.get(settings);
  if (cached) return cached;
  const categories = [...settings.values()].flatMap(({ id, words = [] }) => {
    const entries = [...new Set(words.map(listed))].filter((word) => word !== '');
    return entries.length === 0 ? [] : [{ id, words: entries.map(weighing(OWN_WEIGHT)) }];
  });
  const made = {
    categories,
    find: wordFinder(categories.flatMap(({ words }) => words.map(([word]) => word))),
  };
  ownWords.set(settings, made);
  return made;
}

/** Score all categories by the shipped words, and those of the settings by their own words too. */
function categoryScores(subject: string, text: string, found: Found, settings: Categories): Score[] {
  const shipped = CATEGORY_WORDS.map(({ id, words }) => weigh(id, 'category', words, found));
  const own = ownWordsOf(settings);
  if (own.categories.length === 0) return shipped;
  const seen: Found = { subject: own.find(subject), text: own.find(text) };
  const named = own.categories.map(({ id, words }) => weigh(id, 'category', words, seen));
  return [...Map.groupBy([...shipped, ...named], ({ id }) => id)].map(([id, scores]) => ({
    id,
    points: scores.reduce((sum, { points }) => sum + points, 0),
    reasons: scores.flatMap(({ reasons }) => reasons),
  }));
}

const DEFECT_WORDS = TYPES.report.shown.map(weighing(1));
const find = wordFinder(
  [...CATEGORY_WORDS, ...TYPE_WORDS].flatMap(({ words }) => words.map(([word]) => word)),
);

function best(scores: readonly Score[]): { first: Score; lead: number } {
  const [first = { id: '', points: 0, reasons: [] }, second] = [...scores].sort(
    (a, b) => b.points - a.points,
  );
  return { first, lead: first.points - (second?.points ?? 0) };
}

function typeScores(found: Found, hasQuestion: boolean): Score[] {
  return TYPE_WORDS.map(({ id, words }) => {
    const score = weigh(id, 'type', words, found);
    return id === 'inquiry' && hasQuestion
      ? { id, points: score.points + 2, reasons: [...score.reasons, 'type:inquiry:?'] }
      : score;
  });
}

/**
 * People also call a broken lamp a "complaint" (شكوى). For the centre a complaint is about its service or
 * staff, so naming a defect of the city outweighs the bare word. When people describe how their report was
 * handled, the word "report" is the subject of their complaint.
 */
function settleComplaint(scores: readonly Score[], found: Found): Score[] {
  const says = (words: readonly string[]): boolean =>
    words.some((word) => found.subject.has(word) || found.text.has(word));
  const { service = [], shown } = TYPES.complaint;
  const served = says(service);
  const defect = weigh('report', 'type', DEFECT_WORDS, found).points;
  return scores.map((score) => {
    if (score.id === 'report' && served) return { ...score, points: defect };
    const isDefect = score.id === 'complaint' && !served && !says(shown) && defect > 0;
    return isDefect ? { ...score, points: 0 } : score;
  });
}

/**
 * Propose the type and category of a mail from the words of its subject and new part, in Arabic and English.
 * It is only a proposal: an agent can change both, and `confident: false` asks for a check first.
 * @param categories the categories of the settings, with words of their own
 */
export function classify(subject: string, text: string, categories: Categories = NONE): Classification {
  const body = text.slice(0, LONGEST_TEXT);
  const found: Found = { subject: find(subject), text: find(body) };
  const category = best(categoryScores(subject, body, found, categories));
  const hasQuestion = /[?؟]/.test(`${subject}${body}`.replace(/https?:\/\/\S+/g, ''));
  const type = best(settleComplaint(typeScores(found, hasQuestion), found));
  const praise = onlyPraise(subject, body);
  const hasCategory = category.first.points > 0;
  const wish = dataRequestOf(subject, body);
  if (wish) {
    return {
      ...{ type: 'data-request', category: OTHER_CATEGORY.id, confident: true },
      reasons: ['category:other', `type:data-request:${wish.words}`],
    };
  }
  const usual = (hasCategory && USUAL_TYPES.get(category.first.id)) || 'observation';
  if (praise.length > 0) {
    return {
      ...{ type: 'thanks', category: hasCategory ? category.first.id : OTHER_CATEGORY.id },
      confident: praise.length > 1 && type.first.id === 'observation',
      reasons: [
        ...(hasCategory ? category.first.reasons : ['category:other']),
        ...praise.map((word) => `type:thanks:${word}`),
      ],
    };
  }
  return {
    type: type.first.points > 0 ? (type.first.id as CaseType) : usual,
    category: hasCategory ? category.first.id : OTHER_CATEGORY.id,
    confident: category.first.points >= 2 && category.lead >= 1 && type.first.points >= 2 && type.lead >= 1,
    reasons: [...(hasCategory ? category.first.reasons : ['category:other']), ...type.first.reasons],
  };
}
