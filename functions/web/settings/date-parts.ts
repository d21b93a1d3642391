import type { Language } from '#events/vocabulary.ts';
import { CalendarError } from '#shared/domain/sla/calendar-error.ts';
import { occurrences, parseDateRule } from '#shared/domain/sla/date-rule.ts';
import { hijriMonthStart, hijriOf } from '#shared/domain/sla/hijri.ts';
import { DAY_MS, formatDate } from '#shared/domain/sla/local-date.ts';
import { hijriMonth } from '#shared/domain/text/format-instant.ts';
import type { Typed } from './draft.ts';
import { typedDate } from './typed-text.ts';

/** The parts of a date rule as a form picks them. `month` is `09`, or `AH:09` for a Hijri month. */
export interface DateParts {
  readonly day: string;
  readonly month: string;
  /** Empty: every year. */
  readonly year: string;
}

const NAMES = ['day', 'month', 'year'] as const;
const FIELD = /^(.+)~(day|month|year)$/u;

/** Return the name of the field of a part of a date. */
export const partName = (name: string, part: keyof DateParts): string => `${name}~${part}`;

const MARK = 'AH:';
/** Marks parts that are not of one calendar, so that they are refused and shown again. */
const MIXED = '~';
const isHijri = (year: string): boolean => Number(year) < 1700;

/** Return the date rule of picked parts. Incomplete parts, and those of two calendars, are not a date rule. */
function composed({ day, month, year }: DateParts): string {
  if (day === '' && month === '') return year;
  const mark = month.startsWith(MARK) ? MARK : '';
  const mixed = year !== '' && isHijri(year) !== (mark !== '') ? MIXED : '';
  return `${mixed}${mark}${year || '-'}-${month.slice(mark.length)}-${day}`;
}

const RULE = /^~?(AH:)?(\d{4}|-)?-(\d{2})?-(\d{2})?$/u;

/** Return the parts of a date rule, also of one that was composed of incomplete parts. */
export function datePartsOf(rule: string): DateParts {
  const [, mark = '', year = '', month = '', day = ''] = RULE.exec(rule) ?? [];
  if (/^\d{4}$/u.test(rule)) return { day: '', month: '', year: rule };
  return { day, month: month && mark + month, year: year === '-' ? '' : year };
}

/** Replace the picked parts of each date of a form by its date rule. */
export function withDates(typed: Typed): Typed {
  const picked = new Set([...typed.keys()].flatMap((name) => FIELD.exec(name)?.[1] ?? []));
  const plain = [...typed].filter(([name]) => !FIELD.test(name));
  const part = (name: string, one: keyof DateParts) => (typed.get(partName(name, one))?.[0] ?? '').trim();
  const dates = [...picked].map((name) => {
    const [day, month, year] = NAMES.map((one) => part(name, one)) as [string, string, string];
    return [name, [composed({ day, month, year })]] as const;
  });
  return new Map([...plain, ...dates]);
}

/** Return the day number of a typed date of one year, of either calendar. Undefined when there is no such day. */
export function typedDay(text: string): number | undefined {
  try {
    const rule = parseDateRule(typedDate(text));
    return rule.year === null ? undefined : occurrences(rule, -1e6, 1e6)[0]?.day;
  } catch (error) {
    if (error instanceof CalendarError) return undefined;
    throw error;
  }
}

/** Return a typed date as a Gregorian one. Return any other text unchanged. */
export function gregorianDate(text: string): string {
  const day = typedDay(text);
  return day === undefined ? text : formatDate(day);
}

interface PickedMonth {
  readonly value: string;
  readonly name: string;
}

const two = (n: number): string => String(n).padStart(2, '0');
const MONTHS = Array.from({ length: 12 }, (_, at) => at + 1);
/** Any year in which both calendars have their names. */
const NAMED = { gregorian: 2026, hijri: 1447 } as const;

/** Return the months of both calendars with their names. */
export function monthsOf(language: Language): Record<'gregorian' | 'hijri', readonly PickedMonth[]> {
  const region = language === 'ar' ? 'ar-SA' : 'en-GB';
  const named = (calendar: string) => {
    const format = new Intl.DateTimeFormat(`${region}-u-ca-${calendar}-nu-latn`, {
      month: 'long',
      timeZone: 'UTC',
    });
    return (day: number) => hijriMonth(format.format(day * DAY_MS));
  };
  const [gregorian, hijri] = [named('gregory'), named('islamic-umalqura')];
  return {
    gregorian: MONTHS.map((month) => ({
      value: two(month),
      name: gregorian(Date.UTC(NAMED.gregorian, month - 1, 1) / DAY_MS),
    })),
    hijri: MONTHS.map((month) => ({
      value: `${MARK}${two(month)}`,
      name: hijri(hijriMonthStart(NAMED.hijri, month)),
    })),
  };
}

const AHEAD = 5;

/** Return the years to pick from, from last year on, and the given one. */
export function yearsOf(today: number, given: string): Record<'gregorian' | 'hijri', readonly string[]> {
  const from = (first: number, mine: boolean) => {
    const years = Array.from({ length: AHEAD + 2 }, (_, at) => String(first - 1 + at));
    return mine && !years.includes(given) ? [given, ...years].sort() : years;
  };
  const hasYear = /^\d{4}$/u.test(given);
  return {
    gregorian: from(new Date(today * DAY_MS).getUTCFullYear(), hasYear && !isHijri(given)),
    hijri: from(hijriOf(today).year, hasYear && isHijri(given)),
  };
}
