import type { CompiledCalendar } from './compile.ts';
import { DAY_MS } from './local-date.ts';
import { openIntervals } from './openings.ts';
import { formatInZone, readInZone } from './zoned-time.ts';

/** A calendar that is closed for longer is reported when it is compiled. */
const MOST_DAYS = 20 * 366;

/** Return the instant at which the local day of an instant begins, or that of a day some days after it. */
function dayStart({ calendar: { zone } }: CompiledCalendar, at: number, days = 0): number {
  const date = formatInZone(zone, at).slice(0, 10);
  const other = new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);
  return readInZone(zone, other);
}

/** Return the open times of the local day that is some days after the day of an instant. */
const openOn = (calendar: CompiledCalendar, at: number, days: number): { from: number; to: number }[] =>
  openIntervals(calendar, dayStart(calendar, at, days), dayStart(calendar, at, days + 1));

/** Find the open times of the working day that is `count` working days away, in one direction. */
function workingDay(
  calendar: CompiledCalendar,
  at: number,
  count: number,
  direction: 1 | -1,
): { from: number; to: number }[] {
  let left = count;
  for (let days = 1; days <= MOST_DAYS; days += 1) {
    const open = openOn(calendar, at, direction * days);
    if (open.length > 0) left -= 1;
    if (left === 0) return open;
  }
  return [];
}

/**
 * Return the end of the working day that is `count` whole working days after the local day of `at`.
 *
 * @param count 1 or more
 */
export const endOfWorkingDayAfter = (calendar: CompiledCalendar, at: number, count: number): number =>
  workingDay(calendar, at, count, 1).at(-1)?.to ?? at;

/** Return the instant, or the end of the next working day when its local day is not a working day. */
export const onWorkingDay = (calendar: CompiledCalendar, at: number): number =>
  openOn(calendar, at - 1, 0).length > 0 ? at : endOfWorkingDayAfter(calendar, at - 1, 1);

/**
 * Return the end of the working day that is `count` working days before the local day of `at`.
 *
 * @param count 1 or more
 */
export const endOfWorkingDayBefore = (calendar: CompiledCalendar, at: number, count: number): number =>
  workingDay(calendar, at, count, -1).at(-1)?.to ?? at;

/**
 * Return the beginning of the working day that is `count` working days before the day that ends with `at`, or has it
 * in the middle. Between the two are at least `count` whole working days. The midnight after a day belongs to the day.
 *
 * @param count 1 or more
 */
export const beginOfWorkingDayBefore = (calendar: CompiledCalendar, at: number, count: number): number =>
  workingDay(calendar, at - 1, count, -1)[0]?.from ?? at;
