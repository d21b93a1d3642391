import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate } from '#shared/domain/statistics/allocation.ts';
import { drawSample } from '#shared/domain/statistics/sample.ts';

const strata = (...populations: readonly number[]) =>
  populations.map((population, index) => ({ name: `${index}`, population }));
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

describe('the allocation', () => {
  it.each([
    { populations: [900, 100, 4], n: 60, floor: 5, sizes: [40, 16, 4] },
    { populations: [100, 100, 100], n: 20, floor: 5, sizes: [7, 7, 6] },
    { populations: [900, 300, 40, 30], n: 98, floor: 5, sizes: [45, 28, 13, 12] },

    { populations: [10_000, 11, 0], n: 111, floor: 0, sizes: [107, 4, 0] },
    { populations: [10_000, 4, 4], n: 300, floor: 3, sizes: [292, 4, 4] },
    { populations: [3, 2], n: 5, floor: 9, sizes: [3, 2] },
    { populations: [7], n: 0, floor: 0, sizes: [0] },
  ])('of $n to $populations with a floor of $floor is $sizes', ({ populations, n, floor, sizes }) => {
    expect(allocate(strata(...populations), n, floor)).toEqual(sizes);
  });

  it('sums to n, keeps floors and populations, and gives more to who has more', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 0, max: 20 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (populations, floor, part) => {
          const least = sum(populations.map((population) => Math.min(floor, population)));
          const n = least + Math.floor(part * (sum(populations) - least));
          const sizes = allocate(strata(...populations), n, floor);
          expect(sum(sizes)).toBe(n);
          sizes.forEach((size, index) => {
            const population = populations[index] ?? 0;
            expect(size).toBeLessThanOrEqual(population);
            expect(size).toBeGreaterThanOrEqual(Math.min(floor, population));
            for (const [other, larger] of populations.entries())
              if (larger > population) expect((sizes[other] ?? 0) + 1).toBeGreaterThanOrEqual(size);
          });
        },
      ),
    );
  });

  it('refuses what is below the floors or above the population', () => {
    expect(() => allocate(strata(10, 10), 9, 5)).toThrow(
      'expected at least 10, the sum of the floors, got 9',
    );
    expect(() => allocate(strata(10, 10), 21, 5)).toThrow(
      'expected at most 20, the whole population, got 21',
    );
  });
});

describe('a sample', () => {
  const units = Array.from({ length: 60 }, (_, index) => ({
    ...{ id: `person ${index}`, stratum: index < 40 ? 'licences' : 'leases' },
  }));
  const draw = (seed: string, of = units) =>
    drawSample(of, {
      ...{ n: 18, floor: 5 },
      keyOf: (id) => createHmac('sha256', seed).update(id).digest('hex'),
    });

  it('is the same for the same seed, whatever the order of the list', () => {
    expect(draw('w48', units.toReversed())).toEqual(draw('w48'));
    expect(draw('w49')).not.toEqual(draw('w48'));
    expect(
      draw('w48')[0]
        ?.drawn.slice(0, 3)
        .map(({ id }) => id),
    ).toEqual(['person 52', 'person 57', 'person 55']);
  });

  it('draws each unit of a stratum equally often', () => {
    const times = new Map<string, number>();
    const rounds = 3000;
    for (let round = 0; round < rounds; round += 1)
      for (const { drawn } of draw(`${round}`))
        for (const { id } of drawn) times.set(id, (times.get(id) ?? 0) + 1);
    const sizes = Object.fromEntries(
      draw('w48').map(({ name, drawn, population }) => [name, drawn.length / population]),
    );
    for (const { id, stratum } of units) {
      const expected = sizes[stratum] ?? 0;
      // Five standard errors: the seeds are fixed, so this does not flicker.
      const tolerance = 5 * Math.sqrt((expected * (1 - expected)) / rounds);
      expect(Math.abs((times.get(id) ?? 0) / rounds - expected)).toBeLessThan(tolerance);
    }
  });

  it('counts a unit once', () => {
    const drawn = draw('w48', [...units, ...units]);
    expect(drawn).toEqual(draw('w48'));
  });
});
