import { formatDate, parseDate, sundayOf } from '../sla/local-date.ts';
import type { DayLine } from './tally.ts';

/** More days than this are shown by week, and more than this by month. */
const MOST_SINGLE_DAYS = 62;
const MOST_DAYS_BY_WEEK = 400;

export type Grouping = 'day' | 'week' | 'month';

const START: Readonly<Record<Grouping, (day: string) => string>> = {
  day: (day) => day,
  week: (day) => formatDate(sundayOf(parseDate(day))),
  month: (day) => `${day.slice(0, 8)}01`,
};

/** The days from one day to another, both included. */
export interface GroupLine extends DayLine {
  readonly last: string;
}

/**
 * Add up the days of a long period by week, from Sunday, or by month, so that a drawing of them can be read. `day`
 * and `last` are the days of each group; the first and the last group may be a part.
 */
export function groupedLines(days: readonly DayLine[]): { by: Grouping; lines: readonly GroupLine[] } {
  const by = days.length <= MOST_SINGLE_DAYS ? 'day' : days.length <= MOST_DAYS_BY_WEEK ? 'week' : 'month';
  const groups = new Map<string, GroupLine>();
  for (const { day, opened, resolved } of days) {
    const start = START[by](day);
    const group = groups.get(start) ?? { day, last: day, opened: 0, resolved: 0 };
    groups.set(start, {
      ...{ day: group.day, last: day },
      ...{ opened: group.opened + opened, resolved: group.resolved + resolved },
    });
  }
  return { by, lines: [...groups.values()] };
}
