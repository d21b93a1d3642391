import type { Language } from '#events/vocabulary.ts';
import { arabicOrdinal } from '#shared/domain/text/arabic-number.ts';
import { counted } from '#shared/domain/text/counted.ts';
import { partOfDay } from '#shared/domain/text/part-of-day.ts';
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
const MIDNIGHT = 24;

/** Minutes after the hour: «سبع دقائق», «إحدى وأربعون دقيقة». */
const spokenMinutesAlone = (minutes: number): string =>
  counted(minutes, 'she', { one: 'دقيقة واحدة', two: 'دقيقتان', few: 'دقائق', many: 'دقيقة' });

function arabicTime(hour: number, minute: number): string {
  if (hour === 0 && minute === 0) return 'منتصف الليل';
  const spokenMinute = MINUTES[minute];
  const named = spokenMinute !== undefined && minute >= TAKEN_FROM_NEXT ? hour + 1 : hour;
  const minuteText = spokenMinute ?? ` و${spokenMinutesAlone(minute)}`;
  // The part of the day belongs to the named hour: at 11:45 «الثانية عشرة إلا ربعًا ظهرًا». Midnight is not named.
  return `الساعة ${HOURS[named % 12]}${minuteText} ${partOfDay(named === MIDNIGHT ? hour : named)}`;
}

function englishTime(hour: number, minute: number): string {
  if (minute === 0 && hour % 12 === 0) return hour === 0 ? 'midnight' : 'noon';
  const shown = `${hour % 12 || 12}${minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`}`;
  return `${shown} ${hour < 12 ? 'AM' : 'PM'}`;
}

/**
 * Format a time of day for speech: «الساعة الثانية والنصف ظهرًا», `2:30 PM`, `noon`.
 * @param hour of the 24-hour clock
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

const WEEK = 7;

const arabicDate = ({ weekday, date }: Local): string => {
  const [day = '', month] = date.split(' ');
  return `يوم ${weekday} ${arabicOrdinal(Number(day), 'ين')} من ${month}`;
};

/**
 * Format a day for speech, without relation to another: «يوم الجمعة الثاني من يناير», `on Friday, 2 January`.
 * @param zone IANA time zone
 */
export function spokenDay(at: number, language: Language, zone: string): string {
  const local = localOf(at, language, zone);
  return language === 'ar' ? arabicDate(local) : `on ${local.weekday}, ${local.date}`;
}

function arabicDay(days: number, local: Local): string {
  if (days === 0) return 'اليوم';
  if (days === 1) return 'غدًا';
  if (days === -1) return 'أمس';
  return days > 1 && days < WEEK ? `يوم ${local.weekday}` : arabicDate(local);
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

const HOUR_WORDS = { one: 'ساعة', two: 'ساعتين', few: 'ساعات', many: 'ساعة' } as const;
const MINUTE_WORDS = { one: 'دقيقة', two: 'دقيقتين', few: 'دقائق', many: 'دقيقة' } as const;

/** From this time on, a waiting time is spoken in quarters of an hour. */
const IN_MINUTES = 59;
const QUARTER = 15;
const ARABIC_QUARTERS = ['', ' وربع', ' ونصف', ' إلا ربعًا'] as const;
const ENGLISH_QUARTERS = ['', ' and a quarter', ' and a half', ' and three quarters'] as const;

function spokenHours(minutes: number, language: Language): string {
  const quarters = Math.ceil(minutes / QUARTER);
  const [hours, rest] = [Math.floor(quarters / 4), quarters % 4];
  if (language === 'ar') {
    const named = rest === 3 ? hours + 1 : hours;
    return `${counted(named, 'she', HOUR_WORDS, 'genitive')}${ARABIC_QUARTERS[rest]}`;
  }
  if (hours === 1 && rest === 0) return 'one hour';
  return `${hours === 1 ? 'one' : hours}${ENGLISH_QUARTERS[rest]} hours`;
}

/**
 * Format a waiting time for speech, rounded up to the minute, and from an hour on to the quarter of an hour:
 * «ثلاث دقائق», «ساعة ونصف», `3 minutes`. Arabic is in the genitive, to follow «نحو».
 */
export function spokenMinutes(ms: number, language: Language): string {
  const minutes = Math.ceil(Math.max(0, ms) / MINUTE);
  if (minutes > IN_MINUTES) return spokenHours(minutes, language);
  if (language === 'ar')
    return minutes === 0 ? 'أقل من دقيقة' : counted(minutes, 'she', MINUTE_WORDS, 'genitive');
  if (minutes === 0) return 'less than a minute';
  return minutes === 1 ? 'one minute' : `${minutes} minutes`;
}
