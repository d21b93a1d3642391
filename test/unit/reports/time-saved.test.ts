import { describe, expect, it } from 'vitest';
import type { DataOf } from '#events/registry.ts';
import { speedCounters } from '#shared/domain/reports/speed-counters.ts';
import { tally } from '#shared/domain/reports/tally.ts';
import { type Speed, speedOf } from '#shared/domain/reports/time-saved.ts';
import { rateRatio } from '#shared/domain/statistics/rate-ratio.ts';
import { seeded } from '#shared/flow/run/chance.ts';

type Resolved = DataOf<'rida.case.resolved.v1'>;

const resolved = (facts: Partial<Resolved>): Resolved => ({
  ...{ by: 'agent:salem', type: 'report', category: 'roads', department: 'operations', segment: 'citizen' },
  ...{ channel: 'mail', openedAt: '2026-01-04T05:00:00.000Z', generation: 0, workingMinutes: 100 },
  ...{ priority: 'normal', outcome: 'done' },
  ...facts,
});

/** Return the comparison of these resolutions. */
function speedFrom(cases: readonly Partial<Resolved>[]): Speed {
  const counts: Record<string, number> = {};
  for (const facts of cases)
    for (const [name, by] of speedCounters(resolved(facts))) counts[name] = (counts[name] ?? 0) + by;
  return speedOf(tally([{ day: '2026-01-04', counts }]));
}

interface Centre {
  readonly seed: number;
  readonly cases: number;
  /** How many times as fast an escalated case is finished. */
  readonly effect: number;
  /** Shape of the durations: 1 is a constant rate, below 1 old cases are slower. */
  readonly shape?: number;
}

/**
 * Play a centre. Each department has its own mean, which is longer where more is escalated, so that a comparison of all
 * escalated cases with all others is wrong. A case is escalated at a random age if it is open then.
 */
function playCentre({ seed, cases, effect, shape = 1 }: Centre): Partial<Resolved>[] {
  const chance = seeded(seed);
  const exponential = () => -Math.log(1 - chance());
  const care = { department: 'care', mean: 400, share: 0.2 };
  const departments = [
    care,
    { department: 'operations', mean: 1500, share: 0.5 },
    { department: 'planning', mean: 4000, share: 0.8 },
  ];
  return Array.from({ length: cases }, () => {
    const { department, mean, share } = departments[Math.floor(chance() * 3)] ?? care;
    const need = exponential();
    const escalated = 60 + chance() * 1.5 * mean;
    const isChosen = chance() < share;
    // The cumulative rate is (t / mean) ** shape, and after the escalation it grows `effect` times as fast.
    const usual = mean * need ** (1 / shape);
    if (!isChosen || usual <= escalated) return { department, workingMinutes: Math.round(usual) };
    const before = (escalated / mean) ** shape;
    const end = mean * (before + (need - before) / effect) ** (1 / shape);
    return { department, workingMinutes: Math.round(end), escalatedAfter: Math.round(escalated) };
  });
}

const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;

