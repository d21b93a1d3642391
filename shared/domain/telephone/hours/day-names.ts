import type { Weekday } from '../../sla/calendar.ts';

/** Names of weekdays in the Connect API. */
export const DAY_NAMES = {
  sun: 'SUNDAY',
  mon: 'MONDAY',
  tue: 'TUESDAY',
  wed: 'WEDNESDAY',
  thu: 'THURSDAY',
  fri: 'FRIDAY',
  sat: 'SATURDAY',
} as const satisfies Record<Weekday, string>;
