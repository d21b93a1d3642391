import { clockTime } from './clock-time.ts';
import type { Language } from './language.ts';

/** Time zone of Saudi Arabia. */
export const RIYADH = 'Asia/Riyadh';

const formatters = new Map<string, Intl.DateTimeFormat>();

function parts(ms: number, locale: string, zone: string): Record<string, string> {
  const key = `${locale} ${zone}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(locale, {
      timeZone: zone,
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formatters.set(key, formatter);
  }
  return Object.fromEntries(formatter.formatToParts(ms).map((part) => [part.type, part.value]));
}

/** Write the name of a Hijri month in letters of the typeface of the pages: `Rabi‘ I`. CLDR writes a turned comma. */
export const hijriMonth = (name: string): string => name.replaceAll('\u02bb', '\u2018');

/** Format the day of an instant: weekday, Gregorian and Umm al-Qura date, without the time. */
export function formatDay(ms: number, language: Language, zone: string = RIYADH): string {
  const gregorian = parts(ms, language === 'ar' ? 'ar-SA-u-ca-gregory-nu-latn' : 'en-GB', zone);
  const hijri = parts(ms, `${language === 'ar' ? 'ar-SA' : 'en-GB'}-u-ca-islamic-umalqura-nu-latn`, zone);
  const day = `${gregorian.weekday} ${gregorian.day} ${gregorian.month} ${gregorian.year}`;
  const islamic = `${hijri.day} ${hijriMonth(hijri.month ?? '')} ${hijri.year ?? hijri.relatedYear}`;
  return language === 'ar' ? `${day}م الموافق ${islamic}هـ` : `${day} (${islamic} AH)`;
}

/**
 * Format a Gregorian day without its weekday: «4 يناير 2026م», `4 January 2026`.
 * @param day `YYYY-MM-DD`
 */
export function plainDay(day: string, language: Language): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  const gregorian = parts(at, language === 'ar' ? 'ar-SA-u-ca-gregory-nu-latn' : 'en-GB', 'UTC');
  return `${gregorian.day} ${gregorian.month} ${gregorian.year}${language === 'ar' ? 'م' : ''}`;
}

/**
 * Format an instant for people: weekday, Gregorian date, Umm al-Qura date and time.
 * @param ms epoch milliseconds
 * @param zone IANA time zone, Riyadh by default
 */
export function formatInstant(ms: number, language: Language, zone: string = RIYADH): string {
  const local = parts(ms, 'en-GB', zone);
  const time = clockTime(local.hour ?? '0', local.minute ?? '00', language);
  return language === 'ar'
    ? `${formatDay(ms, language, zone)}، الساعة ${time}`
    : `${formatDay(ms, language, zone)}, ${time}`;
}
