import type { Calendar, WeeklyHours } from '#shared/domain/sla/calendar.ts';
import { WEEKDAYS } from '#shared/domain/sla/calendar.ts';

const MINUTE = 60_000;

/**
 * A slow model: it reads the local time minute by minute and looks up the minute in the calendar. It shares
 * only the calendar type with the engine.
 */
export function wallClock(calendar: Calendar) {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: calendar.zone,
    dateStyle: 'short',
    timeStyle: 'short',
  });

  function isOpen(at: number): boolean {
    const [date = '', time = ''] = format.format(at).split(' ');
    let open = !isHoliday(date) && covers(hoursOn(date)[WEEKDAYS[new Date(date).getUTCDay()] ?? 'sun'], time);
    for (const { on, kind, from = '00:00', to = '24:00' } of calendar.exceptions) {
      if (on === date && from <= time && time < to) open = kind === 'open';
    }
    return open;
  }

  function isHoliday(date: string): boolean {
    return calendar.holidays.some(({ on, days = 1 }) => {
      const offset = (Date.parse(date) - Date.parse(on)) / (1440 * MINUTE);
      return offset >= 0 && offset < days;
    });
  }

  function hoursOn(date: string): WeeklyHours {
    return calendar.overrides.findLast(({ from, to }) => from <= date && date <= to)?.hours ?? calendar.hours;
  }

  /** Return the worked milliseconds of `[start, end)`. */
  function elapsed(start: number, end: number): number {
    let worked = 0;
    for (let at = start; at < end; ) {
      const next = Math.min(end, Math.floor(at / MINUTE) * MINUTE + MINUTE);
      if (isOpen(at)) worked += next - at;
      at = next;
    }
    return worked;
  }

  /** Return the first instant by which `duration` has been worked. */
  function due(start: number, duration: number): number {
    let left = duration;
    for (let at = start; ; ) {
      const next = Math.floor(at / MINUTE) * MINUTE + MINUTE;
      if (isOpen(at)) {
        if (next - at >= left) return at + left;
        left -= next - at;
      }
      at = next;
    }
  }

  return { isOpen, elapsed, due };
}

function covers(intervals: WeeklyHours['sun'], time: string): boolean {
  return intervals?.some(([from, to]) => from <= time && time < to) ?? false;
}
