import type { Language } from '#events/vocabulary.ts';
import { partOfDay } from '#shared/domain/text/part-of-day.ts';
import { COUNTED, plural } from '#shared/domain/text/plural.ts';
import { DAY, MINUTE } from '#shared/domain/time/instant.ts';

const HOURS: readonly string[] = [
  'الثانية عشرة',
  'الواحدة',
  'الثانية',
  'الثالثة',
  'الرابعة',
  'الخامسة',
  'السادسة',
  'السابعة',
  'الثامنة',
  'التاسعة',
  'العاشرة',
  'الحادية عشرة',
];

/** Minutes with their own Arabic words, added to the hour or subtracted from the next. */
const MINUTES: Readonly<Record<number, string>> = {
  0: '',
  5: ' وخمس دقائق',
  10: ' وعشر دقائق',
  15: ' والربع',
  20: ' والثلث',
  25: ' والنصف إلا خمس دقائق',
  30: ' والنصف',
  35: ' والنصف وخمس دقائق',
  40: ' إلا ثلثًا',
  45: ' إلا ربعًا',
  50: ' إلا عشر دقائق',
  55: ' إلا خمس دقائق',
};
const TAKEN_FROM_NEXT = 40;

function arabicTime(hour: number, minute: number): string {
  if (hour === 0 && minute === 0) return 'منتصف الليل';
  const spokenMinute = MINUTES[minute];
  const named = spokenMinute !== undefined && minute >= TAKEN_FROM_NEXT ? hour + 1 : hour;
  const minuteText = spokenMinute ?? ` و${plural(minute, COUNTED.minutes)}`;
  return `الساعة ${HOURS[named % 12]}${minuteText} ${partOfDay(hour)}`;
}

function englishTime(hour: number, minute: number): string {
  if (minute === 0 && hour % 12 === 0) return hour === 0 ? 'midnight' : 'noon';
  const shown = `${hour % 12 || 12}${minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`}`;
  return `${shown} ${hour < 12 ? 'AM' : 'PM'}`;
}

/**
 * Format a time of day for speech: «الساعة الثانية والنصف ظهرًا», `2:30 PM`, `noon`.
 * @param hour of the 24-hour clock
 * @internal exported for tests
 */
export const spokenTime = (hour: number, minute: number, language: Language): string =>
  language === 'ar' ? arabicTime(hour, minute) : englishTime(hour, minute);

const LOCALES: Readonly<Record<Language, string>> = { ar: 'ar-SA-u-ca-gregory-nu-latn', en: 'en-GB' };
const formatters = new Map<string, Intl.DateTimeFormat>();

/** Cache formatters: creating one costs more than using it, and a caller is waiting. */
function formatterOf(language: Language, zone: string): Intl.DateTimeFormat {
  const key = `${language} ${zone}`;
  const cached = formatters.get(key);
  if (cached) return cached;
  const made = new Intl.DateTimeFormat(LOCALES[language], {
    timeZone: zone,
    ...{ weekday: 'long', day: 'numeric', month: 'long' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
  });
  formatters.set(key, made);
  return made;
}

interface Local {
  readonly weekday: string;
  readonly date: string;
  readonly hour: number;
  readonly minute: number;
  readonly midnight: number;
}

function localOf(at: number, language: Language, zone: string): Local {
  const parts = Object.fromEntries(
    formatterOf(language, zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const [hour, minute, second] = [parts.hour, parts.minute, parts.second].map(Number);
  const since = (((hour ?? 0) * 60 + (minute ?? 0)) * 60 + (second ?? 0)) * 1000 + (at % 1000);
  return {
    weekday: parts.weekday ?? '',
    date: `${parts.day} ${parts.month}`,
    hour: hour ?? 0,
    minute: minute ?? 0,
    midnight: at - since,
  };
}

/** The days of a month as they are spoken: «الثالث من يناير». */
const DAYS: readonly string[] = [
  ...['الأول', 'الثاني', 'الثالث', 'الرابع', 'الخامس', 'السادس', 'السابع', 'الثامن', 'التاسع', 'العاشر'],
  ...['الحادي عشر', 'الثاني عشر', 'الثالث عشر', 'الرابع عشر', 'الخامس عشر', 'السادس عشر', 'السابع عشر'],
  ...['الثامن عشر', 'التاسع عشر', 'العشرين', 'الحادي والعشرين', 'الثاني والعشرين', 'الثالث والعشرين'],
  ...['الرابع والعشرين', 'الخامس والعشرين', 'السادس والعشرين', 'السابع والعشرين', 'الثامن والعشرين'],
  ...['التاسع والعشرين', 'الثلاثين', 'الحادي والثلاثين'],
];

const WEEK = 7;

function arabicDay(days: number, { weekday, date }: Local): string {
  if (days === 0) return 'اليوم';
  if (days === 1) return 'غدًا';
  if (days === -1) return 'أمس';
  const [day = '', month] = date.split(' ');
  return days > 1 && days < WEEK ? `يوم ${weekday}` : `يوم ${weekday} ${DAYS[Number(day) - 1]} من ${month}`;
}

function englishDay(days: number, { weekday, date }: Local): string {
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  return days > 1 && days < WEEK ? `on ${weekday}` : `on ${weekday}, ${date},`;
}

/**
 * Format an instant for speech, relative to now: «غدًا الساعة الثانية عشرة ظهرًا», `on Thursday at noon`.
 * From a week on, and for past instants, include the date.
 * @param zone IANA time zone
 */
export function spokenInstant(at: number, now: number, language: Language, zone: string): string {
  const local = localOf(at, language, zone);
  const today = localOf(now, language, zone);
  const days = Math.round((local.midnight - today.midnight) / DAY);
  const time = spokenTime(local.hour, local.minute, language);
  return language === 'ar' ? `${arabicDay(days, local)} ${time}` : `${englishDay(days, local)} at ${time}`;
}

const ARABIC_MINUTES = {
  ...COUNTED.minutes,
  zero: 'أقل من دقيقة',
  two: 'دقيقتين',
};

/** Format a waiting time for speech, rounded up to the minute: «3 دقائق», `3 minutes`. */
export function spokenMinutes(ms: number, language: Language): string {
  const minutes = Math.ceil(Math.max(0, ms) / MINUTE);
  if (language === 'ar') return plural(minutes, ARABIC_MINUTES);
  if (minutes === 0) return 'less than a minute';
  return minutes === 1 ? 'one minute' : `${minutes} minutes`;
}
