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
