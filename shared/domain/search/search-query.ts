import { parseReference } from '#shared/domain/cases/reference.ts';
import { freeReferences } from '#shared/domain/mail/free-references.ts';
import {
  beginsName,
  compoundsOf,
  foldForSearch,
  joinedWord,
  numberForms,
  spacedNumbersOf,
  splitWords,
  withoutArticle,
  withoutParticle,
} from './search-words.ts';

/** Words that a case must all have. Each is found by its beginning. */
type Together = readonly string[];

/** Alternatives, one of which a case must have: the spellings of one word or number. */
export type SearchTerm = readonly Together[];

/** A parsed search: a case must have every term. */
export interface SearchQuery {
  readonly terms: readonly SearchTerm[];
  /** The references, addresses and numbers as written, when the search has nothing else. */
  readonly identifiers?: readonly string[];
}

/** The searches of a typed text. They are tried in this order until one has a hit. */
export type SearchQueries = readonly SearchQuery[];

const LONGEST = 500;
const MOST_TERMS = 12;
const ADDRESS = /[^\s<>"'()[\],;:،؛]{1,64}@[^\s<>"'()[\],;:،؛]{1,190}/gu;
const OUR_TAG = /\[\s*(?:rida|رضا)\b|\[\s*رضا/giu;
/** Labels that are pasted with their value: «الموضوع: …», `From: …`. */
const LABEL =
  /(?<!\p{L})(?:(?:ال)?موضوع|subject|(?:ال)?اسم|name|(?:ال)?مرسل|من|from|[إا]لى|to|(?:ال)?بريد|e-?mail|(?:ال)?جوال|(?:ال)?هاتف|phone|mobile|الرقم المرجعي|رقم المعاملة|reference|case)\s*:(?!\/\/)/giu;
/** The parameters of a link to an address: `mailto:a@b.example?subject=…`. */
const MAILTO = /mailto:([^\s?>]+)\?[^\s>]*/giu;
const FEWEST_TELEPHONE_DIGITS = 7;
const ARABIC_WORD = /^[\u0620-\u06d3]+$/u;

/** Frequent words that tell nothing of a case, and «بن», which people leave out of names. */
const FUNCTION_WORDS = new Set(
  'في من عن مع الي ان او و يا بن ابن a an the of in on at to and or for is are my bin ibn re fw fwd'.split(
    ' ',
  ),
);

/** Endings that change with the form of a word: «إنارة», «إنارات»; «مواطن», «مواطنين»; `light`, `lights`. */
const ENDINGS: readonly RegExp[] = [/(?<=.{3})\u0647$/u, /(?<=.{3})ات$/u, /(?<=.{4})[وي]ن$/u];
const LATIN_PLURAL = /(?<=[a-z]{3}[^s])s$/u;

const withoutEnding = (word: string): string => {
  const endings = ARABIC_WORD.test(word) ? ENDINGS : [LATIN_PLURAL];
  const ending = endings.find((one) => one.test(word));
  return ending ? word.replace(ending, '') : word;
};

/** The alternatives of one word: without its article, and without its ending. */
const wordTerm = (word: string): SearchTerm =>
  [...new Set(withoutArticle(word).flatMap((stem) => [stem, withoutEnding(stem)]))].map((one) => [one]);

const numberTerm = (written: string): SearchTerm => numberForms(foldForSearch(written)).map((one) => [one]);

interface Taken {
  readonly rest: string;
  readonly found: readonly string[];
  readonly terms: readonly SearchTerm[];
}

/** Take parts out of a text, and read each as a term. */
const take = (text: string, found: readonly string[], termOf: (part: string) => SearchTerm): Taken => ({
  ...{ found, terms: found.map(termOf) },
  rest: found.reduce((left, part) => left.replace(part, () => ' '), text),
});

const referenceTerm = (written: string): SearchTerm => [
  [joinedWord(foldForSearch(parseReference(written) ?? written))],
];

/** Take our references, mail addresses and telephone numbers out of a text. Each names a person or a case. */
function takeIdentifiers(text: string): Taken {
  const references = take(
    text,
    freeReferences(text).filter((one) => parseReference(one) !== undefined),
    referenceTerm,
  );
  const unlabelled = references.rest.replace(/mailto:|tel:/giu, ' ');
  const addresses = take(unlabelled, unlabelled.match(ADDRESS) ?? [], (one) => [
    [joinedWord(foldForSearch(one))],
  ]);
  const folded = foldForSearch(addresses.rest);
  const isLong = (one: string): boolean => one.replace(/\D/gu, '').length >= FEWEST_TELEPHONE_DIGITS;
  const numbers = take(folded, spacedNumbersOf(folded).filter(isLong), numberTerm);
  return {
    rest: numbers.rest,
    found: [...references.found, ...addresses.found, ...numbers.found],
    terms: [...references.terms, ...addresses.terms, ...numbers.terms],
  };
}

/** Read the other words of a folded text. */
function wordTerms(folded: string): readonly SearchTerm[] {
  const compounds = take(folded, compoundsOf(folded), (one) => [[joinedWord(one)], splitWords(one)]);
  const onlyNumbers = /^[\d\s().+-]+$/u.test(compounds.rest.trim());
  if (onlyNumbers && splitWords(compounds.rest).length > 1)
    return [...compounds.terms, numberTerm(compounds.rest)];
  const words = splitWords(compounds.rest);
  const terms: SearchTerm[] = [...compounds.terms];
  for (let at = 0; at < words.length; at += 1) {
    const [word = '', next] = [words[at], words[at + 1]];
    if (next !== undefined && beginsName(word)) {
      terms.push([[`${word}${next}`], [word, ...(wordTerm(next)[0] ?? [])]]);
      at += 1;
    } else if (/^\d+$/u.test(word)) terms.push(numberTerm(word));
    else terms.push(wordTerm(word));
  }
  const tells = (term: SearchTerm): boolean =>
    term.some((one) => one.join('').length > 1 && !FUNCTION_WORDS.has(one.join('')));
  const telling = terms.filter(tells);
  return telling.length > 0 ? telling : terms;
}

/**
 * Parse typed or pasted text to searches. A reference (`[Rida …]`, `#…`), a mail address (`Name <address>`) and a
 * telephone number, each in any spelling, are searched alone when no case has them together with the other words.
 * Before that, the words are tried without the particles written with them.
 */
export function searchQueries(text: string): SearchQueries {
  const typed = text
    .normalize('NFKC')
    .slice(0, LONGEST)
    .replace(OUR_TAG, ' ')
    .replace(MAILTO, '$1 ')
    .replace(LABEL, ' ');
  if (parseReference(typed) !== undefined)
    return [{ terms: [[...referenceTerm(typed), ...numberTerm(typed)]], identifiers: [typed] }];
  const taken = takeIdentifiers(typed);
  const folded = foldForSearch(taken.rest);
  const others = wordTerms(folded);
  const bare = folded.replace(/[\u0620-\u06d3]+/gu, withoutParticle);
  const identifiers = taken.terms.slice(0, MOST_TERMS);
  const queries: SearchQuery[] = [];
  if (others.length > 0) queries.push({ terms: [...identifiers, ...others].slice(0, MOST_TERMS) });
  if (bare !== folded) queries.push({ terms: [...identifiers, ...wordTerms(bare)].slice(0, MOST_TERMS) });
  if (identifiers.length > 0) queries.push({ terms: identifiers, identifiers: taken.found });
  return queries;
}

/** Return every word of a search once, without those that a shorter one finds. */
export function rootsOf({ terms }: SearchQuery): readonly string[] {
  const words = [...new Set(terms.flat(2))];
  return words.filter((word) => !words.some((other) => other !== word && word.startsWith(other)));
}
