import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseReference, REFERENCE_SPACE, referenceAt } from '#shared/domain/cases/reference.ts';
import { keysOf } from '#test/builders/reference-keys.ts';

const reference = fc.integer({ min: 0, max: REFERENCE_SPACE - 1 }).map(referenceAt);
const digitsFrom = (zero: number) => (text: string) =>
  text.replace(/\d/gu, (digit) => String.fromCodePoint(zero + Number(digit)));
const LOOK_ALIKES: Readonly<Record<string, string>> = { 0: 'OQ', 1: 'IL', 2: 'Z', 5: 'S', 8: 'B' };

/** Ways to write a symbol: as it is, in lower case, or as a symbol it is confused with. */
const written = (symbol: string): fc.Arbitrary<string> =>
  fc.constantFrom(symbol, symbol.toLowerCase(), ...(LOOK_ALIKES[symbol] ?? ''));

/** Random spellings of a reference on paper and on a keypad. */
const given = reference.chain((reference) =>
  fc
    .record({
      text: fc.oneof(
        fc.constant(keysOf(reference)),
        fc.tuple(...[...reference].map(written)).map((symbols) => symbols.join('')),
      ),
      digits: fc.constantFrom<(text: string) => string>(
        (text) => text,
        digitsFrom(0x0660),
        digitsFrom(0x06f0),
        digitsFrom(0xff10),
      ),
      between: fc.constantFrom('', ' ', '-', '.', '–', '/', '_', '\u00a0', '\u200f', ' - '),
    })
    .map(({ text, digits, between }) => ({ wellFormed: reference, text: [...digits(text)].join(between) })),
);

describe('every reference', () => {
  it('is read back however it is given', () => {
    fc.assert(
      fc.property(given, ({ wellFormed, text }) => {
        expect(parseReference(text)).toBe(wellFormed);
      }),
    );
  });

  it('is refused with any one key wrong', () => {
    fc.assert(
      fc.property(reference, fc.nat(9), fc.integer({ min: 1, max: 9 }), (wellFormed, at, step) => {
        const keys = [...keysOf(wellFormed)].map((key, place) =>
          place === at ? String((Number(key) + step) % 10) : key,
        );
        expect(parseReference(keys.join(''))).toBeUndefined();
      }),
    );
  });

  it('is refused with two neighbours swapped', () => {
    fc.assert(
      fc.property(reference, fc.nat(8), (wellFormed, at) => {
        const keys = [...keysOf(wellFormed)];
        const [one = '', two = ''] = keys.slice(at, at + 2);
        fc.pre(one !== two);
        keys.splice(at, 2, two, one);
        expect(parseReference(keys.join(''))).toBeUndefined();
      }),
    );
  });

  it('is refused with a symbol missing or too many', () => {
    fc.assert(
      fc.property(reference, fc.nat(9), (wellFormed, at) => {
        const keys = keysOf(wellFormed);
        expect(parseReference(keys.slice(0, at) + keys.slice(at + 1))).toBeUndefined();
        expect(parseReference(`${keys.slice(0, at)}7${keys.slice(at)}`)).toBeUndefined();
      }),
    );
  });
});

describe('random text', () => {
  it('is not a reference, or is exactly the one that was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 24 }), (text) => {
        const read = parseReference(text);
        if (read !== undefined) expect(parseReference(keysOf(read))).toBe(read);
      }),
    );
  });

  it('of ten digits is one of ten at most', () => {
    let read = 0;
    for (let n = 0; n < 10_000; n += 1) {
      const text = String((n * 7_919_003 + 1_234_567) % 10 ** 10).padStart(10, '0');
      if (parseReference(text) !== undefined) read += 1;
    }
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThanOrEqual(1_000);
  });
});
