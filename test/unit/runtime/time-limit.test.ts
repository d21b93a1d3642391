import { describe, expect, it } from 'vitest';
import { OutOfTime, withinTime } from '#shared/runtime/time-limit.ts';

describe('a time limit of synchronous work', () => {
  it('returns the result, or throws the error of the work', () => {
    expect(withinTime(10_000, () => [1, 2])).toEqual([1, 2]);
    expect(withinTime(10_000, () => withinTime(10_000, () => 'inner'))).toBe('inner');
    expect(() =>
      withinTime(10_000, () => {
        throw new RangeError('own');
      }),
    ).toThrow(RangeError);
  });

  it.each([
    [
      'a loop without end',
      () => {
        for (;;);
      },
    ],
    ['an expression that backtracks', () => /^(a+)+$/u.test(`${'a'.repeat(60)}b`)],
    [
      'a loop inside another limit',
      () =>
        withinTime(100_000, () => {
          for (;;);
        }),
    ],
  ])('stops %s, and the next work is done', (_, work: () => unknown) => {
    expect(() => withinTime(50, work)).toThrow(OutOfTime);
    expect(withinTime(10_000, () => 'next')).toBe('next');
  });
});
