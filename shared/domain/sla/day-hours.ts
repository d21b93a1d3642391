import type { Calendar, DayException, LocalInterval, WeeklyHours } from './calendar.ts';
import { WEEKDAYS } from './calendar.ts';
import { CalendarError } from './calendar-error.ts';
import { occurrences, parseDateRule, rangeEnd } from './date-rule.ts';
import { holidayDays } from './holidays.ts';
import { parseTime } from './local-date.ts';
import type { MinuteSpan } from './minute-spans.ts';
import { cutSpan, joinSpans } from './minute-spans.ts';

type Week = readonly (readonly MinuteSpan[])[];
type HoursOfDay = (day: number) => readonly MinuteSpan[];

/**
 * Maximum length of an override. The search begins this many days earlier, so that it finds one that is
 * already running.
 */
const LONGEST_OVERRIDE_DAYS = 366;

/**
 * Return the open minutes of each local day of `[from, to]` (day numbers), by the calendar's precedence:
 * exceptions, holidays, overrides, weekly hours.
 */
export function hoursOfDays(calendar: Calendar, from: number, to: number): HoursOfDay {
  const week = weekOf(calendar.hours, 'hours');
  const ruled = overrideWeeks(calendar, from, to);
  const off = holidayDays(calendar, from, to);
  const exceptions = exceptionsByDay(calendar.exceptions, from, to);
  return (day) => {
    const weekday = (((day + 4) % 7) + 7) % 7;
    const base = off.has(day) ? [] : ((ruled.get(day) ?? week)[weekday] ?? []);
    return exceptions.get(day)?.reduce(applyException, base) ?? base;
  };
}

/**
 * Return an upper limit for the open minutes of any week, overrides included. When an exception opens any
 * day, every weekday counts as a whole day.
 */
export function longestWeek({ hours, overrides, exceptions }: Calendar): number {
  const weeks = [hours, ...overrides.map((override) => override.hours)].map((week) => weekOf(week, 'hours'));
  const minutesOf = (spans: readonly MinuteSpan[]): number =>
    spans.reduce((sum, { from, to }) => sum + to - from, 0);
  return WEEKDAYS.reduce((sum, _, day) => {
    const isOpened = exceptions.some(({ kind }) => kind === 'open');
    return sum + (isOpened ? 1440 : Math.max(...weeks.map((week) => minutesOf(week[day] ?? []))));
  }, 0);
}

function overrideWeeks(calendar: Calendar, from: number, to: number): Map<number, Week> {
  const weeks = new Map<number, Week>();
  for (const [i, override] of calendar.overrides.entries()) {
    const field = `overrides[${i}]`;
    const week = weekOf(override.hours, `${field}.hours`);
    const start = parseDateRule(override.from, `${field}.from`);
    const end = parseDateRule(override.to, `${field}.to`);
    const earliest = start.year === null ? from - LONGEST_OVERRIDE_DAYS : Number.NEGATIVE_INFINITY;
    for (const began of occurrences(start, earliest, to)) {
      if (override.except?.includes(began.year)) continue;
      const last = Math.min(rangeEnd(end, began), to);
      for (let day = Math.max(began.day, from); day <= last; day++) weeks.set(day, week);
    }
  }
  return weeks;
}

function exceptionsByDay(list: readonly DayException[], from: number, to: number) {
  const days = new Map<number, DayException[]>();
  for (const [i, exception] of list.entries()) {
    for (const { day } of occurrences(parseDateRule(exception.on, `exceptions[${i}].on`), from, to)) {
      days.set(day, [...(days.get(day) ?? []), exception]);
    }
  }
  return days;
}

function applyException(spans: readonly MinuteSpan[], exception: DayException): readonly MinuteSpan[] {
  const span = spanOf([exception.from ?? '00:00', exception.to ?? '24:00'], 'exceptions');
  return exception.kind === 'open' ? joinSpans([...spans, span]) : cutSpan(spans, span);
}

function weekOf(hours: WeeklyHours, field: string): Week {
  return WEEKDAYS.map((day) =>
    joinSpans((hours[day] ?? []).map((interval, i) => spanOf(interval, `${field}.${day}[${i}]`))),
  );
}

function spanOf([from, to]: LocalInterval, field: string): MinuteSpan {
  const span = { from: parseTime(from, field), to: parseTime(to, field) };
  if (span.to <= span.from) {
    throw new CalendarError(field, `expected an end after its start ${from}, got "${to}"`);
  }
  return span;
}
