import { beginsName, foldForSearch, withoutArticle } from '../search/search-words.ts';
import type { PersonalField } from '../staff/permissions.ts';
import { toLatinDigits } from '../text/digits.ts';

/** The personal data that a text is known to be about. */
export interface KnownPerson {
  readonly names: readonly string[];
  readonly phones: readonly string[];
}

/** The fields that a reader does not see. */
export type Hidden = ReadonlySet<PersonalField>;

const DOTS = '•••';
const DIGIT = /\p{Nd}/gu;

const firstLetter = (word: string): string => /^\p{M}*\p{L}/u.exec(word.normalize('NFC'))?.[0] ?? '';

/** Mask a name: the first letters of two words tell people of one list apart. «نورة القحطاني» becomes «ن••• ا•••». */
export const maskName = (name: string): string =>
  name
    .trim()
    .split(/\s+/u)
    .slice(0, 2)
    .map((word) => `${firstLetter(word)}${DOTS}`)
    .join(' ');

/** Mask a mail address: `norah@example.com` becomes `n•••@•••`. */
export const maskEmail = (email: string): string => `${firstLetter(email)}${DOTS}@${DOTS}`;

/** Mask a telephone number: only its last two digits are left. */
export const maskPhone = (phone: string): string =>
  `${DOTS}${DOTS}${phone.match(DIGIT)?.slice(-2).join('') ?? ''}`;

const EMAIL = /[^\s<>()[\]{},;:"'«»،؛|]{1,100}(?:@|%40)[^\s<>()[\]{},;:"'«»،؛|]{1,200}/giu;
/** At least seven digits, with up to three signs between two of them, but no letter and no end of a line. */
const NUMBER = /(?<!\d)\d(?:[^\p{L}\d\n]{0,3}\d){6,40}/gu;
/** A date with its time, or a time: long numbers that are of no person. */
const DATE =
  /(?<!\d)(?:(?:19|20|14)\d\d([-/.])\d{1,2}\1\d{1,2}|\d{1,2}([-/.])\d{1,2}\2(?:19|20|14)\d\d)(?:[T ,،]{1,2}\d{1,2}:\d\d(?::\d\d)?)?(?!\d)/gu;
/** A number of so many digits is a telephone number, an identity number or an account. */
const FEWEST_DIGITS = 9;

interface Span {
  readonly from: number;
  readonly to: number;
}

const spansOf = (text: string, pattern: RegExp): Span[] =>
  [...text.matchAll(pattern)].map(({ 0: found, index }) => ({ from: index, to: index + found.length }));

/** Return the long numbers of a text, and shorter ones that are a part of a known number. */
function numberSpans(text: string, phones: readonly string[]): Span[] {
  const digits = toLatinDigits(text);
  const dates = spansOf(digits, DATE);
  // Dates are replaced by letters of the same length, so that no number continues through one.
  const rest = dates.reduce(
    (left, { from, to }) => left.slice(0, from) + 'x'.repeat(to - from) + left.slice(to),
    digits,
  );
  const numbers = phones.map((phone) => toLatinDigits(phone).replace(/\D/gu, ''));
  return spansOf(rest, NUMBER).filter(({ from, to }) => {
    const written = rest.slice(from, to).replace(/\D/gu, '');
    return written.length >= FEWEST_DIGITS || numbers.some((phone) => phone.includes(written));
  });
}

/** Parts of names that are words of every text. */
const COMMON = new Set(
  'بن بنت ابن عبد ابو ابي ابا ام ال الله اله al el bin bint ibn abu abd umm um dr mr mrs'.split(' '),
);

/** Return the folded words of names by which a text mentions a person. «عبد الله» counts as one word. */
function nameWords(names: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const name of names) {
    const words = foldForSearch(name).match(/[\p{L}\p{M}]+/gu) ?? [];
    for (const [at, word] of words.entries()) {
      for (const stem of [word, ...withoutArticle(word)]) if (!COMMON.has(stem)) found.add(stem);
      const next = words[at + 1];
      if (next !== undefined && beginsName(word)) found.add(`${word}${next}`);
    }
  }
  return found;
}

const SHORTEST_NAME = 3;
/** Particles that Arabic joins with the next word: «لنورة», «ولنورة». */
const PARTICLE = /^[وفبلك](?=.{3})/u;

/** Return a folded word with and without its particles and its article. */
function stemsOf(word: string): readonly string[] {
  const particle = PARTICLE.test(word) ? stemsOf(word.slice(1)) : [];
  return [word, ...withoutArticle(word), ...particle];
}

/** Return the places of a text that mention one of the names, also with an article or a particle. */
function nameSpans(text: string, names: readonly string[]): Span[] {
  const wanted = nameWords(names);
  if (wanted.size === 0) return [];
  const words = [...text.matchAll(/[\p{L}\p{M}]+/gu)].map(({ 0: word, index }) => ({
    ...{ from: index, to: index + word.length, folded: foldForSearch(word) },
  }));
  const is = words.map(() => false);
  for (const [at, { folded }] of words.entries()) {
    const next = words[at + 1];
    const isName = stemsOf(folded).some((stem) => wanted.has(stem) && stem.length >= SHORTEST_NAME);
    const isJoined = next !== undefined && beginsName(folded) && wanted.has(`${folded}${next.folded}`);
    if (isName || isJoined) is[at] = true;
    if (isJoined) is[at + 1] = true;
  }
  // A name of two letters is an ordinary word, unless it is beside another part of the name.
  for (const [at, { folded }] of words.entries())
    if (wanted.has(folded) && (is[at - 1] === true || is[at + 1] === true)) is[at] = true;
  return words.filter((_, at) => is[at]);
}

/**
 * Mask the personal data in a text: mail addresses, telephone and other long numbers, and the known names with each of
 * their words. Dates and references stay.
 */
export function maskText(text: string, { names, phones }: KnownPerson, hidden: Hidden): string {
  const spans = [
    ...(hidden.has('email') ? spansOf(text, EMAIL) : []),
    ...(hidden.has('phone') ? numberSpans(text, phones) : []),
    ...(hidden.has('name') ? nameSpans(text, names) : []),
  ].sort((a, b) => a.from - b.from);
  let masked = '';
  let at = 0;
  for (const { from, to } of spans) {
    if (to <= at) continue;
    if (from >= at) masked += `${text.slice(at, from)}${DOTS}`;
    at = Math.max(at, to);
  }
  return masked + text.slice(at);
}
