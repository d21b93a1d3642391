import type { CompiledCalendar } from '#shared/domain/sla/compile.ts';
import { closingOf, isOpen, openIntervals } from '#shared/domain/sla/openings.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import { clockTime } from './clock-time.ts';
import type { Language } from './language.ts';

interface Interval {
  readonly from: number;
  readonly to: number;
}

const WEEK: readonly string[] = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const NAMES: Readonly<Record<Language, readonly string[]>> = {
  ar: ['الأحد', 'الاثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};

/** Cache the formatters of each zone: creating them is the most expensive part of this module. */
const formatters = new Map<
  string,
  { readonly time: Intl.DateTimeFormat; readonly day: Intl.DateTimeFormat }
>();

const formattersOf = (
  zone: string,
): { readonly time: Intl.DateTimeFormat; readonly day: Intl.DateTimeFormat } => {
  const cached = formatters.get(zone);
  if (cached) return cached;
  const time = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  const made = { time, day: new Intl.DateTimeFormat('en-US', { timeZone: zone, weekday: 'short' }) };
  formatters.set(zone, made);
  return made;
};

const timeOf = (ms: number, language: Language, zone: string): string => {
  const [hour = '0', minute = '00'] = formattersOf(zone).time.format(ms).split(':');
  return clockTime(hour, minute, language);
};

const weekdayOf = (ms: number, zone: string): number => WEEK.indexOf(formattersOf(zone).day.format(ms));

const startOfDay = (at: number, zone: string): number => {
  const [hour, minute, second] = formattersOf(zone).time.format(at).split(':').map(Number);
  return at - (((hour ?? 0) * 60 + (minute ?? 0)) * 60 + (second ?? 0)) * 1000;
};

const ALL_DAY: Readonly<Record<Language, string>> = { ar: 'على مدار الساعة', en: 'around the clock' };

/**
 * Split an open interval at midnight when it is a day or longer. Keep a shorter interval that crosses
 * midnight whole.
 */
function byDays(interval: Interval, zone: string): Interval[] {
  const { from, to } = interval;
  if (to - from < DAY) return [interval];
  const midnight = startOfDay(from, zone) + DAY;
  return midnight >= to ? [interval] : [{ from, to: midnight }, ...byDays({ from: midnight, to }, zone)];
}

/** Group the days of the week that have equal hours, Sunday first: `[[0,4,'7:30 AM – 2:30 PM']]`. */
function runs(calendar: CompiledCalendar, at: number, language: Language): [number, number, string][] {
  const { zone } = calendar.calendar;
  const byDay = new Map<number, string[]>();
  const intervals = openIntervals(calendar, at, at + 7 * DAY).flatMap((each) => byDays(each, zone));
  for (const { from, to } of intervals) {
    const day = weekdayOf(from, zone);
    const hours =
      to - from === DAY
        ? ALL_DAY[language]
        : `${timeOf(from, language, zone)} – ${timeOf(to, language, zone)}`;
    byDay.set(day, [...(byDay.get(day) ?? []), hours]);
  }
  const found: [number, number, string][] = [];
  for (const day of WEEK.keys()) {
    const hours = byDay.get(day)?.join(language === 'ar' ? '، و' : ', ');
    const last = found.at(-1);
    if (hours === undefined) continue;
    if (last && last[1] === day - 1 && last[2] === hours) last[1] = day;
    else found.push([day, day, hours]);
  }
  return found;
}

/**
 * Format the working hours of the seven days from `at`, with holidays and Ramadan hours applied: «من الأحد
 * إلى الخميس، 7:30 صباحًا – 2:30 ظهرًا». A calendar that never closes has a fixed text.
 */
export function hoursText(calendar: CompiledCalendar, at: number, language: Language): string {
  if (isOpen(calendar, at) && closingOf(calendar, at) === null) return ALL_DAY[language];
  const names = NAMES[language];
  const days = (from: number, to: number): string => {
    if (from === to) return names[from] ?? '';
    return language === 'ar' ? `من ${names[from]} إلى ${names[to]}` : `${names[from]} to ${names[to]}`;
  };
  const parts = runs(calendar, startOfDay(at, calendar.calendar.zone), language).map(
    ([from, to, hours]) => `${days(from, to)}${language === 'ar' ? '، ' : ', '}${hours}`,
  );
  if (parts.length === 0) return language === 'ar' ? 'المركز مغلق هذا الأسبوع' : 'closed this week';
  return parts.join(language === 'ar' ? '؛ ' : '; ');
}
