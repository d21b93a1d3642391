import type { Calendar, WeeklyHours } from './calendar.ts';
import { CalendarError } from './calendar-error.ts';
import { IntervalTable } from './interval-table.ts';

/**
 * A calendar prepared for computations. Its table grows on demand, and the growth does not change the
 * answers.
 */
export interface CompiledCalendar {
  readonly calendar: Calendar;
  readonly table: IntervalTable;
}

/**
 * Prepare a calendar. With a range (epoch milliseconds), build its table now; otherwise build it around the
 * first question.
 *
 * Throw a {@link CalendarError} for an unknown zone, an invalid time or date, and a calendar without hours.
 */
export function compile(calendar: Calendar, range?: { from: number; to: number }): CompiledCalendar {
  const everOpen =
    hasHours(calendar.hours) ||
    calendar.overrides.some(({ hours }) => hasHours(hours)) ||
    calendar.exceptions.some(({ kind }) => kind === 'open');
  if (!everOpen)
    throw new CalendarError('hours', 'expected at least one open interval in the week, got none');
  const table = new IntervalTable(calendar);
  if (range !== undefined) table.cover(range.from, range.to);
  return { calendar, table };
}

function hasHours(hours: WeeklyHours): boolean {
  return Object.values(hours).some((intervals) => intervals !== undefined && intervals.length > 0);
}
