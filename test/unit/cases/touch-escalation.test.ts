import { describe, expect, test } from 'vitest';
import type { Case } from '#shared/domain/cases/case.ts';
import { deadlinesOf } from '#shared/domain/cases/clocks.ts';
import { decideCase } from '#shared/domain/cases/decide-case.ts';
import { isRejection } from '#shared/domain/cases/decision.ts';
import { nextTouchAt } from '#shared/domain/investors/cadence.ts';
import type { Rules } from '#shared/domain/rules.ts';
import type { Calendar, DayException, LocalInterval, WeeklyHours } from '#shared/domain/sla/calendar.ts';
import { type CompiledCalendar, compile } from '#shared/domain/sla/compile.ts';
import { saudiGovernment } from '#shared/domain/sla/data/saudi-government.ts';
import { openIntervals } from '#shared/domain/sla/openings.ts';
import { beginOfWorkingDayBefore } from '#shared/domain/sla/working-days.ts';
import { formatInZone, readInZone } from '#shared/domain/sla/zoned-time.ts';
import { DAY, HOUR, isoInstant, MINUTE } from '#shared/domain/time/instant.ts';
import { compileRules } from '#shared/settings/compile-rules.ts';
import { defaultSettings } from '#shared/settings/default-settings.ts';
import { readSettings } from '#shared/settings/read-settings.ts';
import { aCase } from '#test/builders/a-case.ts';
import { calendarWith } from '#test/unit/sla/support.ts';

const NAME = { ar: 'تعميم', en: 'Circular' };
const days = (which: readonly (keyof WeeklyHours)[], ...hours: LocalInterval[]): WeeklyHours =>
  Object.fromEntries(which.map((day) => [day, hours]));
const EVERY = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
const on = (date: string, kind: DayException['kind'], from?: string, to?: string): DayException => ({
  ...{ on: date, kind, name: NAME },
  ...(from !== undefined && { from }),
  ...(to !== undefined && { to }),
});

/** Return the number of working days with every open time between two instants. */
function wholeDays(calendar: CompiledCalendar, from: number, to: number): number {
  const { zone } = calendar.calendar;
  let count = 0;
  for (let at = from - DAY; at < to + DAY; at += DAY) {
    const begin = readInZone(zone, formatInZone(zone, at).slice(0, 10));
    const end = readInZone(zone, formatInZone(zone, begin + 30 * HOUR).slice(0, 10));
    const open = openIntervals(calendar, begin, end);
    const [first, last] = [open[0], open.at(-1)];
    if (first && last && first.from >= from && last.to <= to) count += 1;
  }
  return count;
}

describe('the next contact of a plan leaves a whole working day between its escalation and its due time', () => {
  const near = (from: number, ms: number) => ({
    ...({ id: 'p1', kind: 'licence', department: 'licensing', state: 'waiting', since: from } as const),
    dueAt: from + ms,
  });
  const plansAt = (from: number): Readonly<Record<string, Parameters<typeof nextTouchAt>[1]>> => ({
    'that runs': { state: 'running', procedures: [], obstacles: [] },
    'with a procedure that is due soon': {
      ...{ state: 'running' as const, obstacles: [] },
      procedures: [near(from, DAY), near(from, 4 * DAY)],
    },
    'with a procedure that is late': { state: 'running', obstacles: [], procedures: [near(from, -HOUR)] },
    'that asks whether all is finished': { state: 'closing', procedures: [], obstacles: [] },
  });

  test.each<[string, Calendar, string]>([
    ['the shipped hours, with the Eids and the National Day', saudiGovernment, '2026-01-01'],
    ['Ramadan', saudiGovernment, '2026-02-10'],
    [
      'six days with two shifts',
      calendarWith({ hours: days(EVERY.slice(0, 6), ['08:00', '12:00'], ['16:00', '20:00']) }),
      '2026-01-01',
    ],
    ['around the clock', calendarWith({ hours: days(EVERY, ['00:00', '24:00']) }), '2026-01-01'],
    [
      'evenings until midnight',
      calendarWith({ hours: days(EVERY.slice(0, 5), ['16:00', '24:00']) }),
      '2026-01-01',
    ],
    [
      'nights across midnight',
      calendarWith({ hours: days(EVERY.slice(0, 5), ['00:00', '06:00'], ['22:00', '24:00']) }),
      '2026-01-01',
    ],
    ['one day a week', calendarWith({ hours: days(['tue'], ['09:00', '10:00']) }), '2026-01-01'],
    [
      'a day of a quarter of an hour',
      calendarWith({ exceptions: [on('2026-01-07', 'closed', '07:45', '24:00')] }),
      '2026-01-01',
    ],
    [
      'days that end at noon',
      calendarWith({
        exceptions: ['04', '06', '08'].map((day) => on(`2026-01-${day}`, 'closed', '12:00', '24:00')),
      }),
      '2026-01-01',
    ],
    [
      'a Saturday that is worked',
      calendarWith({ exceptions: [on('2026-01-10', 'open', '09:00', '11:00')] }),
      '2026-01-01',
    ],
    [
      'two weeks without work',
      calendarWith({ holidays: [{ on: '2026-01-06', days: 14, name: NAME, state: 'confirmed' }] }),
      '2026-01-01',
    ],
    ['clocks that go forward', calendarWith({ zone: 'Europe/Berlin' }), '2026-03-20'],
    ['clocks that go back at midnight', calendarWith({ zone: 'America/Havana' }), '2026-10-25'],
    [
      'a midnight that does not exist',
      calendarWith({ zone: 'America/Asuncion', hours: days(EVERY, ['00:00', '08:00']) }),
      '2023-09-25',
    ],
  ])('%s', (_, given, first) => {
    const calendar = compile(given);
    const begin = readInZone(given.zone, first);
    for (let step = 0; step < 60; step += 1) {
      const from = begin + step * 11 * HOUR + step * MINUTE;
      for (const [plan, asked] of Object.entries(plansAt(from))) {
        const due = nextTouchAt(calendar, asked, from);
        const escalatedAt = Math.max(from, beginOfWorkingDayBefore(calendar, due, 1));
        const said = `${plan}, from ${isoInstant(from)}: ${isoInstant(escalatedAt)} to ${isoInstant(due)}`;
        expect(wholeDays(calendar, escalatedAt, due), said).toBeGreaterThanOrEqual(2);
      }
    }
  });
});

