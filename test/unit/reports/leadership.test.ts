import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { registry } from '#events/registry.ts';
import { measuresTable } from '#infra/tools/measures-docs.ts';
import { CATALOGUE, MEASURE_IDS } from '#shared/domain/reports/catalogue.ts';
import { MEASURES } from '#shared/domain/reports/counter-name.ts';
import type { DayFigures } from '#shared/domain/reports/day-figures.ts';
import { funnelLimits, funnelOf } from '#shared/domain/reports/funnel.ts';
import { heatMapOf } from '#shared/domain/reports/heat-map.ts';
import { isUsualStep } from '#shared/domain/reports/ordinary-weeks.ts';
import { SummedDays } from '#shared/domain/reports/summed-days.ts';
import { trendOf, weeklyFigures, weeksUntil } from '#shared/domain/reports/trend.ts';
import { formatDate, parseDate } from '#shared/domain/sla/local-date.ts';
import { backlogOf } from '#test/builders/backlog-of.ts';

const day = (on: string, counts: Record<string, number>): DayFigures => ({
  ...{ day: on, shard: 0, version: 1, counts },
});

describe('the catalogue of measures', () => {
  const counted = new Set<string>(
    registry.flatMap(({ event, consumers }) =>
      (consumers as readonly string[]).includes('reports/roll-up') ? [event.type] : [],
    ),
  );

  it.each(MEASURE_IDS)('says of %s everything that a reader needs, in both languages', (id) => {
    const { name, definition, formula, events } = CATALOGUE[id];
    for (const text of [name, definition]) {
      expect(text.ar).toMatch(/[\u0600-\u06FF]/u);
      expect(text.en).toMatch(/^[A-Z]/u);
    }
    const named = [...formula.matchAll(/`([^`|]+)[^`]*`/gu)].map(([, measure]) => measure);
    expect(named.length).toBeGreaterThan(0);
    for (const measure of named) expect(Object.keys(MEASURES)).toContain(measure);
    expect(events.filter((type) => !counted.has(type))).toEqual([]);
  });

  it('gives no two measures the same name', () => {
    for (const language of ['ar', 'en'] as const)
      expect(new Set(MEASURE_IDS.map((id) => CATALOGUE[id].name[language])).size).toBe(MEASURE_IDS.length);
  });
});

describe('the open cases', () => {
  it('are those opened and not left, by age', () => {
    const backlog = backlogOf(
      [
        day('2026-01-04', { 'arrived|case': 5, 'opened|mail|report': 3, 'opened|phone|report': 2 }),
        day('2026-01-10', { 'opened|mail|report': 4, 'left|2026-01-04': 3 }),
        day('2026-02-20', { 'left|2026-01-10': 4, 'opened|mail|report': 1 }),
      ],
      '2026-02-20',
    );
    expect(backlog).toMatchObject({ open: 3, oldest: '2026-01-04', since: '2026-01-04' });
    expect(backlog.ages.filter(({ count }) => count > 0)).toEqual([
      { from: 0, to: 1, count: 1, older: 2 },
      { from: 31, to: 90, count: 2, older: 0 },
    ]);
  });

  it('leave out days before openings and ends were counted', () => {
    const days = [
      day('2025-12-01', { 'opened|mail|report': 900 }),
      day('2026-01-04', { 'arrived|case': 1, 'opened|mail|report': 1, 'left|2025-12-01': 2 }),
    ];
    expect(backlogOf(days, '2026-01-05')).toMatchObject({ open: 1, since: '2026-01-04' });
    expect(backlogOf(days.slice(0, 1), '2026-01-05')).toMatchObject({ open: 0, oldest: null, since: null });
  });

  it('settle a restored case, which leaves an earlier day than that on which it was counted', () => {
    const days = [
      day('2026-01-04', { 'arrived|set-aside': 1 }),
      day('2026-01-06', { 'arrived|case': 1, 'opened|mail|report': 1 }),
      day('2026-01-07', { 'left|2026-01-04': 1 }),
    ];
    expect(backlogOf(days, '2026-01-07').open).toBe(0);
    expect(backlogOf(days, '2026-01-06').open).toBe(1);
  });
});

