import { DAY_MS } from './local-date.ts';

/** A date of the Umm al-Qura calendar. */
export interface HijriDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * Years for which Intl has the official Umm al-Qura table. Outside them it computes an arithmetic calendar.
 */
export const HIJRI_YEARS = { first: 1300, last: 1600 } as const;

const MONTH_DAYS = 29.530588;
const EPOCH_DAY = -492_148;
const format = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
  timeZone: 'UTC',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
});
const starts = new Map<number, number>();

/** Return the Umm al-Qura date of a day number (days since 1970-01-01). */
export function hijriOf(day: number): HijriDate {
  const date = { year: 0, month: 0, day: 0 };
  for (const { type, value } of format.formatToParts(day * DAY_MS)) {
    if (type === 'year' || type === 'month' || type === 'day') date[type] = Number(value);
  }
  return date;
}

/** Return the day number of the first day of a Hijri month. Months above 12 continue in the next year. */
export function hijriMonthStart(year: number, month: number): number {
  const index = year * 12 + month - 1;
  const cached = starts.get(index);
  if (cached !== undefined) return cached;
  let guess = EPOCH_DAY + Math.round((index - 12) * MONTH_DAYS) + 14;
  let found = hijriOf(guess);
  for (let off = monthsOff(index, found); off !== 0; off = monthsOff(index, found)) {
    guess += Math.round(off * MONTH_DAYS);
    found = hijriOf(guess);
  }
  const start = guess - found.day + 1;
  starts.set(index, start);
  return start;
}

function monthsOff(index: number, found: HijriDate): number {
  return index - (found.year * 12 + found.month - 1);
}

/** Return the length of a Hijri month: 29 or 30. */
export function hijriMonthLength(year: number, month: number): number {
  return hijriMonthStart(year, month + 1) - hijriMonthStart(year, month);
}
