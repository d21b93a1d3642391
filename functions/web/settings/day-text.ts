import type { Language } from '#events/vocabulary.ts';
import { CalendarError } from '#shared/domain/sla/calendar-error.ts';
import { occurrences, parseDateRule } from '#shared/domain/sla/date-rule.ts';
import { DAY_MS } from '#shared/domain/sla/local-date.ts';
import { formatDay } from '#shared/domain/text/format-instant.ts';

/** Longer than any year of either calendar. */
const A_YEAR_AND_MORE = 800;

/** Format a day number in both calendars: «الأربعاء 23 سبتمبر 2026م الموافق 11 ربيع الآخر 1448هـ». */
export const dayText = (day: number, language: Language): string => formatDay(day * DAY_MS, language, 'UTC');

/**
 * Format a date rule in both calendars; for a yearly rule, the next day on which it falls. Return undefined
 * when the text is not a date rule.
 */
export function ruleText(rule: string, today: number, language: Language): string | undefined {
  try {
    const parsed = parseDateRule(rule);
    const from = parsed.year === null ? today : Number.MIN_SAFE_INTEGER / DAY_MS;
    const [next] = occurrences(parsed, from, today + (parsed.year === null ? A_YEAR_AND_MORE : 1e6));
    if (!next) return undefined;
    const day = dayText(next.day, language);
    if (parsed.year !== null) return day;
    return language === 'ar' ? `كل سنة، والقادم ${day}` : `every year, next ${day}`;
  } catch (error) {
    if (error instanceof CalendarError) return undefined;
    throw error;
  }
}

/** Return the day number at an instant in a time zone. */
export const dayAt = (now: number, zone: string): number =>
  Math.floor(
    Date.parse(`${new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(now)}T00:00:00Z`) / DAY_MS,
  );
