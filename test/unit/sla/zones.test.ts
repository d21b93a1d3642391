import { describe, expect, test } from 'vitest';
import type { LocalInterval } from '#shared/domain/sla/calendar.ts';
import { compile } from '#shared/domain/sla/compile.ts';
import { openIntervals } from '#shared/domain/sla/openings.ts';
import { elapsed } from '#shared/domain/sla/working-time.ts';
import { formatInZone, readInZone } from '#shared/domain/sla/zoned-time.ts';
import { calendarWith, HOUR } from './support.ts';

const daily = (interval: LocalInterval) => ({
  sun: [interval],
  mon: [interval],
  tue: [interval],
  wed: [interval],
  thu: [interval],
  fri: [interval],
  sat: [interval],
});

function opening(zone: string, date: string, interval: LocalInterval): string[] {
  const calendar = compile(calendarWith({ zone, hours: daily(interval) }));
  const from = readInZone(zone, `${date}T00:00`);
  return openIntervals(calendar, from, from + 24 * HOUR).map(
    (open) => `${formatInZone(zone, open.from).slice(11)} ${formatInZone(zone, open.to).slice(11)}`,
  );
}

describe('summer time', () => {
  test.each([
    [
      'an opening that does not exist moves forward',
      'Europe/Berlin',
      '2026-03-29',
      ['02:30', '09:00'],
      '03:30:00+02:00 09:00:00+02:00',
    ],
    [
      'a closing that does not exist moves forward',
      'Europe/Berlin',
      '2026-03-29',
      ['01:00', '02:30'],
      '01:00:00+01:00 03:30:00+02:00',
    ],
    [
      'an opening that comes twice is the first',
      'Europe/Berlin',
      '2026-10-25',
      ['02:30', '09:00'],
      '02:30:00+02:00 09:00:00+01:00',
    ],
    [
      'a closing that comes twice is the first',
      'Europe/Berlin',
      '2026-10-25',
      ['01:00', '02:30'],
      '01:00:00+02:00 02:30:00+02:00',
    ],
    [
      'half an hour',
      'Australia/Lord_Howe',
      '2026-10-04',
      ['02:15', '09:00'],
      '02:45:00+11:00 09:00:00+11:00',
    ],
    [
      'suspended for Ramadan',
      'Africa/Casablanca',
      '2026-02-20',
      ['08:00', '12:00'],
      '08:00:00+00:00 12:00:00+00:00',
    ],
    ['and back', 'Africa/Casablanca', '2026-03-25', ['08:00', '12:00'], '08:00:00+01:00 12:00:00+01:00'],
    ['no change in Riyadh', 'Asia/Riyadh', '2026-03-29', ['02:30', '09:00'], '02:30:00+03:00 09:00:00+03:00'],
  ] as const)('%s', (_, zone, date, interval, expected) => {
    expect(opening(zone, date, interval)).toEqual([expected]);
  });

  test.each([
    ['Europe/Berlin', '2026-03-29', 23],
    ['Europe/Berlin', '2026-10-25', 25],
    ['America/Sao_Paulo', '2018-11-04', 23],
    ['Australia/Lord_Howe', '2026-10-04', 23.5],
  ])('a whole day in %s on %s has %d hours', (zone, date, hours) => {
    const calendar = compile(calendarWith({ zone, hours: daily(['00:00', '24:00']) }));
    const start = readInZone(zone, date);
    const end = readInZone(zone, new Date(Date.parse(date) + 24 * HOUR).toISOString().slice(0, 10));
    expect(elapsed(calendar, start, end) / HOUR).toBe(hours);
  });

  test('a day that a country skipped has no hours of its own', () => {
    const calendar = compile(calendarWith({ zone: 'Pacific/Apia', hours: daily(['09:00', '17:00']) }));
    const [from, to] = [readInZone('Pacific/Apia', '2011-12-29'), readInZone('Pacific/Apia', '2012-01-01')];
    expect(elapsed(calendar, from, to) / HOUR).toBe(16);
  });
});

test('an invalid time is refused', () => {
  expect(() => readInZone('Asia/Riyadh', 'tomorrow')).toThrow(/expected a time such as/);
  expect(() => readInZone('Asia/Riyadh', '2026-02-30T08:00')).toThrow(/expected a date/);
});

test('an instant with an offset is taken as it is', () => {
  expect(readInZone('Asia/Riyadh', '2026-02-15T04:30:00Z')).toBe(
    readInZone('Asia/Riyadh', '2026-02-15T07:30'),
  );
});
