import type { CompiledCalendar } from '../sla/compile.ts';
import { formatDate, parseDate, sundayOf } from '../sla/local-date.ts';
import { elapsed } from '../sla/working-time.ts';
import { localDay, localHour, startOfDay } from './local-day.ts';
import type { Period } from './period.ts';

/** The reports that are sent by mail: each about the time since the one before. */
export const REPORT_KINDS = ['daily', 'weekly', 'monthly'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** The days that are looked at. A centre that was closed for longer gets its next report when it opens. */
const LOOK_BACK = 62;
const WEEK = 7;

/** Whether the centre works on a day, which is given by its number. */
type IsOpen = (day: number) => boolean;

/** Return the newest open day before a day, or the day before when there is none. */
function openDayBefore(day: number, isOpen: IsOpen): number {
  for (let before = day - 1; before > day - LOOK_BACK; before -= 1) if (isOpen(before)) return before;
  return day - 1;
}

const isFirstOpenSince = (first: number, day: number, isOpen: IsOpen): boolean => {
  for (let before = first; before < day; before += 1) if (isOpen(before)) return false;
  return true;
};

const firstOfMonth = (day: number): number => parseDate(`${formatDate(day).slice(0, 7)}-01`);

/** Return the first and last day of the report of a day; undefined when the day has none. */
function daysReportedOn(kind: ReportKind, day: number, isOpen: IsOpen): [number, number] | undefined {
  if (kind === 'daily') return [openDayBefore(day, isOpen), day - 1];
  const first = kind === 'weekly' ? sundayOf(day) : firstOfMonth(day);
  if (!isFirstOpenSince(first, day, isOpen)) return undefined;
  return [kind === 'weekly' ? first - WEEK : firstOfMonth(first - 1), first - 1];
}

/**
 * Return the period of the newest report that is due. A daily report is due on each working day, and is about the days
 * since the working day before. A weekly one is due on the first working day of a week, which begins on Sunday, a
 * monthly one on the first of a month; they are about the week or month before. A report that was missed is due until
 * the next one is; earlier ones are not sent any more.
 * @param hour the local hour from which it is due, 0 to 23
 * @param now epoch milliseconds
 */
export function dueReport(
  kind: ReportKind,
  hour: number,
  { now, calendar }: { readonly now: number; readonly calendar: CompiledCalendar },
): Period | undefined {
  const isOpen: IsOpen = (day) =>
    elapsed(calendar, startOfDay(formatDate(day)), startOfDay(formatDate(day + 1))) > 0;
  const today = parseDate(localDay(now));
  const newest = Number(localHour(now)) >= hour ? today : today - 1;
  for (let day = newest; day > newest - LOOK_BACK; day -= 1) {
    const days = isOpen(day) ? daysReportedOn(kind, day, isOpen) : undefined;
    if (days) return { from: formatDate(days[0]), to: formatDate(days[1]) };
  }
  return undefined;
}
