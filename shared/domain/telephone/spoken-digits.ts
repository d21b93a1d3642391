import { arabicNumber, arabicOrdinal, MOST_IN_WORDS } from '#shared/domain/text/arabic-number.ts';
import { toLatinDigits } from '#shared/domain/text/digits.ts';
import { ARABIC_SYMBOLS } from './spoken-reference.ts';
import { spokenTime } from './spoken-time.ts';

const MONTHS: readonly string[] = [
  ...['يناير', 'فبراير', 'مارس', 'أبريل', 'مايو', 'يونيو', 'يوليو', 'أغسطس', 'سبتمبر', 'أكتوبر', 'نوفمبر'],
  'ديسمبر',
];

const HIJRI_MONTHS: readonly string[] = [
  ...['محرم', 'صفر', 'ربيع الأول', 'ربيع الآخر', 'جمادى الأولى', 'جمادى الآخرة', 'رجب', 'شعبان', 'رمضان'],
  ...['شوال', 'ذي القعدة', 'ذي الحجة'],
];
/** An earlier year is one of the Hijri calendar. */
const FIRST_GREGORIAN_YEAR = 1700;

const oneByOne = (digits: string): string =>
  [...digits].map((digit) => ARABIC_SYMBOLS[digit] ?? '').join(' ');

/** A day and month in words, or undefined for impossible ones. Years are left out of speech. */
function spokenDate(day: number, month: number, year: number): string | undefined {
  const isHijri = year > 999 && year < FIRST_GREGORIAN_YEAR;
  const name = (isHijri ? HIJRI_MONTHS : MONTHS)[month - 1];
  return name === undefined || day < 1 || day > 31 ? undefined : `${arabicOrdinal(day, 'ين')} من ${name}`;
}

/** Words before a number that is an identifier: it is spoken digit by digit. */
const IDENTIFIER = /(?:رقم|الرقم|بالرقم|برقم|هاتف|الهاتف|جوال|الجوال|تحويلة|اتصل ب|اتصل على)\s*$/u;
const LONG = 5;

/** Return a number in words: an amount, or the digits of an identifier. */
function spokenAmount(digits: string, before: string): string {
  const isIdentifier = IDENTIFIER.test(before) || digits.length >= LONG || /^0\d/u.test(digits);
  return isIdentifier || Number(digits) > MOST_IN_WORDS
    ? oneByOne(digits)
    : arabicNumber(Number(digits), 'he');
}

const ISO_DATE = /(?<!\d)(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)(?:\s?(?:هـ?|م)(?!\p{L}))?/gu;
const DATE = /(?<!\d)(\d{1,2})[-/](\d{1,2})[-/](\d{4}|\d{2})(?!\d)(?:\s?(?:هـ?|م)(?!\p{L}))?/gu;
const TIME =
  /(?<!\d)(?:الساعة\s+)?([01]?\d|2[0-3]):([0-5]\d)(?!\d)(?:\s?(صباحًا|صباحا|فجرًا|فجرا|ص|ظهرًا|ظهرا|عصرًا|عصرا|مساءً|مساء|ليلًا|ليلا|م)(?!\p{L}))?/gu;
const MORNING = /^[صف]/u;
const NIGHT = /^ليل/u;
/** A number with groups of three digits, and a telephone number with its country. */
const GROUPED = /(?<![\d.,٬])\d{1,3}(?:[,٬]\d{3})+(?![\d,٬])/gu;
const INTERNATIONAL = /\+\d[\d\s()-]{5,}\d/gu;
const DECIMAL = /(?<!\d)(\d{1,6})[.,٫](\d{1,3})(?![\d])/gu;
const PERCENT = /(\d)\s?[%٪]/gu;

/** Return the hour of the 24-hour clock: 9:30 «مساءً» is half past twenty-one. */
function hourOf(hour: number, part: string | undefined): number {
  if (part === undefined || hour > 12) return hour;
  if (MORNING.test(part) || (NIGHT.test(part) && (hour < 6 || hour === 12))) return hour % 12;
  return (hour % 12) + 12;
}

/**
 * Replace the digits, dates and times of an Arabic text by the words of a speaker: «اتصل بالرقم 911» becomes
 * «اتصل بالرقم تسعة واحد واحد». Colons and slashes become pauses.
 */
export const spokenDigits = (text: string): string =>
  toLatinDigits(text)
    .replace(
      ISO_DATE,
      (all, year: string, month: string, day: string) =>
        spokenDate(Number(day), Number(month), Number(year)) ?? all,
    )
    .replace(
      DATE,
      (all, day: string, month: string, year: string) =>
        spokenDate(Number(day), Number(month), Number(year)) ?? all,
    )
    .replace(TIME, (_, hour: string, minute: string, part?: string) =>
      spokenTime(hourOf(Number(hour), part), Number(minute), 'ar'),
    )
    .replace(INTERNATIONAL, (number) => oneByOne(`00${number.replace(/\D/gu, '')}`))
    .replace(GROUPED, (number) => {
      const amount = Number(number.replace(/\D/gu, ''));
      return amount > MOST_IN_WORDS ? oneByOne(String(amount)) : arabicNumber(amount, 'he');
    })
    .replace(PERCENT, '$1 بالمئة')
    .replace(
      DECIMAL,
      (_, whole: string, part: string) => `${arabicNumber(Number(whole), 'he')} فاصلة ${oneByOne(part)}`,
    )
    .replace(/\d+/gu, (digits, at: number, all: string) => spokenAmount(digits, all.slice(0, at)))
    .replace(/\s*[:/]\s*/gu, '، ');
