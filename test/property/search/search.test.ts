import fc from 'fast-check';
import { expect, it } from 'vitest';
import { relevanceOf } from '#shared/domain/search/relevance.ts';
import { searchQueries } from '#shared/domain/search/search-query.ts';
import { searchWords } from '#shared/domain/search/search-words.ts';

const letters = fc.oneof(
  fc.constantFrom(...'ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأإؤئةى'),
  fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzé'),
);
const word = fc.string({ unit: letters, minLength: 3, maxLength: 12 });
const article = fc.constantFrom('', 'ال', 'وال', 'بال', 'و');
const arabic = fc.string({ unit: fc.constantFrom(...'بتثجحخدرزسشصطعغفقمنه'), minLength: 4, maxLength: 9 });

/** Return whether a text is found by a search. */
function finds(typed: string, text: string): boolean {
  const words = searchWords(text);
  const find = (beginning: string) =>
    words
      .filter((one) => one.startsWith(beginning))
      .map((one) => ({ field: 'text' as const, isWhole: one === beginning }));
  return searchQueries(typed).some((query) => relevanceOf(query, find) > 0);
}

it('a text is found by its words, in any order', () => {
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), fc.nat(), (words, n) => {
      const typed = words.filter((_, at) => (at + n) % 2 === 0 || words.length === 1).reverse();
      if (typed.length > 0) expect(finds(typed.join(' '), words.join(' '))).toBe(true);
    }),
  );
});

it('a word with and without an article finds the same texts', () => {
  fc.assert(
    fc.property(arabic, article, fc.constantFrom('', 'ال'), (stem, written, typed) => {
      expect(finds(`${typed}${stem}`, `قبل ${written}${stem} بعد`)).toBe(true);
    }),
  );
});

it('a telephone number is found in every spelling of it', () => {
  const spellings = [
    (n: string) => `0${n}`,
    (n: string) => `+966${n}`,
    (n: string) => `00966 ${n.slice(0, 2)} ${n.slice(2, 5)} ${n.slice(5)}`,
    (n: string) => `(0${n.slice(0, 2)}) ${n.slice(2, 5)}-${n.slice(5)}`,
    (n: string) => [...`0${n}`].map((digit) => String.fromCharCode(0x660 + Number(digit))).join(''),
  ];
  const spelling = fc.constantFrom(...spellings);
  const number = fc.integer({ min: 500_000_000, max: 599_999_999 }).map(String);
  fc.assert(
    fc.property(number, spelling, spelling, (n, written, typed) => {
      expect(finds(typed(n), `جوالي ${written(n)} للتواصل`)).toBe(true);
    }),
  );
});

it('any text can be typed and indexed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      for (const { terms } of searchQueries(text))
        expect(terms.flat(2).every((one) => /^[\p{L}\p{N}\p{M}]+$/u.test(one))).toBe(true);
      expect(searchWords(text).every((one) => /^[\p{L}\p{N}\p{M}]+$/u.test(one))).toBe(true);
    }),
  );
});
