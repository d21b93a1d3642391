import { WEEKDAYS, type Weekday } from '../sla/calendar.ts';
import { parseDate, weekdayOf } from '../sla/local-date.ts';
import type { Measure } from './counter-name.ts';
import type { DayFigures } from './day-figures.ts';

/** Opened cases by weekday and local hour. `most` is the largest number of one hour. */
export interface HeatMap {
  readonly rows: readonly { readonly weekday: Weekday; readonly hours: readonly number[] }[];
  readonly most: number;
}

const OPENED_HOUR: Measure = 'opened-hour';
const HOURS = 24;

/** Sum the opened cases of some days by weekday and hour. */
export function heatMapOf(days: readonly Pick<DayFigures, 'day' | 'counts'>[]): HeatMap {
  const rows = WEEKDAYS.map((weekday) => ({ weekday, hours: Array.from({ length: HOURS }, () => 0) }));
  for (const { day, counts } of days) {
    const row = rows.find(({ weekday }) => weekday === weekdayOf(parseDate(day)));
    for (const [name, count] of Object.entries(counts)) {
      const [measure, hour = ''] = name.split('|', 2);
      if (row && measure === OPENED_HOUR) row.hours[Number(hour)] = (row.hours[Number(hour)] ?? 0) + count;
    }
  }
  return { rows, most: Math.max(0, ...rows.flatMap(({ hours }) => hours)) };
}
