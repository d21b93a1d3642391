import { DAY, HOUR, MINUTE } from '#shared/domain/time/instant.ts';
import { clockTime } from './clock-time.ts';
import { RIYADH } from './format-instant.ts';
import type { Language } from './language.ts';
import { plural } from './plural.ts';

/** After this time, an instant of the same day is told by the clock and not by the time since. */
const HOURS_AGO = 4;
/** Days of the coming and the last week are told by the name of the day. */
const NAMED_DAYS = 6;

/** The Arabic forms after «قبل» and «بعد», which are in the genitive. */
const MINUTES = {
  ...{ zero: '# دقيقة', one: 'دقيقة', two: 'دقيقتين' },
  ...{ few: '# دقائق', many: '# دقيقة', other: '# دقيقة' },
};
const HOURS = {
  ...{ zero: '# ساعة', one: 'ساعة', two: 'ساعتين' },
  ...{ few: '# ساعات', many: '# ساعة', other: '# ساعة' },
};

interface Local {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly weekday: string;
  readonly hour: string;
  readonly minute: string;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Return the formatter of a locale and zone. Building one takes far longer than using it. */
function formatterOf(
  locale: string,
  zone: string,
  options: Intl.DateTimeFormatOptions = {},
): Intl.DateTimeFormat {
  const key = `${locale} ${zone}`;
  const formatter = formatters.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
  formatters.set(key, formatter);
  return formatter;
}

function localOf(ms: number, language: Language, zone: string): Local {
  const formatter = formatterOf(language === 'ar' ? 'ar-SA-u-ca-gregory-nu-latn' : 'en-GB', zone, {
    weekday: 'long',
    day: 'numeric',
    month: language === 'ar' ? 'long' : 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const parts = formatter.formatToParts(ms).map(({ type, value }) => [type, value] as const);
  return Object.fromEntries(parts) as unknown as Local;
}

/** Return the number of the local day of an instant. Only differences have a meaning. */
function dayNumber(ms: number, zone: string): number {
  const [year = 0, month = 1, day = 1] = formatterOf('en-CA', zone).format(ms).split('-').map(Number);
  return Date.UTC(year, month - 1, day) / DAY;
}

function distance(ms: number, language: Language): string {
  const minutes = Math.round(ms / MINUTE);
  if (minutes < 60)
    return language === 'ar' ? plural(minutes, MINUTES) : `${minutes} minute${minutes === 1 ? '' : 's'}`;
  const hours = Math.round(ms / HOUR);
  return language === 'ar' ? plural(hours, HOURS) : `${hours} hour${hours === 1 ? '' : 's'}`;
}

const NOW: Readonly<Record<Language, string>> = { ar: 'الآن', en: 'now' };
const AGO: Readonly<Record<Language, (text: string) => string>> = {
  ar: (text) => `قبل ${text}`,
  en: (text) => `${text} ago`,
};
const AHEAD: Readonly<Record<Language, (text: string) => string>> = {
  ar: (text) => `بعد ${text}`,
  en: (text) => `in ${text}`,
};
const NEAR_DAYS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  ar: { '-1': 'أمس', 0: 'اليوم', 1: 'غدًا' },
  en: { '-1': 'yesterday', 0: 'today', 1: 'tomorrow' },
};

/**
 * Format an instant in a glance: «قبل ساعتين», «أمس 8:13 صباحًا», «الأحد 9:00 صباحًا», «4 يناير», with the year
 * when it is another one. An instant within four hours of the present is told by its distance, one within a week by
 * its day.
 * @param ms epoch milliseconds
 * @param now epoch milliseconds of the present
 */
export function shortInstant(ms: number, now: number, language: Language, zone: string = RIYADH): string {
  const apart = Math.abs(ms - now);
  const days = dayNumber(ms, zone) - dayNumber(now, zone);
  if (apart < MINUTE / 2) return NOW[language];
  if (apart < HOURS_AGO * HOUR && (days === 0 || apart < HOUR))
    return (ms < now ? AGO : AHEAD)[language](distance(apart, language));
  const { year, month, day, weekday, hour, minute } = localOf(ms, language, zone);
  const named = NEAR_DAYS[language][days] ?? (Math.abs(days) <= NAMED_DAYS ? weekday : undefined);
  if (named !== undefined) return `${named} ${clockTime(hour, minute, language)}`;
  const sameYear = year === localOf(now, language, zone).year;
  return sameYear ? `${day} ${month}` : `${day} ${month} ${year}`;
}

const JUST_NOW: Readonly<Record<Language, string>> = { ar: 'منذ لحظات', en: 'since a moment ago' };

/**
 * Format since when something is so: «منذ ساعتين», «منذ أمس 8:13 صباحًا», "for 2 hours", "since 4 Jan".
 * @param ms epoch milliseconds, not after the present
 * @param now epoch milliseconds of the present
 */
export function sinceInstant(ms: number, now: number, language: Language, zone: string = RIYADH): string {
  const at = shortInstant(ms, now, language, zone);
  if (at === NOW[language]) return JUST_NOW[language];
  if (language === 'ar') return `منذ ${at.replace(/^قبل /u, '')}`;
  return at.endsWith(' ago') ? `for ${at.slice(0, -' ago'.length)}` : `since ${at}`;
}
