import { expect, test } from 'vitest';
import { hijriMonthLength, hijriMonthStart, hijriOf } from '#shared/domain/sla/hijri.ts';
import { formatDate, parseDate } from '#shared/domain/sla/local-date.ts';

test.each([
  ['1441-09-01', '2020-04-24'],
  ['1441-10-01', '2020-05-24'],
  ['1442-01-01', '2020-08-20'],
  ['1442-12-10', '2021-07-20'],
  ['1443-12-10', '2022-07-09'],
  ['1444-09-01', '2023-03-23'],
  ['1444-10-01', '2023-04-21'],
  ['1445-01-01', '2023-07-19'],
  ['1445-09-01', '2024-03-11'],
  ['1445-10-01', '2024-04-10'],
  ['1446-09-01', '2025-03-01'],
  ['1446-10-01', '2025-03-30'],
  ['1446-12-10', '2025-06-06'],
  ['1447-09-01', '2026-02-18'],
  ['1447-10-01', '2026-03-20'],
  ['1447-12-10', '2026-05-27'],
])('%s AH is %s', (hijri, gregorian) => {
  const [year = 0, month = 0, day = 0] = hijri.split('-').map(Number);
  expect(formatDate(hijriMonthStart(year, month) + day - 1)).toBe(gregorian);
  expect(hijriOf(parseDate(gregorian))).toEqual({ year, month, day });
});

test('every month of three centuries begins on day 1 and has 29 or 30 days', () => {
  for (let index = 1300 * 12; index < 1600 * 12; index++) {
    const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
    expect([29, 30]).toContain(hijriMonthLength(year, month));
    expect(hijriOf(hijriMonthStart(year, month))).toEqual({ year, month, day: 1 });
  }
});