describe('a trend', () => {
  const weeks = (values: readonly (number | null)[], counts: (value: number) => Record<string, number>) => {
    const periods = weeksUntil('2026-06-30').slice(-values.length);
    const days = periods.flatMap(({ from }, at) => {
      const value = values[at];
      return typeof value === 'number' ? [day(from, counts(value))] : [];
    });
    return weeklyFigures(new SummedDays(days), '2026-06-30');
  };
  const inTime = (kept: number) => ({
    'resolution|kept|roads': kept,
    'breached|resolution|roads': 100 - kept,
  });
  const usual = [80, 81, 79, 80, 82, 80, 79, 81, 80, 79, 81, 80, 80, 81, 79];

  it.each([
    ['usual', [...usual, 80], undefined],
    ['worse', [...usual, 60], '2026-06-24'],
    ['better', [...usual, 97], '2026-06-24'],
    ['too-few', [80, 60, 80], undefined],
  ] as const)('says %s only beyond the limits', (says, values, since) => {
    const trend = trendOf('resolution', weeks(values, inTime));
    expect(trend.says).toBe(says);
    expect(trend.since?.day).toBe(since);
  });

  it('names the first week of a shift', () => {
    const trend = trendOf(
      'resolution',
      weeks([80, 82, 81, 83, 80, 82, 83, 81, 76, 75, 76, 74, 75, 76, 75, 74], inTime),
    );
    expect(trend).toMatchObject({
      says: 'worse',
      since: { day: '2026-05-06', rule: 'shift' },
      isProvisional: false,
    });
  });

  it.each([
    [
      'over one week of chance',
      [80, 81, 79, 80, 82, 80, 79, 81, 80, 70, 71, 81, 70, 71, 70, 71],
      '2026-05-13',
    ],
    [
      'not over two weeks on the other side',
      [80, 81, 79, 80, 60, 81, 82, 80, 79, 81, 80, 81, 80, 79, 80, 58],
      '2026-06-24',
    ],
  ])('dates the present level by its first signal, %s', (_, values, day) => {
    expect(trendOf('resolution', weeks(values, inTime))).toMatchObject({ says: 'worse', since: { day } });
  });

  it('is changed, and neither better nor worse, when a good level falls for weeks', () => {
    const falling = [...Array.from({ length: 9 }, (_, at) => 50 + (at % 2)), 99, 97, 95, 93, 91, 89, 87];
    const trend = trendOf('resolution', weeks(falling, inTime));
    expect(trend).toMatchObject({ says: 'changed', since: { day: '2026-05-13' } });
  });

  it('lets weeks that always differ make no change', () => {
    const noisy = Array.from({ length: 16 }, (_, at) => (at % 2 === 0 ? 70 : 85));
    const trend = trendOf('resolution', weeks(noisy, inTime));
    const of = (from: string, to: string) => ({ from, to });
    const isUsual = (now: number, before: number, ...lengths: [number, number]) => {
      const end = (days: number) => formatDate(parseDate('2026-06-01') + days - 1);
      const periods = [of('2026-06-01', end(lengths[0])), of('2026-06-01', end(lengths[1]))] as const;
      return isUsualStep({ now, before }, 'share', periods, trend);
    };
    expect(isUsual(0.85, 0.7, 7, 7)).toBe(true);
    expect(isUsual(0.85, 0.5, 7, 7)).toBe(true);
    expect(isUsual(0.85, 0.3, 7, 7)).toBe(false);
    expect(isUsual(0.85, 0.5, 28, 28)).toBe(false);
    expect(isUsual(0.85, 0.7, 1, 1)).toBe(false);
  });

  it('calls a count that has no good direction changed', () => {
    const counts = (n: number) => ({ 'arrived|case': n });
    expect(trendOf('received', weeks([...usual, 200], counts)).says).toBe('changed');
  });

  it('leaves out a week in which the centre was off, and a share of too few answers', () => {
    const gap = trendOf('resolution', weeks([...usual.slice(0, 14), null, 80], inTime));
    expect(gap.points.filter(({ value }) => value === null)).toHaveLength(1);
    expect(gap.says).toBe('usual');
    const few = trendOf(
      'resolution',
      weeks([...usual, 80], () => ({ 'resolution|kept|roads': 4 })),
    );
    expect(few.says).toBe('too-few');
  });

  it('says that its limits are provisional below twelve weeks', () => {
    expect(trendOf('resolution', weeks(usual.slice(0, 8), inTime)).isProvisional).toBe(true);
  });
});

describe('the funnel of departments', () => {
  it('tells only those beyond the limits from the others, whatever their rank', () => {
    const funnel = funnelOf([
      { name: 'large', n: 400, share: 0.8 },
      { name: 'small', n: 12, share: 0.6 },
      { name: 'bad', n: 200, share: 0.6 },
      { name: 'good', n: 300, share: 0.93 },
      { name: 'tiny', n: 3, share: 0 },
    ]);
    expect(funnel?.points.map(({ name, place }) => [name, place])).toEqual([
      ['large', 'inside'],
      ['small', 'inside'],
      ['bad', 'below'],
      ['good', 'above'],
    ]);
  });

  it('is absent without two groups that are large enough', () => {
    expect(funnelOf([{ name: 'one', n: 400, share: 0.8 }])).toBeNull();
    expect(funnelOf([])).toBeNull();
  });

  it('has limits that narrow with the size and stay within 0 and 1', () => {
    const [small, large] = [funnelLimits(0.9, 10), funnelLimits(0.9, 1000)];
    expect(small.far[1]).toBe(1);
    expect(large.far[1] - large.far[0]).toBeLessThan(small.far[1] - small.far[0]);
    expect(funnelLimits(1, 10)).toMatchObject({ near: [1, 1], far: [1, 1] });
  });
});

it('puts openings by weekday and hour', () => {
  const { rows, most } = heatMapOf([
    day('2026-01-04', { 'opened-hour|09': 2 }),
    day('2026-01-11', { 'opened-hour|09': 3, 'opened-hour|23': 1 }),
    day('2026-01-12', { 'opened-hour|00': 4 }),
  ]);
  expect(most).toBe(5);
  expect(rows.find(({ weekday }) => weekday === 'sun')?.hours[9]).toBe(5);
  expect(rows.find(({ weekday }) => weekday === 'mon')?.hours[0]).toBe(4);
});

it('is written down in the table of measures as it is', () => {
  const file = new URL('../../../functions/reports/measures.md', import.meta.url);
  expect(readFileSync(file, 'utf8')).toBe(measuresTable());
});
