import type { Bilingual } from '../text/bilingual.ts';
import {
  type FirstWord,
  firstWords,
  isLatinArticle,
  laterWord,
  nameWords,
  type PlaceWord,
  placeWords,
} from './district-name.ts';
import {
  AFTER_DISTRICT,
  BEFORE_DISTRICT,
  OTHER_DISTRICT,
  PERSONS,
  STREETS,
  THERE,
  YEARS,
} from './place-words.ts';

/** A district of the municipality. */
export interface District {
  readonly id: string;
  readonly name: Bilingual;
  /** Other spellings, and names that people still use. */
  readonly aliases: readonly string[];
  /** The name is also an ordinary word, such as «الربيع»: only «حي الربيع» is the district. */
  readonly ordinaryWord: boolean;
  /** Callers may choose it by a key. */
  readonly offered: boolean;
}

/** How a district was named: as one, in a place where only a place can be, or by no more than its name. */
type Strength = 'named' | 'there';

interface Match {
  readonly district: string;
  readonly strength: Strength;
}

interface Name {
  readonly district: District;
  /** The words after the first. */
  readonly rest: readonly string[];
  /** It begins with an Arabic article. Without it, the word is an ordinary one: «نزهة». */
  readonly article: boolean;
}

/** Longer texts are not read to their end. */
const LONGEST_TEXT = 20_000;

const wordsOf = (text: string): PlaceWord[] => nameWords(placeWords(text));

/** Return the names of all districts by their first word, the longest first. */
function namesOf(districts: Iterable<District>): ReadonlyMap<string, readonly Name[]> {
  const names = new Map<string, Name[]>();
  for (const district of districts) {
    for (const spelling of [district.name.ar, district.name.en, ...district.aliases]) {
      const words = wordsOf(spelling)
        .map(({ text }) => text)
        .filter((word, _at, all) => !isLatinArticle(word) || all.length === 1);
      const [first, ...rest] = words.map(laterWord);
      if (first === undefined) continue;
      names.set(first, [
        ...(names.get(first) ?? []),
        { district, rest, article: /^ال/u.test(words[0] ?? '') },
      ]);
    }
  }
  for (const list of names.values()) list.sort((a, b) => b.rest.length - a.rest.length);
  return names;
}

const PARTICLES = /^[وف]?(?:بال|ال|لل|ب|ل|ك)?(?=.)/u;
const withParticle = (set: ReadonlySet<string>, word: string | undefined): boolean =>
  word !== undefined && (set.has(word) || set.has(word.replace(PARTICLES, '')));
const SEPARATES = /^[وف]?ب?ال/u;
/** «الشمالية» makes another district of a name, «شمالية» says on which side of it. */
const isQualifier = ({ text }: PlaceWord): boolean =>
  OTHER_DISTRICT.has(text) || (SEPARATES.test(text) && OTHER_DISTRICT.has(text.replace(SEPARATES, '')));

/** The words of a text, and where a name in it begins and ends. */
interface Place {
  readonly words: readonly PlaceWord[];
  readonly start: number;
  /** The word after the name. */
  readonly end: number;
  /** The first word of the phrase before an article in Latin letters: `in the Al Nuzha`. */
  readonly first: FirstWord;
}

/** Return the end of a name that begins at a word; undefined when it is another name. */
function endOf(words: readonly PlaceWord[], start: number, { rest }: Name): number | undefined {
  let at = start + 1;
  for (const part of rest) {
    while (words[at] && !words[at]?.begins && isLatinArticle(words[at]?.text ?? '')) at += 1;
    const word = words[at];
    if (!word || word.begins || laterWord(word.text) !== part) return undefined;
    at += 1;
  }
  return at;
}

/** Return the place of the word before a name, without articles in Latin letters. */
function before({ words, start }: Place): number {
  let at = start;
  while (at > 0 && !words[at]?.begins && isLatinArticle(words[at - 1]?.text ?? '')) at -= 1;
  return at - 1;
}

/** Return true when a name is followed by «العام» and not by a year: «السويدي العام» is a street. */
function isMainStreet({ words, end }: Place): boolean {
  const [next, after] = [words[end], words[end + 1]];
  if (next?.text !== 'العام' || next.begins) return false;
  return !after || after.begins || !withParticle(YEARS, after.text);
}

