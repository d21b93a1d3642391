import { describe, expect, it } from 'vitest';
import { referenceFor } from '#shared/application/open-case.ts';
import {
  parseReference,
  REFERENCE_SPACE,
  type Reference,
  referenceAt,
} from '#shared/domain/cases/reference.ts';
import { spokenReference } from '#shared/domain/telephone/spoken-reference.ts';
import { keysOf } from '#test/builders/reference-keys.ts';
import { testKeys } from '#test/doubles/test-keys.ts';

const first = referenceAt(0);

describe('a reference', () => {
  it('has a fixed shape without letters that look or sound alike', () => {
    for (const n of [0, 1, 12_345, REFERENCE_SPACE - 1]) {
      expect(referenceAt(n)).toMatch(/^\d[AFHKMRTY]\d-\d[AFHKMRTY]\d-\d{4}$/u);
    }
  });

  it.each([-1, REFERENCE_SPACE, 0.5, Number.NaN])('does not exist for %d', (n) => {
    expect(() => referenceAt(n)).toThrow(RangeError);
  });

  it('is another for every number of a stretch, the last one included', () => {
    const numbers = [...Array(5_000).keys()].flatMap((n) => [n, REFERENCE_SPACE - 1 - n]);
    expect(new Set(numbers.map(referenceAt)).size).toBe(numbers.length);
  });

  it('spreads its letters and digits evenly over what is drawn', async () => {
    const draws = 4_000;
    const counts = new Map<string, number>();
    for (let n = 0; n < draws; n += 1) {
      for (const [at, symbol] of [...(await referenceFor(testKeys, `mail ${n}`))].entries()) {
        const key = `${at} ${symbol}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
    // Two letters of eight, eight digits of ten, two dashes.
    expect(counts.size).toBe(2 * 8 + 8 * 10 + 2);
    for (const [key, count] of counts) {
      const expected = key.endsWith('-') ? draws : draws / (/[A-Z]$/u.test(key) ? 8 : 10);
      expect(Math.abs(count - expected) / expected, key).toBeLessThan(0.25);
    }
  });

  it('is read in all the ways it is written', () => {
    const reference = '4K7-2M0-0381';
    const right = [...'0123456789']
      .map((check) => `${reference.slice(0, -1)}${check}`)
      .map(parseReference)
      .filter((read) => read !== undefined);
    // Exactly one check digit is valid.
    expect(right).toHaveLength(1);
    const [wellFormed = first] = right;
    expect(keysOf(wellFormed)).toMatch(/^4572600\d{3}$/u);
    expect(parseReference(keysOf(wellFormed))).toBe(wellFormed);
    expect(parseReference(`  ${wellFormed.toLowerCase().replaceAll('-', ' – ')} `)).toBe(wellFormed);
    expect(parseReference(wellFormed.replaceAll('0', 'o'))).toBe(wellFormed);
    expect(parseReference(`\u2067${wellFormed}\u2069`)).toBe(wellFormed);
  });

  it.each(['', 'Timeout', '1234567890123', 'KKKKKKKKKK', '4K7', '#'])('is not "%s"', (text) => {
    expect(parseReference(text)).toBeUndefined();
  });

  it('is read out with its letters by name to an Arabic voice', () => {
    const reference = '4K7-2M0-0381' as Reference;
    expect(spokenReference(reference, 'ar')).toBe(
      'أربعة، كي، سبعة؛ اثنان، إم، صفر؛ صفر، ثلاثة، ثمانية، واحد',
    );
    expect(spokenReference(reference, 'en')).toBe('4, K, 7; 2, M, 0; 0, 3, 8, 1');
  });

  it('names every letter it can have in Arabic', () => {
    for (let n = 0; n < 640; n += 10) expect(spokenReference(referenceAt(n), 'ar')).not.toMatch(/[A-Z]/u);
  });
});
