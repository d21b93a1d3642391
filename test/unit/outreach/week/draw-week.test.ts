import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { REPLICATE } from '#shared/domain/outreach/week/draw-week.ts';
import { EXCLUSIONS, type Exclusion } from '#shared/domain/outreach/week/population.ts';
import { drawWeek, populationOf } from '#test/builders/draw-at-once.ts';

const TODAY = '2026-11-29';
const keyed = (seed: string) => (of: string) => createHmac('sha256', seed).update(of).digest('hex');
const used = (person: string, service: string, on = '2026-11-25') => ({
  ...{ person, service, on },
  phone: '+966500000000',
});
const nobodyOut = () => [];

/** Users of services by their number. */
const units = (populations: Readonly<Record<string, number>>) =>
  populationOf(
    Object.entries(populations).flatMap(([service, count]) =>
      Array.from({ length: count }, (_, index) => used(`${service} ${index}`, service)),
    ),
    nobodyOut,
    TODAY,
  ).units;

describe('the population of a week', () => {
  it('has each person once, with the rarest service that they used, whatever the order of the list', () => {
    const list = [
      ...['a', 'b', 'c'].map((person) => used(person, 'permit')),
      ...[used('a', 'lease'), used('a', 'lease', '2026-11-28'), used('d', 'lease'), used('a', 'survey')],
    ];
    const of = (transactions: typeof list) =>
      populationOf(transactions, nobodyOut, TODAY)
        .units.map(({ person, stratum, transaction }) => `${person} ${stratum} ${transaction.on}`)
        .sort();
    expect(of(list)).toEqual([
      'a survey 2026-11-25',
      'b permit 2026-11-25',
      'c permit 2026-11-25',
      'd lease 2026-11-25',
    ]);
    expect(of([...list].reverse())).toEqual(of(list));
  });

  it.each([
    ['2026-11-29', 1],
    ['2026-11-16', 1],
    ['2026-11-15', 0],
    ['2026-11-30', 0],
  ])('a transaction of %s counts %i', (on, persons) => {
    const population = populationOf([used('a', 'permit', on)], nobodyOut, TODAY);
    expect([population.persons, population.outside]).toEqual([persons, 1 - persons]);
  });

  it('counts each excluded person once, by the first of their reasons', () => {
    const reasons: Readonly<Record<string, readonly Exclusion[]>> = {
      a: ['asked-recently', 'opted-out'],
      b: ['abroad', 'staff'],
      c: ['open-complaint', 'open-complaint'],
      d: ['invalid-number'],
      e: [],
    };
    const list = Object.keys(reasons).flatMap((person) => [used(person, 'permit'), used(person, 'lease')]);
    const { excluded, persons, units: rest } = populationOf(list, (person) => reasons[person] ?? [], TODAY);
    expect(excluded).toMatchObject({
      'opted-out': 1,
      staff: 1,
      'open-complaint': 1,
      'invalid-number': 1,
      abroad: 0,
    });
    expect(rest.map(({ person }) => person)).toEqual(['e']);
    expect(EXCLUSIONS.reduce((sum, reason) => sum + excluded[reason], rest.length)).toBe(persons);
  });
});

describe('the sample of a week', () => {
  const POPULATIONS = { permits: 900, leases: 300, surveys: 40, closures: 4 };
  const all = units(POPULATIONS);
  const aim = { target: 165, completion: 0.4 };

  it('has whole replicates and is the same for the same seed, whatever the order of the list', () => {
    const draw = (list: typeof all, seed: string) =>
      drawWeek(list, aim, keyed(seed)).drawn.map(({ unit, replicate }) => `${unit.person} ${replicate}`);
    const first = draw(all, 'seed');
    expect(first).toHaveLength(450);
    expect(draw([...all].reverse(), 'seed')).toEqual(first);
    expect(draw(all, 'other')).not.toEqual(first);
    expect(new Set(first).size).toBe(first.length);
  });

  it('spreads each service evenly over the replicates', () => {
    const { drawn, strata, replicates } = drawWeek(all, aim, keyed('seed'));
    for (const { name, drawn: size } of strata)
      for (let count = 1; count <= replicates; count += 1) {
        const released = drawn.filter(
          ({ unit, replicate }) => unit.stratum === name && replicate <= count,
        ).length;
        expect(Math.abs(released - (size * count) / replicates)).toBeLessThan(2);
      }
  });

  it('draws each person of a service with the same probability, in any number of replicates', () => {
    const small = units({ permits: 60, leases: 25, closures: 6 });
    const times = 1500;
    const hits = { whole: new Map<string, number>(), first: new Map<string, number>() };
    let sizes = new Map<string, number>();
    for (let seed = 0; seed < times; seed += 1) {
      const { drawn, strata } = drawWeek(small, { target: 60, completion: 1 }, keyed(`seed ${seed}`));
      sizes = new Map(strata.map(({ name, population, drawn: size }) => [name, size / population]));
      for (const { unit, replicate } of drawn) {
        hits.whole.set(unit.person, (hits.whole.get(unit.person) ?? 0) + 1);
        if (replicate === 1) hits.first.set(unit.person, (hits.first.get(unit.person) ?? 0) + 1);
      }
    }
    for (const { person, stratum } of small) {
      const whole = sizes.get(stratum) ?? 0;
      const first = (whole * REPLICATE) / 91;
      for (const [name, expected] of [
        ['whole', whole],
        ['first', first],
      ] as const) {
        // Five standard errors: one of 182 checks fails once in ten thousand sets of seeds, and the seeds are fixed.
        const error = 5 * Math.sqrt((expected * (1 - expected)) / times);
        const share = (hits[name].get(person) ?? 0) / times;
        expect(Math.abs(share - expected), `${person} in the ${name}`).toBeLessThanOrEqual(error + 0.012);
      }
    }
  });

  it.each([
    { populations: { a: 3, b: 2 }, target: 165, drawn: 5, floor: 5, reachable: 2 },
    { populations: { a: 1 }, target: 1, drawn: 1, floor: 5, reachable: 0 },
    { populations: { a: 500 }, target: 165, drawn: 450, floor: 5, reachable: undefined },
    { populations: { a: 430 }, target: 165, drawn: 430, floor: 5, reachable: undefined },
    { populations: { a: 100 }, target: 165, drawn: 100, floor: 5, reachable: 40 },
  ])(
    'of $populations for $target has $drawn, and $reachable are reachable',
    ({ populations, target, ...rest }) => {
      const week = drawWeek(units(populations as never), { target, completion: 0.4 }, keyed('s'));
      expect({ drawn: week.drawn.length, floor: week.floor, reachable: week.reachable }).toEqual(rest);
    },
  );

  it('lowers the floor when there are more services than calls', () => {
    const many = units(Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`s${index}`, 20])));
    const { strata, floor } = drawWeek(many, { target: 50, completion: 1 }, keyed('s'));
    expect(floor).toBe(1);
    expect(strata.reduce((sum, { drawn }) => sum + drawn, 0)).toBe(50);
  });
});
