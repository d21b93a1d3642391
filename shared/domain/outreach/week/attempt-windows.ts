import type { CompiledCalendar } from '../../sla/compile.ts';
import { openIntervals } from '../../sla/openings.ts';
import { formatInZone, readInZone } from '../../sla/zoned-time.ts';
import { DAY } from '../../time/instant.ts';

/** Parts of a day in which people are reached or not. */
const WINDOWS = ['morning', 'afternoon', 'evening'] as const;
export type Window = (typeof WINDOWS)[number];

const BEGINS: Readonly<Record<Window, string>> = { morning: '00:00', afternoon: '12:00', evening: '16:00' };
/**
 * Evenings reach more people (Weeks, Kulka, Pierson, Public Opinion Quarterly 51(4), 1987), so they get two attempts
 * where the others get one.
 */
const WEIGHT: Readonly<Record<Window, number>> = { morning: 1, afternoon: 1, evening: 2 };
/** An attempt is planned at most so far ahead. */
const HORIZON = 30 * DAY;
/** A better window is waited for so long. */
const PATIENCE = 3 * DAY;

const timeOf = (zone: string, at: number): string => formatInZone(zone, at).slice(11, 16);

/** Return the window of an instant in the zone of a calendar. @internal exported for tests */
export function windowAt({ calendar }: CompiledCalendar, at: number): Window {
  const time = timeOf(calendar.zone, at);
  return WINDOWS.findLast((window) => BEGINS[window] <= time) ?? 'morning';
}

interface Slot {
  readonly at: number;
  readonly window: Window;
}

/** Return the beginnings of the windows within an open interval. */
function slotsOf(calendar: CompiledCalendar, { from, to }: { from: number; to: number }): Slot[] {
  const { zone } = calendar.calendar;
  const slots: Slot[] = [{ at: from, window: windowAt(calendar, from) }];
  for (let day = from - DAY; day < to + DAY; day += DAY) {
    const date = formatInZone(zone, day).slice(0, 10);
    for (const window of WINDOWS) {
      const at = readInZone(zone, `${date}T${BEGINS[window]}`);
      if (at > from && at < to) slots.push({ at, window });
    }
  }
  return slots.sort((a, b) => a.at - b.at);
}

/**
 * Return when a person is called next: in the window that had the fewest attempts for its weight, of those that are
 * open in the next days; the earliest of them. Return undefined when the calendar has no open time within a month.
 *
 * @param attempts the instants of the earlier attempts
 * @param earliest not before this instant
 */
export function nextWindow(
  calendar: CompiledCalendar,
  attempts: readonly number[],
  earliest: number,
): number | undefined {
  const open = openIntervals(calendar, earliest, earliest + HORIZON);
  const [first] = open;
  if (!first) return undefined;
  const made = attempts.map((at) => windowAt(calendar, at));
  const load = ({ window }: Slot): number => made.filter((one) => one === window).length / WEIGHT[window];
  const near = open.filter(({ from }) => from <= first.from + PATIENCE);
  const slots = near.flatMap((interval) => slotsOf(calendar, interval));
  return slots.reduce((best, slot) => (load(slot) < load(best) ? slot : best)).at;
}
