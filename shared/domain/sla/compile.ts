import type { Calendar, WeeklyHours } from './calendar.ts';
import { CalendarError } from './calendar-error.ts';
import { IntervalTable } from './interval-table.ts';

/** A calendar ready to be asked. Its table grows by itself; the answers never depend on how far it has grown. */
export interface CompiledCalendar {
  readonly calendar: Calendar;
  readonly table: IntervalTable;
}

/**
 * Prepares a calendar. With a range (epoch ms) its table is built at once, otherwise around the first question.
 *
 * Throws a {@link CalendarError} for an unknown zone, a time or date that is none, and a calendar without hours.
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
