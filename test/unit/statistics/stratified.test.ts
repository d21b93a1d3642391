import { describe, expect, it } from 'vitest';
import { stratifiedMean, stratifiedShare } from '#shared/domain/statistics/stratified.ts';
import { wilsonInterval } from '#shared/domain/statistics/wilson.ts';

const WEEK = [
  { name: 'licences', population: 900, n: 50, yes: 40 },
  { name: 'permits', population: 300, n: 30, yes: 21 },
  { name: 'leases', population: 40, n: 10, yes: 10 },
  { name: 'lands', population: 30, n: 8, yes: 5 },
];
const one = (n: number, yes: number, population = 100) => [{ name: 'roads', population, n, yes }];

describe('a stratified share', () => {
  it('is weighted by population, with the finite-population correction', () => {
    const { estimate, standardError, interval, n, effectiveN } = stratifiedShare(WEEK, true);
    expect(estimate).toBeCloseTo(0.778543, 6);
    expect(standardError).toBeCloseTo(0.043887, 6);
    expect(n).toBe(98);
    expect(effectiveN).toBeCloseTo((estimate * (1 - estimate)) / standardError ** 2, 9);
    expect(interval).toEqual({ method: 'wilson', ...wilsonInterval(estimate, effectiveN) });
  });

  // The households of a county that watch a programme: R. L. Scheaffer, W. Mendenhall, L. Ott, Elementary Survey
  // Sampling, the chapter on stratified samples: 0.60 with the variance 0.0045.
  it('of three towns is the one of the textbook', () => {
    const { estimate, standardError } = stratifiedShare(
      [
        { name: 'A', population: 155, n: 20, yes: 16 },
        { name: 'B', population: 62, n: 8, yes: 2 },
        { name: 'rural', population: 93, n: 12, yes: 6 },
      ],
      true,
    );
    expect(estimate).toBeCloseTo(0.6, 12);
    expect(standardError ** 2).toBeCloseTo(0.0045, 4);
  });

  // The share of foreign cars in Stata's data set "auto": 22 of 74, standard error .0534958 (svymean, Statalist,
  // 27 August 2004).
  it('of a simple sample has the standard error of Stata', () => {
    const { estimate, standardError } = stratifiedShare(one(74, 22, 1e9), false);
    expect(estimate).toBeCloseTo(0.2972973, 7);
    expect(standardError).toBeCloseTo(0.0534958, 7);
  });

  it('is less certain without the correction', () => {
    expect(stratifiedShare(WEEK, false).standardError).toBeGreaterThan(
      stratifiedShare(WEEK, true).standardError,
    );
  });

  it('of one stratum is the simple share, with n − 1 as its effective size', () => {
    const { estimate, effectiveN } = stratifiedShare(one(20, 15), false);
    expect(estimate).toBe(0.75);
    expect(effectiveN).toBeCloseTo(19, 9);
  });

  it('is exact when everybody answered', () => {
    const { interval, standardError } = stratifiedShare(one(20, 15, 20), true);
    expect({ interval, standardError }).toEqual({
      ...{ interval: { method: 'wilson', low: 0.75, high: 0.75 }, standardError: 0 },
    });
    expect(stratifiedShare([...one(20, 15, 20), { name: 'x', population: 1, n: 1, yes: 1 }], true).n).toBe(
      21,
    );
  });

  it('keeps an interval when all answers are equal', () => {
    const { estimate, interval, effectiveN } = stratifiedShare([...one(7, 7), ...one(3, 3, 33)], true);
    expect(estimate).toBe(1);
    expect(effectiveN).toBe(10);
    expect(interval).toEqual({ method: 'wilson', ...wilsonInterval(1, 10) });
  });

  it.each([
    [one(0, 0), 'stratum "roads": n is 0, so nothing is known about it'],
    [one(1, 1), 'stratum "roads": n is 1, so its variance is unknown'],
    [one(101, 1), 'stratum "roads": expected n up to its population 100, got 101'],
    [one(5, 6), 'stratum "roads": expected yes up to n 5, got 6'],
  ])('has no answer for %j', (strata, message) => {
    expect(() => stratifiedShare(strata, true)).toThrow(message);
  });
});

describe('a stratified mean', () => {
  // Hours of television a week in the same towns, same source: 27.7 with the variance 1.97.
  it('of three towns is the one of the textbook', () => {
    const { estimate, standardError } = stratifiedMean(
      [
        { name: 'A', population: 155, n: 20, mean: 33.9, variance: 5.95 ** 2 },
        { name: 'B', population: 62, n: 8, mean: 25.125, variance: 15.25 ** 2 },
        { name: 'rural', population: 93, n: 12, mean: 19, variance: 9.36 ** 2 },
      ],
      true,
    );
    expect(estimate).toBeCloseTo(27.7, 1);
    expect(standardError ** 2).toBeCloseTo(1.97, 2);
  });

  it('of zeros and ones is the stratified share', () => {
    const strata = WEEK.map(({ yes, ...stratum }) => {
      const mean = yes / stratum.n;
      return { ...stratum, mean, variance: (mean * (1 - mean) * stratum.n) / (stratum.n - 1) };
    });
    const mean = stratifiedMean(strata, true);
    const share = stratifiedShare(WEEK, true);
    for (const field of ['estimate', 'standardError', 'n', 'effectiveN'] as const)
      expect(mean[field]).toBeCloseTo(share[field], 9);
    expect(mean.interval.high - mean.estimate).toBeCloseTo(1.959963984540054 * mean.standardError, 9);
  });
});
