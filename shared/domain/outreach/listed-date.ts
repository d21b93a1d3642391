import { HIJRI_YEARS, hijriMonthLength, hijriMonthStart } from '../sla/hijri.ts';
import { dayOf, formatDate, parseDate } from '../sla/local-date.ts';
import { toLatinDigits } from '../text/digits.ts';

/** A local date as `YYYY-MM-DD`, or why there is none. */
export type ListedDate = { readonly date: string } | { readonly fault: 'date' | 'future' | 'old' };

/** A list is about recent use. A date longer ago is a slip, such as 2016 for 2026. */
const OLDEST_DAYS = 366;

/** Return the day number of a Gregorian or Hijri date. Return undefined for a day that does not exist. */
function dayNumber(year: number, month: number, day: number): number | undefined {
  if (month < 1 || month > 12 || day < 1) return undefined;
  if (year >= HIJRI_YEARS.first && year <= HIJRI_YEARS.last)
    return day <= hijriMonthLength(year, month) ? hijriMonthStart(year, month) + day - 1 : undefined;
  return year < 1900 || year > 2200 ? undefined : (dayOf(year, month, day) ?? undefined);
}

/**
 * Parse a date of a list: year-month-day or day/month/year with any separator, of the Gregorian or the Umm
 * al-Qura calendar (by the year), a time of day after it ignored.
 *
 * @param today the local date, `YYYY-MM-DD`
 */
export function listedDate(typed: string, today: string): ListedDate {
  const text = toLatinDigits(typed)
    .replace(/[\sT]+\d{1,2}:\d{2}.*$/u, '')
    .replace(/\s*(?:هـ?|AH|م)\.?$/iu, '')
    .trim();
  const forward = /^(\d{4})\s*[-/.\u2013]\s*(\d{1,2})\s*[-/.\u2013]\s*(\d{1,2})$/u.exec(text);
  const backward = /^(\d{1,2})\s*[-/.\u2013]\s*(\d{1,2})\s*[-/.\u2013]\s*(\d{4})$/u.exec(text);
  const [year = 0, month = 0, day = 0] = (forward?.slice(1) ?? backward?.slice(1).reverse() ?? []).map(
    Number,
  );
  const number = dayNumber(year, month, day);
  if (number === undefined) return { fault: 'date' };
  const now = parseDate(today);
  if (number > now) return { fault: 'future' };
  return number < now - OLDEST_DAYS ? { fault: 'old' } : { date: formatDate(number) };
}