describe('hours that change while a contact is awaited', () => {
  const rulesWith = (exceptions: readonly DayException[], version: number): Rules => {
    const calendars = defaultSettings.calendars.map((one) => ({
      ...one,
      exceptions: [...one.exceptions, ...exceptions],
    }));
    return { ...compileRules(readSettings({ ...defaultSettings, calendars } as never)), version };
  };
  const before = rulesWith([], 1);
  /** Sunday morning. The contact is due at the end of the next Sunday, and escalated on Thursday morning. */
  const SUNDAY = readInZone('Asia/Riyadh', '2026-01-04T09:00');
  const decided = (state: Case, rules: Rules, now: number, command: Parameters<typeof decideCase>[1]) => {
    const done = decideCase(state, command, { now, rules, cause: `at ${now}` });
    if (isRejection(done)) throw new Error(done.rejected);
    return done;
  };
  const investor = aCase({
    ...{ segment: 'investor', status: 'pending-beneficiary', assignee: 'salem', openedAt: SUNDAY },
    facts: [
      { at: SUNDAY, type: 'opened' },
      { at: SUNDAY, type: 'agent-contact' },
      { at: SUNDAY, type: 'status', status: 'pending-beneficiary' },
    ],
  });
  const planned = decided(investor, before, SUNDAY, { do: 'start-plan', by: 'agent:salem' }).case;

  test.each<[string, string, DayException[]]>([
    ['nothing changes', '2026-01-05T10:00', []],
    ['the due day becomes a holiday', '2026-01-05T10:00', [on('2026-01-11', 'closed')]],
    ['the due day becomes a holiday on the day before', '2026-01-08T13:00', [on('2026-01-11', 'closed')]],
    ['the day of the escalation becomes a holiday', '2026-01-05T10:00', [on('2026-01-08', 'closed')]],
    ['both become holidays', '2026-01-05T10:00', [on('2026-01-08', 'closed'), on('2026-01-11', 'closed')]],
    [
      'both become holidays on the evening before',
      '2026-01-07T20:00',
      [on('2026-01-08', 'closed'), on('2026-01-11', 'closed')],
    ],
    [
      'the week becomes a holiday',
      '2026-01-05T10:00',
      ['06', '07', '08', '11', '12', '13'].map((day) => on(`2026-01-${day}`, 'closed')),
    ],
    [
      'the day of the escalation ends at noon',
      '2026-01-05T10:00',
      [on('2026-01-08', 'closed', '12:00', '24:00')],
    ],
    ['the due day ends at noon', '2026-01-05T10:00', [on('2026-01-11', 'closed', '12:00', '24:00')]],
    ['a Saturday is worked', '2026-01-05T10:00', [on('2026-01-10', 'open', '09:00', '12:00')]],
    ['today becomes a holiday while it runs', '2026-01-08T09:00', [on('2026-01-08', 'closed')]],
  ])('%s', (_, changedAt, exceptions) => {
    const change = readInZone('Asia/Riyadh', changedAt);
    const after = rulesWith(exceptions, 2);
    const hours = after.desk.calendar;
    let state = planned;
    let escalatedAt: number | undefined;
    const tickUntil = (rules: Rules, until: number) => {
      while (state.nextDueAt !== undefined && state.nextDueAt <= until && escalatedAt === undefined) {
        const at = state.nextDueAt;
        const { case: next, events } = decided(state, rules, at, { do: 'tick' });
        if (events.some(({ type }) => type === 'rida.case.escalated.v1')) escalatedAt = at;
        state = next;
      }
    };
    tickUntil(before, change);
    const deadlines = deadlinesOf(state, before, change);
    state = decided(state, after, change, { do: 'retime', settings: 2, before: deadlines }).case;
    state = { ...state, nextDueAt: Math.max(change, state.nextDueAt ?? change) };
    tickUntil(after, change + 40 * DAY);
    const due = state.plan?.next?.dueAt ?? 0;
    expect(escalatedAt).toBeLessThan(due);
    expect(wholeDays(hours, escalatedAt ?? due, due)).toBeGreaterThanOrEqual(1);
    // It is due on a day on which somebody can still call.
    expect(openIntervals(hours, due - 12 * HOUR, due).length).toBeGreaterThan(0);
  });
});
