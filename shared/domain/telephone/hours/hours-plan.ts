import type { Calendar, Weekday } from '../../sla/calendar.ts';
import { WEEKDAYS } from '../../sla/calendar.ts';
import { hoursOfDays } from '../../sla/day-hours.ts';
import { parseTime, weekdayOf } from '../../sla/local-date.ts';
import type { MinuteSpan } from '../../sla/minute-spans.ts';
import { joinSpans } from '../../sla/minute-spans.ts';

/** The open minutes of each weekday, sorted and joined. A missing weekday is closed. */
export type OpenWeek = { readonly [day in Weekday]?: readonly MinuteSpan[] };

/** Days (numbers since 1970, both inclusive) with the hours of `week` instead of the ordinary week. */
export interface TemporaryHours {
  readonly from: number;
  readonly to: number;
  readonly week: OpenWeek;
}

/** Opening hours in the form of a switchboard: one week, and stretches of days with other hours. */
export interface HoursPlan {
  readonly zone: string;
  readonly week: OpenWeek;
  /** Ordered by days, without overlaps. */
  readonly temporary: readonly TemporaryHours[];
  /** The last day on which the plan matches the calendar. */
  readonly until: number;
}

export interface PlanLimits {
  /** The first and the last planned day. */
  readonly from: number;
  readonly to: number;
  /** Maximum number of stretches that the switchboard accepts. The earliest are kept. */
  readonly atMost: number;
}

export const sameSpans = (a: readonly MinuteSpan[], b: readonly MinuteSpan[]): boolean =>
  a.length === b.length && a.every(({ from, to }, i) => from === b[i]?.from && to === b[i]?.to);

/** Number of days to look back for the beginning of a current stretch: no Ramadan and no decree lasts longer. */
const LONGEST_RUN_DAYS = 100;

/**
 * Convert a calendar to a week and the stretches that differ from it. Consecutive days form one stretch while
 * every weekday in it has the same hours (Ramadan with its weekends). Days that are closed anyway do not
 * split it. The division of a current stretch does not depend on the day of the computation.
 */
export function planHours(calendar: Calendar, { from, to, atMost }: PlanLimits): HoursPlan {
  const week = ordinaryWeek(calendar);
  const hours = hoursOfDays(calendar, from - LONGEST_RUN_DAYS, to);
  const stretches = stretchesOf(week, hours, from, to);
  const beyond = stretches[atMost];
  return {
    zone: calendar.zone,
    week,
    temporary: stretches.slice(0, atMost).map((stretch) => {
      const days = { from: Math.max(stretch.from, from), to: stretch.to };
      return { ...days, week: weekdaysWithin(stretch.days, days) };
    }),
    until: beyond ? beyond.from - 1 : to,
  };
}

function stretchesOf(week: OpenWeek, hours: HoursOfDay, from: number, to: number): Stretch[] {
  const isOrdinary = (day: number) => sameSpans(hours(day), week[weekdayOf(day)] ?? []);
  const parts = (day: number) => isOrdinary(day) && hours(day).length > 0;
  let first = from;
  while (first > from - LONGEST_RUN_DAYS && !parts(first - 1)) first--;
  const stretches: Stretch[] = [];
  let running: Stretch | undefined;
  for (let day = first; day <= to; day++) {
    const weekday = weekdayOf(day);
    const open = hours(day);
    const fits = running?.days[weekday] === undefined || sameSpans(open, running.days[weekday]);
    if (!fits || parts(day)) running = undefined;
    if (!running && !isOrdinary(day)) {
      running = { from: day, to: day, days: {} };
      stretches.push(running);
    }
    if (!running) continue;
    running.days[weekday] ??= open;
    if (!isOrdinary(day)) running.to = day;
  }
  return stretches.filter((stretch) => stretch.to >= from);
}

/** Return the open minutes of a day according to the plan alone. */
export function plannedHours({ week, temporary }: HoursPlan, day: number): readonly MinuteSpan[] {
  const stretch = temporary.find(({ from, to }) => from <= day && day <= to);
  return (stretch ?? { week }).week[weekdayOf(day)] ?? [];
}

/** Keep only the weekdays within the given days that have hours. */
export const weekdaysWithin = (
  week: OpenWeek,
  { from, to }: { readonly from: number; readonly to: number },
) => {
  const met = new Set(Array.from({ length: Math.min(to - from + 1, 7) }, (_, i) => weekdayOf(from + i)));
  return openDays(WEEKDAYS.map((day) => [day, met.has(day) ? (week[day] ?? []) : []]));
};

/** Return the calendar's week without any exception. */
export const ordinaryWeek = ({ hours }: Calendar): OpenWeek =>
  openDays(
    WEEKDAYS.map((day) => [
      day,
      joinSpans((hours[day] ?? []).map(([from, to]) => ({ from: parseTime(from), to: parseTime(to) }))),
    ]),
  );

type HoursOfDay = (day: number) => readonly MinuteSpan[];

interface Stretch {
  readonly from: number;
  to: number;
  readonly days: { [day in Weekday]?: readonly MinuteSpan[] };
}

const openDays = (days: readonly (readonly [Weekday, readonly MinuteSpan[]])[]): OpenWeek =>
  Object.fromEntries(days.filter(([, spans]) => spans.length > 0));
