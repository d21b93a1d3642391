import { describe, expect, it } from 'vitest';
import { differenceOf } from '#shared/domain/statistics/difference.ts';
import { logitInterval } from '#shared/domain/statistics/logit.ts';
import { wilson } from '#shared/domain/statistics/wilson.ts';

const share = (yes: number, n: number) => wilson(yes, n) ?? { n, share: 0, low: 0, high: 1 };

describe('Wilson’s interval', () => {
  // R. G. Newcombe, Statistics in Medicine 17 (1998), 857–872, table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i in %i is the published one', (yes, n, low, high) => {
    const interval = share(yes, n);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it('ends at 1 exactly when everybody said yes, and has no value without answers', () => {
    expect(share(7, 7).high).toBe(1);
    expect(share(0, 7).low).toBe(0);
    expect(wilson(0, 0)).toBeNull();
  });
});

describe('the logit interval', () => {
  // Printed by `binom.logit(1:9, 10, conf.level = 0.95)` of the R package binom (Dorai-Raj).
  it.each([
    [1, 0.01388166, 0.4672367],
    [2, 0.05041281, 0.540708],
    [3, 0.09976832, 0.6236819],
    [4, 0.15834201, 0.7025951],
    [5, 0.22450735, 0.7754927],
    [6, 0.29740491, 0.841658],
    [7, 0.37631807, 0.9002317],
    [8, 0.459292, 0.9495872],
    [9, 0.53276327, 0.9861183],
  ])('of %i in 10 is the published one', (yes, low, high) => {
    const p = yes / 10;
    const interval = logitInterval(p, Math.sqrt((p * (1 - p)) / 10));
    expect(interval?.low).toBeCloseTo(low, 7);
    expect(interval?.high).toBeCloseTo(high, 7);
  });

  // The interval of the constant of a logistic regression, from its normal equations: ln(p/(1−p)) ± z/√(n p (1−p)).
  it.each([
    [15, 148],
    [81, 263],
    [1, 29],
    [28, 29],
  ])('of %i in %i is that of a logistic regression', (yes, n) => {
    const p = yes / n;
    const { low = 0, high = 0 } = logitInterval(p, Math.sqrt((p * (1 - p)) / n)) ?? {};
    const odds = (value: number) => Math.log(value / (1 - value));
    const half = 1.959963984540054 / Math.sqrt(n * p * (1 - p));
    expect(odds(low)).toBeCloseTo(odds(p) - half, 10);
    expect(odds(high)).toBeCloseTo(odds(p) + half, 10);
    // The other answer has the mirrored interval.
    const mirrored = logitInterval(1 - p, Math.sqrt((p * (1 - p)) / n));
    expect(mirrored?.low).toBeCloseTo(1 - high, 12);
    expect(low).toBeLessThan(p);
    expect(high).toBeGreaterThan(p);
  });

  it('has no value when all answers are equal', () => {
    expect(logitInterval(0, 0)).toBeUndefined();
    expect(logitInterval(1, 0)).toBeUndefined();
  });
});

describe('the difference of two shares', () => {
  // R. G. Newcombe, Statistics in Medicine 17 (1998), 873–890, table II, method 10.
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])('%i/%i − %i/%i has the published interval', (a, m, b, n, low, high) => {
    const difference = differenceOf(share(a, m), share(b, n));
    expect(difference.estimate).toBeCloseTo(a / m - b / n, 12);
    expect(difference.low).toBeCloseTo(low, 4);
    expect(difference.high).toBeCloseTo(high, 4);
  });
});
