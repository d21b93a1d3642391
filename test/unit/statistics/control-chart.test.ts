import { describe, expect, it } from 'vitest';
import { type ControlRule, controlChart } from '#shared/domain/statistics/control-chart.ts';

const at = (values: readonly number[], rule: ControlRule) =>
  controlChart(values, false)
    .signals.filter((signal) => signal.rule === rule)
    .map(({ index }) => index);
/** Values that go up and down around 50, so that they give no signal of their own. */
const calm = (length: number) => Array.from({ length }, (_, index) => (index % 2 === 0 ? 52 : 48));

describe('a control chart', () => {
  it('has limits at 2.66 mean moving ranges', () => {
    const { mean, upper, lower, signals } = controlChart([10, 12, 11, 13], false);
    expect(mean).toBe(11.5);
    expect(upper - mean).toBeCloseTo((2.66 * 5) / 3, 12);
    expect(mean - lower).toBeCloseTo((2.66 * 5) / 3, 12);
    expect(signals).toEqual([]);
  });

  // The examples in the documentation of two packages for XmR charts after D. J. Wheeler, "Understanding Variation":
  // libraries.io/pypi/spc-plotly/0.1.3 (38 monthly counts) and libraries.io/pypi/statprocon/0.4.0 (four counts).
  it.each([
    {
      counts: [
        ...[2478, 2350, 2485, 2296, 2359, 2567, 3089, 2668, 1788, 2854, 2365, 1883, 1959, 1927, 2640, 2626],
        ...[2144, 2409, 4412, 3287, 3049, 3364, 3078, 2972, 3415, 2753, 3102, 2191, 3693, 4385, 4699, 3031],
        ...[2659, 3885, 2628, 2621, 3071, 2002],
      ],
      ...{ mean: 2820.6315789473683, upper: 4341.864011379801, lower: 1299.3991465149359 },
      outside: [18, 29, 30],
    },
    { counts: [10, 50, 40, 30], mean: 32.5, upper: 85.7, lower: -20.7, outside: [] },
  ])('of $counts.length published counts has the published limits', ({ counts, outside, ...expected }) => {
    const chart = controlChart(counts, false);
    for (const limit of ['mean', 'upper', 'lower'] as const)
      expect(chart[limit]).toBeCloseTo(expected[limit], 9);
    expect(at(counts, 'outside')).toEqual(outside);
  });

  it('leaves out moving ranges above 3.267 times their mean, once', () => {
    const values = [...calm(20), 150, ...calm(21)];
    const screened = controlChart(values, true);
    const range = (screened.upper - screened.mean) / 2.66;
    expect(range).toBe(4);
    expect(controlChart(values, false).upper).toBeGreaterThan(screened.upper);
    expect(screened.mean).toBe(controlChart(values, false).mean);
  });

  it('has no signal in values that never change', () => {
    expect(controlChart([5, 5, 5, 5, 5, 5, 5, 5], true)).toEqual({
      mean: 5,
      upper: 5,
      lower: 5,
      signals: [],
    });
  });

  it('finds a point outside a limit', () => {
    expect(at([...calm(20), 90], 'outside')).toEqual([20]);
    expect(at([...calm(20), 10], 'outside')).toEqual([20]);
  });

  it('finds seven points on one side of the mean, and no six', () => {
    const above = [...calm(30), 53, 55, 53, 55, 53, 55, 53, ...calm(30).reverse()];
    // The calm point before them is below the mean, and the one after them too.
    expect(at(above, 'shift')).toEqual([30, 31, 32, 33, 34, 35, 36]);
    expect(at(above.toSpliced(30, 1), 'shift')).toEqual([]);
  });

  it('finds seven points that rise or fall, and no six', () => {
    const rising = [...calm(30), 47, 48, 49, 50, 51, 52, 53, ...calm(30).reverse()];
    expect(at(rising, 'trend')).toEqual([30, 31, 32, 33, 34, 35, 36]);
    expect(at(rising.toReversed(), 'trend')).toEqual([30, 31, 32, 33, 34, 35, 36]);
    expect(at(rising.toSpliced(33, 1, 48), 'trend')).toEqual([]);
  });

  it('finds two of three beyond two thirds of the same limit', () => {
    expect(at([...calm(30), 59, 50, 59, ...calm(30).reverse()], 'two-of-three')).toEqual([30, 32]);
    expect(at([...calm(30), 59, 50, 41, ...calm(30)], 'two-of-three')).toEqual([]);
    expect(at([...calm(30), 59, 50, 50, 59, ...calm(30).reverse()], 'two-of-three')).toEqual([]);
  });

  it('needs two values', () => {
    expect(() => controlChart([1], true)).toThrow('values: expected at least 2, got 1');
  });

  it.each([0.1, 0.7, 1.1, 1e-9, 123_456.789])('has no signal when every value is %d', (value) => {
    for (const count of [3, 7, 12]) {
      const { mean, signals } = controlChart(Array(count).fill(value), true);
      expect(mean / value).toBeCloseTo(1, 12);
      expect(signals).toEqual([]);
    }
  });
});
