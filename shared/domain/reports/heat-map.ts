import { WEEKDAYS, type Weekday } from '../sla/calendar.ts';
import { parseDate, weekdayOf } from '../sla/local-date.ts';
import { counterName } from './counter-name.ts';
import type { DayFigures } from './day-figures.ts';

/** Opened cases by weekday and local hour. `most` is the largest number of one hour. */
export interface HeatMap {
  readonly rows: readonly { readonly weekday: Weekday; readonly hours: readonly number[] }[];
  readonly most: number;
}

const HOURS = 24;
/** The counters of the hours. Looking each of them up is faster than reading all counters of a day. */
const NAMES = Array.from({ length: HOURS }, (_, hour) =>
  counterName('opened-hour', String(hour).padStart(2, '0')),
);

/** Sum the opened cases of some days by weekday and hour. */
export function heatMapOf(days: readonly Pick<DayFigures, 'day' | 'counts'>[]): HeatMap {
  const rows = WEEKDAYS.map((weekday) => ({ weekday, hours: Array.from({ length: HOURS }, () => 0) }));
  for (const { day, counts } of days) {
    const weekdayOfDay = weekdayOf(parseDate(day));
    const row = rows.find(({ weekday }) => weekday === weekdayOfDay);
    for (const [hour, name] of NAMES.entries())
      if (row) row.hours[hour] = (row.hours[hour] ?? 0) + (counts[name] ?? 0);
  }
  return { rows, most: Math.max(0, ...rows.flatMap(({ hours }) => hours)) };
}
