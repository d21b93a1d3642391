import { describe, expect, it } from 'vitest';
import { differenceOf } from '#shared/domain/statistics/difference.ts';
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
