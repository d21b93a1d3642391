import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RakeCell, rake } from '#shared/domain/statistics/rake.ts';
import { responseRates } from '#shared/domain/statistics/response-rates.ts';
import { kishSize } from '#shared/domain/statistics/trimmed-weights.ts';

const table = (rows: readonly (readonly number[])[], weight = 1): RakeCell[] =>
  rows.flatMap((row, r) => row.map((n, c) => ({ values: { row: `${r}`, column: `${c}` }, n, weight })));
const totals = (values: readonly number[]) =>
  Object.fromEntries(values.map((value, index) => [index, value]));

describe('raking', () => {
  it('meets every margin and keeps the odds ratios, which no other weights do', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 3, maxLength: 3 }), {
          minLength: 3,
          maxLength: 3,
        }),
        fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 3, maxLength: 3 }),
        fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 3, maxLength: 3 }),
        (rows, one, other) => {
          const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
          const scaled = other.map((value) => (value * sum(one)) / sum(other));
          const weights = rake(table(rows), { row: totals(one), column: totals(scaled) });
          const count = (r: number, c: number) => (rows[r]?.[c] ?? 0) * (weights[r * 3 + c] ?? 0);
          for (const r of [0, 1, 2]) {
            expect(sum([0, 1, 2].map((c) => count(r, c))) / (one[r] ?? 0)).toBeCloseTo(1, 9);
            expect(sum([0, 1, 2].map((c) => count(c, r))) / (scaled[r] ?? 0)).toBeCloseTo(1, 9);
          }
          const odds = (of: (r: number, c: number) => number) =>
            (of(0, 0) * of(1, 1)) / (of(0, 1) * of(1, 0));
          expect(odds(count) / odds((r, c) => rows[r]?.[c] ?? 0)).toBeCloseTo(1, 6);
        },
      ),
    );
  });

  // The table of P. Ardilly and Y. Tillé, as the R package TeachingSampling has it (IPFP, example 1). It prints the
  // margins; the counts here are those of another program (10,000 rounds in floating point).
  it('of a published table has the counts of another program', () => {
    const published = [
      [80, 170, 150],
      [90, 80, 210],
      [10, 80, 130],
    ];
    const weights = rake(table(published), { row: totals([430, 360, 210]), column: totals([150, 300, 550]) });
    const raked = [
      ...[73.008211338, 167.64061911, 189.351169552, 69.390388669, 66.6492721, 223.960339232],
      ...[7.601399993, 65.71010879, 136.688491216],
    ];
    published.flat().forEach((n, cell) => {
      expect(n * (weights[cell] ?? 0)).toBeCloseTo(raked[cell] ?? 0, 7);
    });
  });

  // en.wikipedia.org/wiki/Iterative_proportional_fitting, Example, with the fitted table that it prints.
  it('of a published example has the published counts', () => {
    const rows = [
      [40, 30, 20, 10],
      [35, 50, 100, 75],
      [30, 80, 70, 120],
      [20, 30, 40, 50],
    ];
    const margins = { row: totals([150, 300, 400, 150]), column: totals([200, 300, 400, 100]) };
    const weights = rake(table(rows), margins);
    const fitted = [
      [64.61, 46.28, 35.42, 3.83],
      [49.95, 68.15, 156.49, 25.37],
      [56.7, 144.4, 145.06, 53.76],
      [28.74, 41.18, 63.03, 17.03],
    ].flat();
    // The example stops early: its first row has 150.14 in place of 150.
    for (const [cell, n] of rows.flat().entries())
      expect(Math.abs(n * (weights[cell] ?? 0) - (fitted[cell] ?? 0)), `cell ${cell}`).toBeLessThan(0.06);
  });

  it('starts from the weights given', () => {
    const cells = [
      { values: { service: 'a' }, n: 2, weight: 1 },
      { values: { service: 'a' }, n: 2, weight: 3 },
    ];
    expect(rake(cells, { service: { a: 16 } })).toEqual([2, 6]);
  });

  it('gives a cell without respondents a weight too', () => {
    expect(rake(table([[4, 0]]), { row: { 0: 8 } })).toEqual([2, 2]);
  });

  it.each([
    [
      { row: { 0: 5, 1: 5 }, column: { 0: 4, 1: 5 } },
      'expected the same total in each dimension, got 10 and 9',
    ],
    [{ row: { 0: 10 } }, 'no total of "row" for "1"'],
    [{ row: { 0: 5, 1: 4, 2: 1 } }, 'row "2" has a total and no respondent'],
    [{ city: { 0: 10 } }, 'cells[0]: no value of "city"'],
    [{ constructor: { 0: 10 } }, 'cells[0]: no value of "constructor"'],
  ])('refuses %j', (margins, message) => {
    expect(() =>
      rake(
        table([
          [3, 4],
          [5, 6],
        ]),
        margins,
      ),
    ).toThrow(message);
  });

  it('says when no weights meet the margins', () => {
    const margins = { row: { 0: 9, 1: 1 }, column: { 0: 1, 1: 9 } };
    expect(() =>
      rake(
        table([
          [3, 0],
          [0, 4],
        ]),
        margins,
      ),
    ).toThrow('no weights meet all of them');
  });
});

