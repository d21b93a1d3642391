import { describe, expect, it } from 'vitest';
import { groupedLines } from '#shared/domain/reports/grouped-lines.ts';
import { comparedPeriod, daysOf, readPeriod, type TypedPeriod } from '#shared/domain/reports/period.ts';

const TODAY = '2026-03-10';

describe('a period', () => {
  it.each<[TypedPeriod, unknown]>([
    [{}, { from: '2026-02-09', to: TODAY }],
    [{ days: '7' }, { from: '2026-03-04', to: TODAY }],
    [{ days: '٩٠' }, { from: '2025-12-11', to: TODAY }],
    [{ days: '8' }, { from: '2026-02-09', to: TODAY }],
    [
      { days: '7', from: '2026-01-01', to: '2026-01-31' },
      { from: '2026-01-01', to: '2026-01-31' },
    ],
    [
      { from: '٢٠٢٦-٠١-٠١', to: ' 2026-01-02 ' },
      { from: '2026-01-01', to: '2026-01-02' },
    ],
    [{ from: '2026-03-01' }, { from: '2026-03-01', to: TODAY }],
    [{ to: '2026-03-01' }, { from: '2026-03-01', to: '2026-03-01' }],
    [
      { from: '2026-03-01', to: '2026-12-31' },
      { from: '2026-03-01', to: TODAY },
    ],
    [
      { from: '2024-02-29', to: '2024-02-29' },
      { from: '2024-02-29', to: '2024-02-29' },
    ],
    [
      { from: '2026-02-29', to: TODAY },
      { field: 'from', problem: 'no-date' },
    ],
    [{ from: '1447-09-01x' }, { field: 'from', problem: 'no-date' }],
    [
      { from: '2026-03-01', to: 'tomorrow' },
      { field: 'to', problem: 'no-date' },
    ],
    [
      { from: '2026-03-02', to: '2026-03-01' },
      { field: 'to', problem: 'reversed' },
    ],
    [{ from: '2026-03-11' }, { field: 'from', problem: 'future' }],
    [
      { from: '1447-01-01', to: '1447-12-30' },
      { field: 'from', problem: 'no-date' },
    ],
    [{ from: '2000-01-01' }, { field: 'from', problem: 'too-long' }],
    // Impossible days, a century, other orders and other calendars.
    ...['2026-02-31', '٢٠٢٦-٠٢-٣١', '2026-13-01', '2026-00-10', '0000-00-00', '2026-2-3', '2026/02/03'].map(
      (from): [TypedPeriod, unknown] => [
        { from, to: TODAY },
        { field: 'from', problem: 'no-date' },
      ],
    ),
    ...[
      '31-02-2026',
      '1926-03-10',
      '1447-02-30',
      '-000001-01-01',
      '10000-01-01',
      'NaN',
      '2026-02-03T00:00Z',
    ].map((from): [TypedPeriod, unknown] => [{ from }, { field: 'from', problem: 'no-date' }]),
    [
      { from: '2026-03-01', to: '2026-02-31' },
      { field: 'to', problem: 'no-date' },
    ],
  ])('of %j', (typed, period) => {
    expect(readPeriod(typed, TODAY)).toEqual(period);
  });

  it('is compared with as many days before it, and with the same weekdays of last year', () => {
    const week = { from: '2026-03-01', to: '2026-03-07' };
    expect(comparedPeriod(week, 'before')).toEqual({ from: '2026-02-22', to: '2026-02-28' });
    expect(comparedPeriod(week, 'last-year')).toEqual({ from: '2025-03-02', to: '2025-03-08' });
    expect(comparedPeriod(week, 'none')).toBeUndefined();
  });

  it('of many days is drawn by week from Sunday, or by month, with the same sums', () => {
    const lines = (from: string, to: string) =>
      daysOf({ from, to }).map((day) => ({ day, opened: 2, resolved: 1 }));
    expect(groupedLines(lines('2026-01-01', '2026-01-31'))).toMatchObject({ by: 'day' });
    const quarter = groupedLines(lines('2026-01-01', '2026-03-31'));
    expect(quarter.by).toBe('week');
    expect(quarter.lines.slice(0, 2)).toEqual([
      { day: '2025-12-28', first: '2026-01-01', last: '2026-01-03', opened: 6, resolved: 3 },
      { day: '2026-01-04', first: '2026-01-04', last: '2026-01-10', opened: 14, resolved: 7 },
    ]);
    const years = groupedLines(lines('2024-01-01', '2025-12-31'));
    expect(years).toMatchObject({ by: 'month', lines: { length: 24 } });
    expect(years.lines.reduce((sum, { opened }) => sum + opened, 0)).toBe(731 * 2);
  });
});
