import type { Weekday } from './calendar.ts';
import { WEEKDAYS } from './calendar.ts';
import { CalendarError } from './calendar-error.ts';

export const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME = /^([01]\d|2[0-3]):([0-5]\d)$/;

/**
 * Return the days from 1970-01-01 to a date of the proleptic Gregorian calendar, or null when the date does
 * not exist.
 */
export function dayOf(year: number, month: number, day: number): number | null {
  const ms = Date.UTC(year, month - 1, day);
  const back = new Date(ms);
  return back.getUTCMonth() === month - 1 && back.getUTCDate() === day ? ms / DAY_MS : null;
}

/** Parse a local date `YYYY-MM-DD` to its day number. Throw a {@link CalendarError} for an invalid date. */
export function parseDate(text: string, field = 'date'): number {
  const parts = DATE.exec(text);
  const day = parts === null ? null : dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  if (day === null) throw new CalendarError(field, `expected a date YYYY-MM-DD, got "${text}"`);
  return day;
}

/** Format a day number as `YYYY-MM-DD`. */
export function formatDate(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** Return the weekday of a day number. Day 0 was a Thursday. */
export function weekdayOf(day: number): Weekday {
  return WEEKDAYS[(((day + 4) % 7) + 7) % 7] as Weekday;
}

/** Return the first day of the week of a day number: a Sunday. */
export function sundayOf(day: number): number {
  let first = day;
  while (weekdayOf(first) !== 'sun') first -= 1;
  return first;
}

/**
 * Parse a local time `HH:MM`, `24:00` included, to minutes after midnight. Throw a {@link CalendarError} for
 * an invalid time.
 */
export function parseTime(text: string, field = 'time'): number {
  if (text === '24:00') return 1440;
  const parts = TIME.exec(text);
  if (parts === null) throw new CalendarError(field, `expected a time HH:MM up to 24:00, got "${text}"`);
  return Number(parts[1]) * 60 + Number(parts[2]);
}