/** Return true when words beside the name make another district, a street or a building of it. */
function isAnother(place: Place): boolean {
  const { words, start, end } = place;
  const next = words[end];
  const follows = next !== undefined && !next.begins;
  const article = follows && isLatinArticle(next.text) && words[end + 1] ? words[end + 1] : next;
  // `east of the mosque` says where in the district it is.
  const side = words[end + 1]?.text === 'of' && !words[end + 1]?.begins;
  if (follows && article && isQualifier(article) && !side) return true;
  if (isMainStreet(place)) return true;
  if (follows && /^[a-z]/u.test(next.text) && STREETS.has(next.text)) return true;
  const at = before(place);
  const previous = words[at];
  if (!previous || words[at + 1]?.begins) return false;
  const isEnglishSide = /^[a-z]/u.test(previous.text) && OTHER_DISTRICT.has(previous.text);
  return (
    isEnglishSide || withParticle(STREETS, previous.text) || (start === at + 1 && previous.text === 'ال')
  );
}

/** Words before a name among which a title, a label or a greeting makes a person of it. */
const PERSON_WITHIN = 3;

/** Return true when the name is a phrase of its own: a line, an item of an address, the value after a label. */
function isAlone({ words, start, end }: Place, at: number): boolean {
  const next = words[end];
  const earlier = words.slice(Math.max(0, at + 1 - PERSON_WITHIN), at + 1);
  if (earlier.some(({ text }) => withParticle(PERSONS, text))) return false;
  return (words[at + 1]?.begins ?? start === 0) && (next === undefined || next.begins);
}

/** Return how a name names a district, if it does. */
function strengthOf(place: Place, { district, article }: Name): Strength | undefined {
  const { words, end, first } = place;
  if (isAnother(place)) return undefined;
  const at = before(place);
  const previous = words[at];
  const introduced = words[at + 1]?.introduced === true;
  const adjoins = words[at + 1]?.begins === false;
  const isMarker = previous !== undefined && withParticle(BEFORE_DISTRICT, previous.text);
  if (isMarker && (adjoins || introduced)) return 'named';
  const next = words[end];
  if (next && !next.begins && AFTER_DISTRICT.has(next.text)) return 'named';
  const isOrdinary = district.ordinaryWord || (article && !first.article);
  if (isOrdinary || first.particle === 'ل') return undefined;
  if (first.particle === 'ب') return 'there';
  if (previous && adjoins && withParticle(THERE, previous.text)) return 'there';
  return isAlone(place, at) ? 'there' : undefined;
}

/** Return the match at a word of the text, and the word after it. */
function matchAt(
  names: ReadonlyMap<string, readonly Name[]>,
  words: readonly PlaceWord[],
  start: number,
): { readonly end: number; readonly match?: Match } | undefined {
  const word = words[start];
  if (!word) return undefined;
  const found = firstWords(word.text)
    .flatMap((first) => (names.get(first.key) ?? []).map((name) => ({ first, name })))
    .map((one) => ({ ...one, end: endOf(words, start, one.name) }))
    .filter((one): one is typeof one & { readonly end: number } => one.end !== undefined)
    .sort((a, b) => b.end - a.end)[0];
  if (!found) return undefined;
  const { first, name, end } = found;
  const strength = strengthOf({ words, start, end, first }, name);
  return { end, ...(strength && { match: { district: name.district.id, strength } }) };
}

const only = (matches: readonly Match[], strength: Strength): string | undefined | 'several' => {
  const ids = new Set(matches.filter((one) => one.strength === strength).map(({ district }) => district));
  return ids.size > 1 ? 'several' : [...ids][0];
};

/** The label of a form, `District name: …`, is that of a district, not of a person. */
const NAME_LABEL = /(?<=\b(?:district|neighbou?rhood)) name\b/giu;

/**
 * Prepare a list of districts for many texts. The returned function gives the id of the one district that a text
 * names, as people write it: «حي النزهة», «بالنزهه», `Al Nuzha district`, or the name alone in a line or an address.
 * Undefined when it names none or several. A street, a person and «النزهة الشمالية» are not «النزهة».
 */
export function districtFinder(districts: Iterable<District>): (text: string) => string | undefined {
  const names = namesOf(districts);
  return (text) => {
    const words = wordsOf(text.slice(0, LONGEST_TEXT).replace(NAME_LABEL, ''));
    const matches: Match[] = [];
    for (let at = 0; at < words.length; ) {
      const found = matchAt(names, words, at);
      if (found?.match) matches.push(found.match);
      at = found?.end ?? at + 1;
    }
    const named = only(matches, 'named') ?? only(matches, 'there');
    return named === 'several' ? undefined : named;
  };
}
