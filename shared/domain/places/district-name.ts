import { stripBidiControls } from '../text/bidi.ts';
import { normaliseArabic } from '../text/normalise-arabic.ts';

/** A word of a text, and whether a phrase begins with it. */
export interface PlaceWord {
  readonly text: string;
  /** Punctuation or a new line before it ends the phrase. */
  readonly begins: boolean;
  /** The punctuation before it introduces it: a colon, a bracket, a quote, a dash or a new line. */
  readonly introduced: boolean;
}

/** Characters between the words of one phrase. */
const JOINS = /^(?:[\s_#/\\*~'’`]*|[-–—])$/u;
const INTRODUCES = /[:(=["«“\-–—\n\r]\s*$/u;
const WORD = /[\p{L}\p{N}]+/gu;
const isLatin = (word: string): boolean => /^[a-z0-9]+$/u.test(word);

/** Remove what separates the parts of one word: diacritics, tatweel, and the apostrophe of a transliteration. */
const joined = (text: string): string =>
  stripBidiControls(text)
    .replace(/[\u064b-\u0652\u0670\u0640\u200b-\u200f\u061c\ufeff]/g, '')
    .normalize('NFKD')
    .replace(/(?<=[A-Za-z])[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/(?<=[A-Za-z])['’‘`ʿʾ](?=[A-Za-z])/g, '');

/** Return the words of a text, in the form in which names are compared. */
export function placeWords(text: string): PlaceWord[] {
  const plain = joined(text);
  const words: PlaceWord[] = [];
  let end = 0;
  for (const { 0: found, index } of plain.matchAll(WORD)) {
    const gap = plain.slice(end, index);
    const newLine = /[\n\r]/u.test(gap);
    // The point of an abbreviation: «ح. النزهة».
    const isShortened = /^\.[ \t]*$/u.test(gap) && words.at(-1)?.text.length === 1;
    words.push({
      text: normaliseArabic(found),
      begins: words.length === 0 || newLine || !(JOINS.test(gap) || isShortened),
      introduced: INTRODUCES.test(gap),
    });
    end = index + found.length;
  }
  return words;
}

const ARTICLE = /^ال(?=.{2})/u;
const ATTACHED = /^(?:و|ف)?(?:بال|ال|لل|ب|ل)?/u;
const LATIN_ARTICLES = new Set(['al', 'an', 'ar', 'as', 'ash', 'at', 'ad', 'adh', 'az', 'el', 'ul', 'l']);
const LATIN_ARTICLE = /^(?:al|an|ar|ash|as|at|adh|ad|az|el)(?=.{4})/u;

export const isLatinArticle = (word: string): boolean => LATIN_ARTICLES.has(word);

/** Spell a Latin word as the many transliterations of one Arabic word have in common: `Nuzhah`, `Nozha`, `Nuzhaa`. */
const latinKey = (word: string): string =>
  word
    .replace(/g(?!h)/gu, 'q')
    .replace(/ee|ei|ey/g, 'i')
    .replace(/oo|ou/g, 'u')
    .replaceAll('y', 'i')
    .replaceAll('e', 'i')
    .replaceAll('o', 'u')
    .replaceAll('q', 'k')
    .replace(/([a-z])\1+/g, '$1')
    .replace(/(?<=[aiu])h$/u, '');

/** Spell an Arabic word as people hear it: «الحمرا» and «الحمراء», «النضيم» and «النظيم» are one name. */
const arabicKey = (word: string): string =>
  word
    .replace(ARTICLE, '')
    .replace(/(?<=.{2})اء$/u, 'ا')
    .replaceAll('ظ', 'ض');

/** A reading of the first word of a name: its key, and the particle that is written as one word with it. */
export interface FirstWord {
  readonly key: string;
  /** `ب`: in. `ل`: to. Empty without a particle. */
  readonly particle: '' | 'ب' | 'ل';
  readonly article: boolean;
}

/** Return the readings of a word as the first one of a name. */
export function firstWords(word: string): FirstWord[] {
  if (isLatin(word)) {
    const stem = word.replace(LATIN_ARTICLE, '');
    return [...new Set([word, stem])].map((one) => ({
      key: latinKey(one),
      particle: '',
      article: one !== word,
    }));
  }
  const readings: FirstWord[] = [{ key: arabicKey(word), particle: '', article: ARTICLE.test(word) }];
  const [attached = ''] = ATTACHED.exec(word) ?? [];
  const rest = word.slice(attached.length);
  if (attached !== '' && rest.length >= 2) {
    const particle = attached.includes('ب') ? 'ب' : /لل|^[وف]?ل/u.test(attached) ? 'ل' : '';
    readings.push({ key: arabicKey(rest), particle, article: /ال|لل/u.test(attached) });
  }
  return readings;
}

/** Return the key of a later word of a name. */
export const laterWord = (word: string): string => (isLatin(word) ? latinKey(word) : arabicKey(word));

/** Return the names «عبد الله» and «عبدالله» as one spelling: two words. Leave out articles in Latin letters. */
export function nameWords(words: readonly PlaceWord[]): PlaceWord[] {
  return words.flatMap((word) => {
    const [, servant, of] = /^(.?.?عبد)(ال.{2,})$/u.exec(word.text) ?? [];
    if (servant === undefined || of === undefined) return [word];
    return [
      { ...word, text: servant },
      { text: of, begins: false, introduced: false },
    ];
  });
}
