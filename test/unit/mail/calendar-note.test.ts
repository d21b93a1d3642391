import { expect, it } from 'vitest';
import { readCalendar } from '#shared/domain/mail/calendar-note.ts';

const zone = (id: string, ...offsets: readonly string[]): string[] => [
  'BEGIN:VTIMEZONE',
  `TZID:${id}`,
  ...offsets.flatMap((offset) => ['BEGIN:STANDARD', `TZOFFSETTO:${offset}`, 'END:STANDARD']),
  'END:VTIMEZONE',
];
const timesOf = (start: string, ...before: readonly string[]): string =>
  readCalendar(
    ['BEGIN:VCALENDAR', ...before, 'BEGIN:VEVENT', start, 'END:VEVENT', 'END:VCALENDAR'].join('\r\n'),
  ).text;

it.each([
  ['DTSTART:20261122T073000Z', '2026-11-22 10:30'],
  ['DTSTART:20261122T223000Z', '2026-11-23 01:30'],
  ['DTSTART:20261231T213000Z', '2027-01-01 00:30'],
  ['DTSTART;TZID=Asia/Riyadh:20261122T073000', '2026-11-22 07:30'],
  ['DTSTART;TZID="Asia/Riyadh":20261122T073000', '2026-11-22 07:30'],
  ['DTSTART;TZID=Europe/London:20261122T073000', '2026-11-22 10:30'],
  ['DTSTART;TZID=Europe/London:20260722T073000', '2026-07-22 09:30'],
  ['DTSTART;TZID=America/New_York:20261122T073000', '2026-11-22 15:30'],
  ['DTSTART;VALUE=DATE-TIME;TZID=Asia/Dubai:20261122T073000', '2026-11-22 06:30'],
  ['DTSTART:20261122T073000', '2026-11-22 07:30'],
  ['DTSTART;VALUE=DATE:20261122', '2026-11-22'],
  ['DTSTART;TZID=Nowhere Time:20261122T073000', '2026-11-22 07:30 (Nowhere Time)'],
  ['DTSTART;TZID=Europe/London:99991231T073000', '9999-12-31 10:30'],
  ['DTSTART:soon', 'soon'],
])('%s is shown as %s', (start, text) => expect(timesOf(start)).toBe(text));

it.each([
  ['Arab Standard Time', ['+0300'], '2026-11-22 07:30'],
  ['GMT +04:00', ['+0400'], '2026-11-22 06:30'],
  ['Eastern Standard Time', ['-0500', '-0400'], '2026-11-22 07:30 (Eastern Standard Time)'],
] as const)('a zone that the object defines is read: %s', (id, offsets, text) =>
  expect(timesOf(`DTSTART;TZID="${id}":20261122T073000`, ...zone(id, ...offsets))).toBe(text),
);
