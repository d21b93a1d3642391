import { expect, it } from 'vitest';
import { dueReport, type ReportKind } from '#shared/domain/reports/report-schedule.ts';
import { compile } from '#shared/domain/sla/compile.ts';
import { shippedRules } from '#test/builders/shipped-rules.ts';

const { calendar } = shippedRules.desk;
const due = (kind: ReportKind, local: string, hour = 7) => {
  const period = dueReport(kind, hour, { now: Date.parse(`${local}+03:00`), calendar });
  return period && `${period.from}..${period.to}`;
};

it.each([
  ['daily', 'a Monday is about Sunday', '2026-11-30T07:00', '2026-11-29..2026-11-29'],
  [
    'daily',
    'before its hour it is that of the working day before',
    '2026-11-30T06:59',
    '2026-11-26..2026-11-28',
  ],
  ['daily', 'a Sunday is about the weekend and Thursday', '2026-11-29T07:00', '2026-11-26..2026-11-28'],
  ['daily', 'on a Friday it is still that of Thursday', '2026-11-27T12:00', '2026-11-25..2026-11-25'],
  ['daily', 'after the National Day it is about that day too', '2026-09-24T09:00', '2026-09-22..2026-09-23'],
  ['weekly', 'a Sunday is about the week before', '2026-11-29T07:00', '2026-11-22..2026-11-28'],
  ['weekly', 'before its hour it is that of the Sunday before', '2026-11-29T06:00', '2026-11-15..2026-11-21'],
  ['weekly', 'on a Thursday it is still that of Sunday', '2026-12-03T18:00', '2026-11-22..2026-11-28'],
  [
    'monthly',
    'the first working day is about the month before',
    '2026-12-01T07:00',
    '2026-11-01..2026-11-30',
  ],
  [
    'monthly',
    'a month that begins in a weekend waits for Sunday',
    '2026-05-02T12:00',
    '2026-03-01..2026-03-31',
  ],
  ['monthly', 'and is sent on that Sunday', '2026-05-03T07:00', '2026-04-01..2026-04-30'],
  ['monthly', 'January is about December', '2027-01-03T08:00', '2026-12-01..2026-12-31'],
] as const)('%s: %s', (kind, _, at, period) => {
  expect(due(kind, at)).toBe(period);
});

it('a centre that was off gets the newest report of each kind', () => {
  expect(due('weekly', '2026-12-17T15:00')).toBe('2026-12-06..2026-12-12');
  expect(due('daily', '2026-12-17T15:00')).toBe('2026-12-16..2026-12-16');
});

it('a calendar without open days has no report', () => {
  const closed = compile({
    ...calendar.calendar,
    overrides: [{ from: '2026-06-01', to: '2027-06-30', hours: [], name: { ar: 'إغلاق', en: 'closed' } }],
  } as typeof calendar.calendar);
  const now = Date.parse('2026-11-30T09:00+03:00');
  expect(dueReport('daily', 7, { now, calendar: closed })).toBeUndefined();
});