describe('the effective number of answers', () => {
  // askvity.info, "What is the Kish formula?": 50 respondents with the weight 1 and 50 with 2 count as 22,500/250 = 90.
  it('is the published one of two groups of weights', () => {
    const cells = [1, 2].map((weight) => ({ values: {}, n: 50, weight }));
    expect(kishSize(cells, [1, 2])).toBe(90);
    expect(kishSize(cells, [3, 3])).toBe(100);
  });
});

describe('response rates', () => {
  it('follow AAPOR’s formulas', () => {
    const counts = { I: 100, P: 10, R: 50, NC: 30, O: 10, UH: 20, UO: 5, ineligible: 40 };
    const rates = responseRates(counts);
    const expected = {
      ...{ e: 200 / 240, RR1: 100 / 225, RR2: 110 / 225, RR5: 100 / 200, RR6: 110 / 200 },
      ...{ RR3: 100 / (200 + (25 * 200) / 240), RR4: 110 / (200 + (25 * 200) / 240) },
      ...{ COOP1: 100 / 170, COOP2: 110 / 170, COOP3: 100 / 160, COOP4: 110 / 160 },
      ...{ REF1: 50 / 225, REF2: 50 / (200 + (25 * 200) / 240), REF3: 50 / 200 },
      ...{ CON1: 170 / 225, CON2: 170 / (200 + (25 * 200) / 240), CON3: 170 / 200 },
    };
    expect(Object.keys(rates).sort()).toEqual(Object.keys(expected).sort());
    for (const [rate, value] of Object.entries(expected))
      expect(rates[rate as keyof typeof rates]).toBeCloseTo(value, 12);
  });

  // A published example: 650 complete, 50 partial, 150 refusals, 100 not reached, 30 others, 20 unknown
  // (statscalculators.com, "Health Survey Study"): RR1 65 %, cooperation of those asked 76.5 %, refusals 15 %.
  it('are those of a published survey', () => {
    const counts = { I: 650, P: 50, R: 150, NC: 100, O: 30, UH: 20, UO: 0, ineligible: 0 };
    const rates = responseRates(counts);
    expect(rates.RR1).toBeCloseTo(0.65, 12);
    expect(rates.COOP3).toBeCloseTo(0.765, 3);
    expect(rates.REF1).toBeCloseTo(0.15, 12);
  });

  it('are null over nothing, and unknown when no case is known to be eligible or not', () => {
    const none = { I: 0, P: 0, R: 0, NC: 0, O: 0, UH: 0, UO: 0, ineligible: 0 };
    expect(responseRates({ ...none, NC: 3 })).toMatchObject({ RR1: 0, COOP1: null, REF3: 0, CON3: 0 });
    expect(() => responseRates({ ...none, UH: 3 })).toThrow('e is unknown');
  });
});
