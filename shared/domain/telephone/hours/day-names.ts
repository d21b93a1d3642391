import type { Weekday } from '../../sla/calendar.ts';

/** Weekdays as switchboards write them. */
export const DAY_NAMES = {
  sun: 'SUNDAY',
  mon: 'MONDAY',
  tue: 'TUESDAY',
  wed: 'WEDNESDAY',
  thu: 'THURSDAY',
  fri: 'FRIDAY',
  sat: 'SATURDAY',
} as const satisfies Record<Weekday, string>;
