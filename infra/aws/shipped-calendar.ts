import type { Calendar } from '#shared/domain/sla/calendar.ts';
import { defaultSettings } from '#shared/settings/default-settings.ts';
import { readSettings } from '#shared/settings/read-settings.ts';

/** Return the shipped calendar. Connect uses it until the first hourly synchronisation. */
export function shippedCalendar(): Calendar {
  const { desk, calendars } = readSettings(defaultSettings);
  const calendar = calendars.find(({ id }) => id === desk.calendar);
  if (!calendar) throw new Error(`settings.desk.calendar: there is no calendar "${desk.calendar}"`);
  return calendar;
}
