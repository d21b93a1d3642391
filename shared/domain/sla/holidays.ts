import type { Calendar, Holiday } from './calendar.ts';
import { occurrences, parseDateRule } from './date-rule.ts';
import { weekdayOf } from './local-date.ts';

/** A day on which the centre is closed because of a holiday. */
export interface HolidayDay {
  readonly day: number;
  readonly holiday: Holiday;
  /** Set when this day is the substitute for a holiday on a weekend: the original day. */
  readonly inLieuOf: number | null;
}

/**
 * Longest holiday plus farthest substitute day. The search begins this many days earlier, so that it finds a
 * holiday that is already running.
 */
const MARGIN_DAYS = 60;

/**
 * Return the holidays by day number within `[from, to]`. Move a holiday on a weekend by its `inLieu` rule,
 * unless another holiday has the same day: overlapping official holidays get no substitute day.
 */
export function holidayDays(calendar: Calendar, from: number, to: number): Map<number, HolidayDay> {
  const days = new Map<number, HolidayDay>();
  const shared = new Set<number>();
  for (const holiday of calendar.holidays) {
    for (const day of daysOf(calendar, holiday, from, to)) {
      if (days.has(day)) shared.add(day);
      else days.set(day, { day, holiday, inLieuOf: null });
    }
  }
  for (const { day, holiday } of [...days.values()]) {
    const shift = holiday.inLieu?.[weekdayOf(day)];
    if (shift === undefined || shared.has(day) || days.has(day + shift)) continue;
    days.set(day + shift, { day: day + shift, holiday, inLieuOf: day });
  }
  for (const day of days.keys()) if (day < from || day > to) days.delete(day);
  return days;
}

function* daysOf(calendar: Calendar, holiday: Holiday, from: number, to: number): Generator<number> {
  const rule = parseDateRule(holiday.on, 'holidays.on');
  for (const { day, year } of occurrences(rule, from - MARGIN_DAYS, to + MARGIN_DAYS)) {
    if (holiday.except?.includes(year)) continue;
    const length = lengthFrom(calendar, holiday, day);
    for (let i = 0; i < length; i++) yield day + i;
  }
}

function lengthFrom(calendar: Calendar, holiday: Holiday, start: number): number {
  if (holiday.workingDays === undefined) return holiday.days ?? 1;
  let left = holiday.workingDays;
  let length = 0;
  while (left > 0 && length < MARGIN_DAYS) {
    if ((calendar.hours[weekdayOf(start + length)] ?? []).length > 0) left--;
    length++;
  }
  return length;
}