describe('the time that escalations save', () => {
  it.each([
    ['nothing', 1],
    ['half of the rest', 2],
    ['two thirds of the rest', 3],
    ['less than nothing: they take twice as long', 0.5],
  ])('is found where it is known to be %s', (_, effect) => {
    for (const shape of [1, 0.7, 1.4]) {
      const { timeSaved } = speedFrom(playCentre({ seed: 7, cases: 6000, effect, shape }));
      const { low = 0, high = 0, value = 0 } = timeSaved?.speed ?? {};
      expect(value / effect).toBeGreaterThan(0.85);
      expect(value / effect).toBeLessThan(1.15);
      expect(high / low).toBeLessThan(1.25);
      const { low: least = 0, high: most = 0 } = timeSaved?.savedMinutes ?? {};
      expect([least > 0, most < 0]).toEqual([effect > 1, effect < 1]);
    }
  });

  it('is in the interval in nineteen of twenty centres, for each true effect', () => {
    for (const effect of [0.5, 1, 2]) {
      const held = Array.from({ length: 200 }, (_, seed) => {
        const { timeSaved } = speedFrom(playCentre({ seed: 1000 + seed, cases: 400, effect }));
        const { low = 0, high = 0 } = timeSaved?.speed ?? {};
        return low <= effect && effect <= high;
      }).filter(Boolean).length;
      expect(held).toBeGreaterThanOrEqual(182);
    }
  });

  it('is not the difference of all escalated cases and all others, which had to be slow to be escalated', () => {
    const cases = playCentre({ seed: 3, cases: 6000, effect: 2 });
    const whole = (isEscalated: boolean) =>
      mean(
        cases
          .filter(({ escalatedAfter }) => (escalatedAfter !== undefined) === isEscalated)
          .map(({ workingMinutes = 0 }) => workingMinutes),
      );
    expect(whole(true)).toBeGreaterThan(1.5 * whole(false));
    expect(speedFrom(cases).timeSaved?.speed.low).toBeGreaterThan(1.7);
  });

  it('is about as long as it was made in working minutes', () => {
    const cases = playCentre({ seed: 11, cases: 8000, effect: 2 });
    const after = mean(
      cases.flatMap(({ workingMinutes = 0, escalatedAfter }) =>
        escalatedAfter === undefined ? [] : [workingMinutes - escalatedAfter],
      ),
    );
    const { timeSaved } = speedFrom(cases);
    expect(timeSaved?.minutesAfter).toBeCloseTo(after, 6);
    // With a constant rate the rest takes twice as long without the escalation, so that as much is saved.
    expect((timeSaved?.savedMinutes.value ?? 0) / after).toBeGreaterThan(0.8);
    expect((timeSaved?.savedMinutes.value ?? 0) / after).toBeLessThan(1.2);
  });

  const many = (count: number, facts: Partial<Resolved>) =>
    Array.from({ length: count }, (_, at) => ({ workingMinutes: 300 + 40 * at, ...facts }));

  it.each<readonly [string, readonly Partial<Resolved>[], number]>([
    ['without cases', [], 0],
    ['without escalations', many(200, {}), 0],
    ['with few escalations', [...many(200, {}), ...many(20, { escalatedAfter: 200 })], 20],
    ['with few others', [...many(20, {}), ...many(200, { escalatedAfter: 200 })], 200],
    [
      'with others of another department only',
      [...many(200, {}), ...many(200, { department: 'care', escalatedAfter: 200 })],
      200,
    ],
    [
      'with others of another priority only',
      [...many(200, {}), ...many(200, { priority: 'urgent', escalatedAfter: 200 })],
      200,
    ],
    [
      'with others that were all finished before the age of the escalation',
      [...many(200, { workingMinutes: 60 }), ...many(200, { workingMinutes: 3000, escalatedAfter: 2000 })],
      200,
    ],
    ['of cases that were withdrawn', many(200, { outcome: 'withdrawn', escalatedAfter: 200 }), 0],
    ['of reopened cases', many(200, { generation: 1, escalatedAfter: 200 }), 0],
    ['of events from before the priority was in them', many(200, { priority: undefined }), 0],
  ])('is not told %s', (_, cases, escalated) => {
    expect(speedFrom(cases)).toEqual({ escalated, timeSaved: null });
  });
});

describe('the rate ratio', () => {
  it('pools groups of one ratio to that ratio, with an interval that is symmetric on the logarithmic scale', () => {
    const cells = [
      { exposed: { ends: 20, time: 100 }, others: { ends: 10, time: 100 } },
      { exposed: { ends: 8, time: 20 }, others: { ends: 40, time: 200 } },
    ];
    const found = rateRatio(cells);
    expect(found?.ratio).toBeCloseTo(2, 10);
    expect(found?.exposedEnds).toBe(28);
    expect((found?.low ?? 0) * (found?.high ?? 0)).toBeCloseTo(4, 8);
  });

  it('ignores groups with one kind of units', () => {
    const cell = { exposed: { ends: 20, time: 100 }, others: { ends: 10, time: 100 } };
    const alone = { exposed: { ends: 50, time: 10 }, others: { ends: 0, time: 0 } };
    expect(rateRatio([cell, alone])).toEqual(rateRatio([cell]));
    expect(rateRatio([alone])).toBeNull();
  });
});
