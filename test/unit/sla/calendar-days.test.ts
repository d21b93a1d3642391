import { describe, expect, test } from 'vitest';
import { compile } from '#shared/domain/sla/compile.ts';
import { saudiGovernment } from '#shared/domain/sla/data/saudi-government.ts';
import { holidayDays } from '#shared/domain/sla/holidays.ts';
import { formatDate, parseDate } from '#shared/domain/sla/local-date.ts';
import { closingOf, isOpen, nextOpening, openIntervals } from '#shared/domain/sla/openings.ts';
import { due } from '#shared/domain/sla/working-time.ts';
import { aroundTheClock, calendarWith, HOUR, inRiyadh, MINUTE, office, riyadh } from './support.ts';

const DAY = 24 * HOUR;

function openOn(calendar: Parameters<typeof compile>[0], date: string): string[] {
  const midnight = riyadh(date);
  return openIntervals(compile(calendar), midnight, midnight + DAY).map(
    ({ from, to }) => `${inRiyadh(from).slice(11, 16)}-${inRiyadh(to).slice(11, 16)}`,
  );
}

describe('precedence of a day', () => {
  const ramadan = {
    from: '2026-02-18',
    to: '2026-03-19',
    hours: { sun: [['10:00', '15:00']], mon: [['10:00', '15:00']] },
  } as const;
  const holiday = {
    on: '2026-02-22',
    name: { ar: 'يوم التأسيس', en: 'Founding Day' },
    state: 'confirmed',
  } as const;

  test('an override replaces the week, days it leaves out are closed', () => {
    expect(openOn(calendarWith({ overrides: [ramadan] }), '2026-02-23')).toEqual(['10:00-15:00']);
    expect(openOn(calendarWith({ overrides: [ramadan] }), '2026-02-24')).toEqual([]);
  });

  test('a holiday beats an override', () => {
    expect(openOn(calendarWith({ overrides: [ramadan], holidays: [holiday] }), '2026-02-22')).toEqual([]);
  });

  test('an opening beats a holiday', () => {
    const exceptions = [{ on: '2026-02-22', kind: 'open', from: '09:00', to: '11:00' }] as const;
    expect(openOn(calendarWith({ holidays: [holiday], exceptions }), '2026-02-22')).toEqual(['09:00-11:00']);
  });

  test('exceptions of one day apply in their order', () => {
    const exceptions = [
      { on: '2026-02-16', kind: 'closed' },
      { on: '2026-02-16', kind: 'open', from: '08:00', to: '10:00' },
      { on: '2026-02-16', kind: 'closed', from: '08:30', to: '09:00' },
    ] as const;
    expect(openOn(calendarWith({ exceptions }), '2026-02-16')).toEqual(['08:00-08:30', '09:00-10:00']);
  });

  test('the last listed override wins', () => {
    const later = { from: '2026-02-23', to: '2026-02-23', hours: { mon: [['11:00', '14:00']] } } as const;
    expect(openOn(calendarWith({ overrides: [ramadan, later] }), '2026-02-23')).toEqual(['11:00-14:00']);
  });

  test('the working day of 22 November 2022 ended at noon by royal directive', () => {
    const decree = calendarWith({
      exceptions: [{ on: '2022-11-22', kind: 'closed', from: '12:00', to: '24:00' }],
    });
    expect(openOn(decree, '2022-11-22')).toEqual(['07:30-12:00']);
    expect(inRiyadh(due(compile(decree), riyadh('2022-11-22T11:00'), 2 * HOUR))).toBe('2022-11-23T08:30:00');
  });

  test('overlapping and touching intervals are one', () => {
    const hours = {
      mon: [
        ['12:00', '24:00'],
        ['07:00', '12:30'],
      ],
      tue: [['00:00', '03:00']],
    } as const;
    const [first] = openIntervals(
      compile(calendarWith({ hours })),
      riyadh('2026-02-16'),
      riyadh('2026-02-20'),
    );
    expect(first).toEqual({ from: riyadh('2026-02-16T07:00'), to: riyadh('2026-02-17T03:00') });
  });
});

