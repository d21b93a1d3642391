import { CalendarError } from '../sla/calendar-error.ts';
import { formatDate, parseDate } from '../sla/local-date.ts';
import { toLatinDigits } from '../text/digits.ts';

/** Local days of the centre, `YYYY-MM-DD`, both included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** The lengths that are offered without dates, in days up to today. */
export const PERIOD_DAYS = [7, 30, 90, 365] as const;
const USUAL_DAYS = 30;
/** The longest period: three years, one of them with a leap day. */
const MOST_DAYS = 3 * 365 + 1;

/** Earlier dates are of the Hijri calendar, or typing errors. */
const FIRST_DAY = '2000-01-01';

/** The other period of a comparison: as long and directly before, or the same weekdays a year before. */
export const COMPARISONS = ['none', 'before', 'last-year'] as const;
export type Comparison = (typeof COMPARISONS)[number];
/** 52 weeks, so that each day is compared with the same weekday. */
const YEAR_DAYS = 364;

/** A period that cannot be shown, with the field that must change. */
export interface PeriodProblem {
  readonly field: 'from' | 'to';
  readonly problem: 'no-date' | 'reversed' | 'future' | 'too-long';
}

/** A period as a person typed it, or as an address names it. */
export interface TypedPeriod {
  readonly days?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

const lastDays = (count: number, today: string): Period => ({
  from: formatDate(parseDate(today) - count + 1),
  to: today,
});

/** Read a date `YYYY-MM-DD` with any digits. Undefined for other texts and for dates of the Hijri calendar. */
export function readDay(typed: string | undefined): string | undefined {
  const read = toLatinDigits(typed ?? '').trim();
  try {
    const day = formatDate(parseDate(read));
    return day < FIRST_DAY ? undefined : day;
  } catch (error) {
    if (error instanceof CalendarError) return undefined;
    throw error;
  }
}

/**
 * Read a period: two dates `YYYY-MM-DD` with any digits, or a number of days up to today. One date alone means up to
 * today, or that day. Without any, it is the last 30 days.
 */
export function readPeriod(typed: TypedPeriod, today: string): Period | PeriodProblem {
  const [from, to] = [typed.from?.trim() ?? '', typed.to?.trim() ?? ''];
  if (from === '' && to === '') {
    const count = PERIOD_DAYS.find((days) => String(days) === toLatinDigits(typed.days ?? '').trim());
    return lastDays(count ?? USUAL_DAYS, today);
  }
  const last = to === '' ? today : readDay(to);
  const first = from === '' ? last : readDay(from);
  if (first === undefined) return { field: 'from', problem: 'no-date' };
  if (last === undefined) return { field: 'to', problem: 'no-date' };
  if (first > today) return { field: 'from', problem: 'future' };
  if (first > last) return { field: 'to', problem: 'reversed' };
  const period = { from: first, to: last > today ? today : last };
  return daysOf(period).length > MOST_DAYS ? { field: 'from', problem: 'too-long' } : period;
}

/** Return every day of a period. */
export function daysOf({ from, to }: Period): string[] {
  const [first, last] = [parseDate(from), parseDate(to)];
  return Array.from({ length: last - first + 1 }, (_, n) => formatDate(first + n));
}

/** Return the period with which a period is compared, if it is. */
export function comparedPeriod({ from, to }: Period, how: Comparison): Period | undefined {
  if (how === 'none') return undefined;
  const [first, last] = [parseDate(from), parseDate(to)];
  const back = how === 'before' ? last - first + 1 : YEAR_DAYS;
  return { from: formatDate(first - back), to: formatDate(last - back) };
}
