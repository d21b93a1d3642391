import type { Calendar } from '#shared/domain/sla/calendar.ts';
import { defaultSettings } from '#shared/settings/default-settings.ts';
import { readSettings } from '#shared/settings/read-settings.ts';

/** The calendar a centre starts with: what Connect goes by until the first hour has passed. */
export function shippedCalendar(): Calendar {
  const { desk, calendars } = readSettings(defaultSettings);
  const calendar = calendars.find(({ id }) => id === desk.calendar);
  if (!calendar) throw new Error(`settings.desk.calendar: no calendar "${desk.calendar}"`);
  return calendar;
}