describe('recurring dates', () => {
  const off = (year: number) =>
    [...holidayDays(saudiGovernment, parseDate(`${year}-01-01`), parseDate(`${year}-12-31`)).values()]
      .filter(({ inLieuOf }) => inLieuOf !== null)
      .map(({ day, inLieuOf }) => `${formatDate(day)} for ${formatDate(inLieuOf ?? 0)}`);

  test.each([
    [2026, []],
    [2028, ['2028-09-24 for 2028-09-23']],
    [2030, ['2030-02-21 for 2030-02-22']],
    [2031, ['2031-02-23 for 2031-02-22']],
  ])('days in lieu of %i', (year, expected) => {
    expect(off(year)).toEqual(expected);
  });

  test('a national day within another holiday is not made up for', () => {
    const names = { name: { ar: 'إجازة', en: 'Holiday' }, state: 'confirmed' } as const;
    const national = { on: '--09-23', inLieu: { fri: -1, sat: 1 }, ...names };
    const eid = { on: '2028-09-22', days: 2, ...names };
    for (const holidays of [
      [national, eid],
      [eid, national],
    ]) {
      expect(openOn(calendarWith({ holidays }), '2028-09-24')).toEqual(['07:30-14:30']);
    }
  });

  test.each([
    ['2026-02-17', '07:30-14:30'],
    ['2026-02-18', '10:00-15:00'],
    ['2026-03-19', '10:00-15:00'],
    ['2027-02-08', '10:00-15:00'],
    ['2027-02-07', '07:30-14:30'],
    ['2031-01-23', '10:00-15:00'],
  ])('Ramadan by Umm al-Qura: %s', (date, hours) => {
    expect(openOn(saudiGovernment, date)).toEqual([hours]);
  });

  test('a year replaced by a dated entry no longer follows the rule', () => {
    const rule = {
      ...saudiGovernment.overrides[0],
      from: 'AH:--09-01',
      to: 'AH:--09-30',
      hours: { wed: [['10:00', '15:00']] },
      except: [1447],
    } as const;
    expect(openOn(calendarWith({ overrides: [rule] }), '2026-02-18')).toEqual(['07:30-14:30']);
    expect(openOn(calendarWith({ overrides: [rule] }), '2027-02-10')).toEqual(['10:00-15:00']);
  });

  test('29 February comes in leap years only', () => {
    const holidays = [{ on: '--02-29', name: { ar: 'كبيسة', en: 'Leap' }, state: 'confirmed' }] as const;
    const days = holidayDays(calendarWith({ holidays }), parseDate('2026-01-01'), parseDate('2032-12-31'));
    expect([...days.keys()].map(formatDate)).toEqual(['2028-02-29', '2032-02-29']);
  });
});

describe('openings', () => {
  test('open from the opening instant to just before closing', () => {
    const [open, close] = [riyadh('2026-11-22T07:30'), riyadh('2026-11-22T14:30')];
    expect([open - 1, open, close - 1, close].map((at) => isOpen(office, at))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(closingOf(office, open)).toBe(close);
    expect(closingOf(office, close)).toBeNull();
    expect(nextOpening(office, open + MINUTE)).toBe(open + MINUTE);
    expect(inRiyadh(nextOpening(office, close))).toBe('2026-11-23T07:30:00');
  });

  test('around the clock never closes', () => {
    expect(isOpen(aroundTheClock, riyadh('2026-11-20T03:00'))).toBe(true);
    expect(closingOf(aroundTheClock, riyadh('2026-11-20T03:00'))).toBeNull();
    expect(openIntervals(aroundTheClock, 0, DAY)).toEqual([{ from: 0, to: DAY }]);
  });

  test('an empty range has no interval', () => {
    expect(openIntervals(office, 5, 5)).toEqual([]);
  });
});
