import { localDay } from '../reports/local-day.ts';
import { HIJRI_YEARS, hijriMonthLength, hijriMonthStart } from '../sla/hijri.ts';
import { dayOf, formatDate, parseDate } from '../sla/local-date.ts';
import { toLatinDigits } from '../text/digits.ts';
import { normaliseArabic } from '../text/normalise-arabic.ts';
import { monthNamed } from './month-names.ts';

/** A local date as `YYYY-MM-DD`, or why there is none. */
export type ListedDate = { readonly date: string } | { readonly fault: 'date' | 'future' | 'old' };

/** A list is about recent use. A date longer ago is a slip, such as 2016 for 2026. */
const OLDEST_DAYS = 366;

const isHijri = (year: number): boolean => year >= HIJRI_YEARS.first && year <= HIJRI_YEARS.last;

/** Return the day number of a Gregorian or Hijri date. Return undefined for a day that does not exist. */
function dayNumber(year: number, month: number, day: number): number | undefined {
  if (month < 1 || month > 12 || day < 1) return undefined;
  if (isHijri(year))
    return day <= hijriMonthLength(year, month) ? hijriMonthStart(year, month) + day - 1 : undefined;
  return year < 1900 || year > 2200 ? undefined : (dayOf(year, month, day) ?? undefined);
}

/** A time with its zone. The local day may be another than the written one. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/u;
const TIME_FIRST = /^\d{1,2}:\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?|[صم])?[\s,،-]+/iu;
const TIME_AFTER = /(?:[\s,،]+|T)\d{1,2}:\d{2}.*$/u;

/** Words beside a date, without a meaning of their own. */
const BESIDE = new Set([
  ...['الساعه', 'من', 'شهر', 'عام', 'سنه', 'يوم', 'في', 'ه', 'م', 'هجري', 'هجريه', 'ميلادي', 'ميلاديه'],
  ...['of', 'on', 'ah', 'h', 'ad', 'ce', 'g', 'the', 'st', 'nd', 'rd', 'th'],
  ...['الاحد', 'الاثنين', 'الثلاثاء', 'الاربعاء', 'الخميس', 'الجمعه', 'السبت'],
  ...['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'],
  ...['sun', 'mon', 'tue', 'tues', 'wed', 'thu', 'thur', 'thurs', 'fri', 'sat'],
]);

/** Numbers, words, and the signs between them. */
const TOKENS = /\d+|[\p{L}\p{M}'’‘ʿʾ`]+/gu;
const BETWEEN = /^[\s\-/.,،؍_\\()\u2010-\u2015\u2212\u2044\u0640]*$/u;

/** A date with its month by number: the year first or last. */
function numbered(numbers: readonly string[]): number | undefined {
  const [only = '', second = '', third = ''] = numbers;
  if (numbers.length === 1 && only.length === 8)
    return dayNumber(Number(only.slice(0, 4)), Number(only.slice(4, 6)), Number(only.slice(6)));
  if (numbers.length !== 3 || second.length > 2) return undefined;
  if (only.length === 4 && third.length <= 2) return dayNumber(Number(only), Number(second), Number(third));
  if (only.length <= 2 && third.length === 4) return dayNumber(Number(third), Number(second), Number(only));
  return undefined;
}

/** A date with its month by name. A year of two digits is of this century, if the month is Gregorian. */
function named(words: readonly string[], numbers: readonly string[]): number | undefined {
  // "ربيع 1" has the number of the month among its words.
  const tries = numbers.length === 3 ? numbers.slice(0, -1).map((_, index) => index) : [-1];
  for (const index of tries) {
    const part = index === -1 ? [] : [numbers[index] ?? ''];
    const month = monthNamed([...words, ...part].join(' '));
    const [first = '', last = ''] = numbers.filter((_, at) => at !== index);
    if (!month || numbers.length - part.length !== 2) continue;
    const [year, day] = first.length > 2 ? [first, last] : [last, first];
    if (day.length > 2) return undefined;
    const whole = year.length === 2 && month.calendar === 'gregorian' ? 2000 + Number(year) : Number(year);
    if (isHijri(whole) !== (month.calendar === 'hijri')) return undefined;
    return dayNumber(whole, month.month, Number(day));
  }
  return undefined;
}

/** The number by which spreadsheets count days, with the time of day as its fraction. */
const SERIAL = /^(\d{5})(?:\.\d+)?$/u;
const SERIAL_BEGINS = parseDate('1899-12-30');

function dayWritten(written: string): number | undefined {
  const text = written.trim();
  const [, serial] = SERIAL.exec(text) ?? [];
  if (serial !== undefined) return SERIAL_BEGINS + Number(serial);
  if (INSTANT.test(text)) {
    const at = Date.parse(text);
    return Number.isNaN(at) ? undefined : parseDate(localDay(at));
  }
  const date = text.replace(TIME_FIRST, '').replace(TIME_AFTER, '');
  if (!BETWEEN.test(date.replace(TOKENS, ''))) return undefined;
  const tokens = date.match(TOKENS) ?? [];
  const numbers = tokens.filter((token) => /^\d/u.test(token));
  const words = tokens.filter((token) => !/^\d/u.test(token) && !BESIDE.has(normaliseArabic(token)));
  return words.length === 0 ? numbered(numbers) : named(words, numbers);
}

/** Signs between one date in both calendars. */
const SAME_DAY = /(?:ال)?موافق(?:\s+ل)?|corresponding to|[()=]/u;

/**
 * Parse a date of a list, of the Gregorian or the Umm al-Qura calendar (by the year): year-month-day or day/month/year
 * with any separator, or with the name of the month. A time of day and the name of the weekday are ignored. A date in
 * both calendars is one day, or none. A number by which a spreadsheet counts days is read too.
 *
 * @param today the local date, `YYYY-MM-DD`
 */
export function listedDate(typed: string, today: string): ListedDate {
  const parts = toLatinDigits(typed.replace(/\p{Cf}/gu, ''))
    .split(SAME_DAY)
    .filter((part) => part.trim() !== '');
  const [number, ...others] = parts.map(dayWritten);
  if (number === undefined || others.some((other) => other !== number)) return { fault: 'date' };
  const now = parseDate(today);
  // Another number of five digits is not a date.
  if (SERIAL.test(parts[0]?.trim() ?? '') && Math.abs(number - now) > OLDEST_DAYS) return { fault: 'date' };
  if (number > now) return { fault: 'future' };
  return number < now - OLDEST_DAYS ? { fault: 'old' } : { date: formatDate(number) };
}
