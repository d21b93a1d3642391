import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { DayFigures } from '#shared/domain/reports/day-figures.ts';
import { daysOf } from '#shared/domain/reports/period.ts';
import { SummedDays } from '#shared/domain/reports/summed-days.ts';
import { type Tally, tally } from '#shared/domain/reports/tally.ts';

const DAYS = daysOf({ from: '2026-01-20', to: '2026-04-10' });
const NAMES = [
  'opened|mail|report',
  'opened|phone|report',
  'resolved|roads',
  'left|2026-01-21',
  'calls',
  'worked|7',
];

const oneDay = fc.record({
  day: fc.constantFrom(...DAYS),
  counts: fc.dictionary(fc.constantFrom(...NAMES), fc.integer({ min: -3, max: 9 })),
});
/** One object a day and shard, in order of time. */
const history = fc
  .array(oneDay, { maxLength: 90 })
  .map((all): DayFigures[] =>
    all
      .map((one, shard) => ({ ...one, shard, version: 1 }))
      .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.shard - b.shard)),
  );
const period = fc
  .tuple(fc.nat(DAYS.length - 1), fc.nat(DAYS.length - 1))
  .map(([a, b]) => ({ from: DAYS[Math.min(a, b)] ?? '', to: DAYS[Math.max(a, b)] ?? '' }));

const read = (counts: Tally) => ({
  perDay: counts.perDay,
  sums: NAMES.map((name) => counts.sum(...(name.split('|') as Parameters<Tally['sum']>))),
  opened: counts.by('opened'),
  calls: counts.sum('calls'),
  none: [counts.sum('closed', 'merged'), counts.by('closed')],
});

it('the sums of any period are those of its days, also after a day changed', () => {
  fc.assert(
    fc.property(history, fc.array(period, { maxLength: 4 }), fc.nat(), (days, periods, changed) => {
      const check = (of: readonly DayFigures[]): void => {
        for (const asked of [...periods, { from: '2026-02-01', to: '2026-02-28' }]) {
          const inside = of.filter(({ day }) => day >= asked.from && day <= asked.to);
          const empty = daysOf(asked).map((day) => ({ day, counts: {} }));
          const summed = new SummedDays(of);
          expect(read(summed.tally(asked))).toEqual(read(tally([...empty, ...inside])));
          const week = summed.week(asked);
          expect(week && read(week)).toEqual(inside.length === 0 ? null : read(tally(inside)));
        }
      };
      check(days);
      check(days);
      check(
        days.map((one, at) =>
          at === changed % days.length ? { ...one, version: 2, counts: { calls: 100 } } : one,
        ),
      );
    }),
    { numRuns: 150 },
  );
});
