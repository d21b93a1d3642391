import { normaliseArabic } from '#shared/domain/text/normalise-arabic.ts';

/** Letters, digits and marks: everything else separates words. */
const LETTER = String.raw`\p{L}\p{N}\p{M}`;
const WORD = new RegExp(`[${LETTER}]+`, 'gu');
/** Words joined by signs without a space: references, addresses, dates, versions, double names. */
const COMPOUND = new RegExp(`(?<![${LETTER}])[${LETTER}]+(?:[-/\\\\.:_@#+'’&][${LETTER}]+){1,8}`, 'gu');
/** Digits with the spaces and signs of a telephone number. */
const SPACED_NUMBER = /\+?\d[\d ().-]{5,24}\d/gu;
const ARABIC = /^[\u0620-\u06d3]/u;

/** The longest text, word and number of words of one text in the index. The rest is not found. */
const LONGEST_TEXT = 200_000;
const LONGEST_WORD = 48;
const MOST_WORDS = 3_000;

/** Persian and Urdu forms of Arabic letters. */
const FOREIGN_HEH = /[\u06be\u06c0-\u06c3\u06d5]/gu;
/** The comma of 1,250,000. */
const THOUSANDS = /(?<=\d),(?=\d{3}(?!\d))/gu;
const LATIN_MARKS = /[\u0300-\u036f]/gu;

/**
 * Fold a text for the search: the spellings of one word become one. Beside `normaliseArabic` it removes the hamza on
 * the line («كهرباء», «كهربا») and Latin accents, and folds the two spellings of «مسؤول» and «داوود».
 */
export function foldForSearch(text: string): string {
  return normaliseArabic(text.slice(0, LONGEST_TEXT).replace(/\u0626(?=\u0648)/gu, ''))
    .replace(/[\u0621\u00ad]/gu, '')
    .replace(FOREIGN_HEH, '\u0647')
    .replace(/\u0648{2,}/gu, '\u0648')
    .normalize('NFD')
    .replace(LATIN_MARKS, '')
    .normalize('NFC')
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(THOUSANDS, '');
}

/** Return the words of a folded text, in order. */
export const splitWords = (folded: string): readonly string[] => folded.match(WORD) ?? [];

/** Return the compounds of a folded text: words that signs join. */
export const compoundsOf = (folded: string): readonly string[] =>
  (folded.match(COMPOUND) ?? []).filter((one) => /[\d@]|[a-z]-[a-z]/u.test(one));

/** Write a compound without its signs: `4k7-r2m-0385` becomes `4k7r2m0385`. */
export const joinedWord = (compound: string): string => splitWords(compound).join('').slice(0, LONGEST_WORD);

/** Return the telephone numbers and other long numbers of a folded text that have spaces or signs between digits. */
export const spacedNumbersOf = (folded: string): readonly string[] => folded.match(SPACED_NUMBER) ?? [];

const MOST_DIGITS = 20;
const FEWEST_NATIONAL = 5;

/** Return the digits of a written number, and its digits after the prefixes of a Saudi telephone number. */
function digitsOf(written: string): { readonly digits: string; readonly national: string } {
  const digits = written.replace(/\D/gu, '').replace(/^00/u, '').slice(0, MOST_DIGITS);
  const national = digits.replace(/^966/u, '').replace(/^0/u, '');
  return { digits, national: national.length < FEWEST_NATIONAL ? digits : national };
}

/** Return the spellings under which a long number of a text is found: `551234567`, `0551234567`, `966551234567`. */
export function numberWords(written: string): readonly string[] {
  const { digits, national } = digitsOf(written);
  return digits === '' ? [] : [...new Set([digits, national, `0${national}`, `966${national}`])];
}

/** Return the spellings by which a typed number, or the beginning of one, finds a number. */
export function numberForms(written: string): readonly string[] {
  const { digits, national } = digitsOf(written);
  return digits === '' ? [] : [...new Set([national, digits])];
}

const ARTICLE = /^[وف]?[بك]?ال(?=.{3})/u;
const ARTICLE_AFTER_LAM = /^[وف]?ل(?=ل.{3})/u;
const CONJUNCTION = /^[وف](?=.{3})/u;
const PREPOSITION = /^[بلك](?=.{4})/u;

/**
 * Return a folded Arabic word without the article: «البلدية» and «والبلدية» become «بلديه». After «لل» two words are
 * possible: «للحفره» is «حفره», «للجنه» is «لجنه». A word without an article is returned alone.
 */
export function withoutArticle(word: string): readonly string[] {
  if (!ARABIC.test(word)) return [word];
  const article = ARTICLE.exec(word)?.[0];
  if (article !== undefined) return [word.slice(article.length)];
  const lam = ARTICLE_AFTER_LAM.exec(word)?.[0];
  return lam === undefined ? [word] : [word.slice(lam.length + 1), word.slice(lam.length)];
}

/** Return the forms under which a word of a text is found: as written, and without its article or particle. */
function formsOf(word: string): readonly string[] {
  if (!ARABIC.test(word)) return [word];
  const stems = withoutArticle(word);
  const particle = (CONJUNCTION.exec(word) ?? PREPOSITION.exec(word))?.[0];
  return particle === undefined ? [word, ...stems] : [word, ...stems, word.slice(particle.length)];
}

/** Return a folded Arabic word without the particle before it: «وحديقه» becomes «حديقه». Short words stay. */
export function withoutParticle(word: string): string {
  if (!ARABIC.test(word)) return word;
  return word.replace(/^[وف](?=.{4})/u, '').replace(/^[بلك](?=.{5})/u, '');
}

/** First parts of names that people write together with the next word or apart from it: «عبد الله», «عبدالله». */
const NAME_PARTS = new Set('عبد ابو ابي ابا ام ال abd abdul abdel abdal abu al el um umm'.split(' '));

/** Return whether a word is the first part of a name of two words. */
export const beginsName = (word: string): boolean => NAME_PARTS.has(word);

/**
 * Return the words of a text under which the text is found, each once: folded, with and without the article, compounds
 * also without their signs, and telephone numbers in one spelling.
 */
export function searchWords(text: string): readonly string[] {
  const folded = foldForSearch(text);
  const found = new Set<string>();
  const words = splitWords(folded);
  for (const [at, word] of words.entries()) {
    for (const form of formsOf(word)) found.add(form.slice(0, LONGEST_WORD));
    const next = words[at + 1];
    if (next !== undefined && beginsName(word)) found.add(`${word}${next}`.slice(0, LONGEST_WORD));
    if (/^\d{7,}$/u.test(word)) for (const form of numberWords(word)) found.add(form);
    if (found.size >= MOST_WORDS) break;
  }
  for (const compound of compoundsOf(folded)) found.add(joinedWord(compound));
  for (const number of spacedNumbersOf(folded)) for (const form of numberWords(number)) found.add(form);
  return [...found].slice(0, 2 * MOST_WORDS);
}

/** Return only the addresses and numbers of a text: of a signature or of quoted history. */
export function searchNumbers(text: string): readonly string[] {
  const folded = foldForSearch(text);
  return [
    ...new Set([
      ...compoundsOf(folded)
        .filter((one) => one.includes('@') || /\d{3}/u.test(one))
        .map(joinedWord),
      ...spacedNumbersOf(folded).flatMap(numberWords),
      ...splitWords(folded)
        .filter((word) => /^\d{7,}$/u.test(word))
        .flatMap(numberWords),
    ]),
  ].slice(0, MOST_WORDS);
}
