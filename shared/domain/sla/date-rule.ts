import type { DateRule } from './calendar.ts';
import { CalendarError } from './calendar-error.ts';
import { HIJRI_YEARS, hijriMonthLength, hijriMonthStart, hijriOf } from './hijri.ts';
import { DAY_MS, dayOf } from './local-date.ts';

export interface ParsedRule {
  readonly era: 'gregorian' | 'hijri';
  /** Null means every year. */
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

export interface Occurrence {
  readonly day: number;
  /** Year of the rule's own era. */
  readonly year: number;
}

const RULE = /^(AH:)?(?:(\d{4})|-)-(\d{2})-(\d{2})$/;

/** Parse a date rule. Throw a {@link CalendarError} that names `field` when the date cannot exist. */
export function parseDateRule(text: DateRule, field = 'date'): ParsedRule {
  const parts = RULE.exec(text);
  if (parts === null) {
    throw new CalendarError(
      field,
      `expected YYYY-MM-DD, --MM-DD, AH:YYYY-MM-DD or AH:--MM-DD, got "${text}"`,
    );
  }
  const rule: ParsedRule = {
    era: parts[1] === undefined ? 'gregorian' : 'hijri',
    year: parts[2] === undefined ? null : Number(parts[2]),
    month: Number(parts[3]),
    day: Number(parts[4]),
  };
  const problem = rule.era === 'hijri' ? hijriProblem(rule) : gregorianProblem(rule);
  if (problem !== null) throw new CalendarError(field, `${problem}, got "${text}"`);
  return rule;
}

function gregorianProblem({ year, month, day }: ParsedRule): string | null {
  return dayOf(year ?? 2000, month, day) === null ? 'expected a date that exists' : null;
}

function hijriProblem({ year, month, day }: ParsedRule): string | null {
  if (month < 1 || month > 12) return 'expected a Hijri month from 01 to 12';
  if (day < 1 || day > 30) return 'expected a Hijri day from 01 to 30';
  if (year === null) return null;
  const { first, last } = HIJRI_YEARS;
  if (year < first || year > last) return `expected a Hijri year from ${first} to ${last}`;
  const length = hijriMonthLength(year, month);
  return day > length ? `expected a day up to ${length}, the length of that Hijri month` : null;
}

/**
 * Return the day number of a rule in one year of its era, or null when that year has no such day (29
 * February, day 30).
 */
function dayInYear(rule: ParsedRule, year: number): number | null {
  if (rule.era === 'gregorian') return dayOf(year, rule.month, rule.day);
  if (rule.day > hijriMonthLength(year, rule.month)) return null;
  return hijriMonthStart(year, rule.month) + rule.day - 1;
}

/** Return every day of `[from, to]` (day numbers) that matches the rule, ascending. */
export function occurrences(rule: ParsedRule, from: number, to: number): Occurrence[] {
  const found: Occurrence[] = [];
  const first = rule.year ?? yearOf(rule, from);
  const last = rule.year ?? yearOf(rule, to);
  for (let year = first; year <= last; year++) {
    const day = dayInYear(rule, year);
    if (day !== null && day >= from && day <= to) found.push({ day, year });
  }
  return found;
}

/**
 * Return the last day of a range that began on `start`: the first matching date not before it. Day 30 means
 * the end of the month.
 */
export function rangeEnd(rule: ParsedRule, start: Occurrence): number {
  for (const year of rule.year === null ? [start.year, start.year + 1] : [rule.year]) {
    const length = rule.era === 'hijri' ? hijriMonthLength(year, rule.month) : 31;
    const day = dayInYear({ ...rule, day: Math.min(rule.day, length) }, year);
    if (day !== null && day >= start.day) return day;
  }
  return start.day - 1;
}

function yearOf(rule: ParsedRule, day: number): number {
  return rule.era === 'hijri' ? hijriOf(day).year : new Date(day * DAY_MS).getUTCFullYear();
}
