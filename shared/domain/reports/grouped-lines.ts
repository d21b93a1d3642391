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

/** A group of days: where it starts, and the first and the last day of it that is in the period. */
export interface GroupLine extends DayLine {
  readonly first: string;
  readonly last: string;
}

/**
 * Add up the days of a long period by week, from Sunday, or by month, so that a drawing of them can be read. `day`
 * is the start of each group; the first and the last group may be a part.
 */
export function groupedLines(days: readonly DayLine[]): { by: Grouping; lines: readonly GroupLine[] } {
  const by = days.length <= MOST_SINGLE_DAYS ? 'day' : days.length <= MOST_DAYS_BY_WEEK ? 'week' : 'month';
  const groups = new Map<string, GroupLine>();
  for (const { day, opened, resolved } of days) {
    const start = START[by](day);
    const group = groups.get(start) ?? { day: start, first: day, last: day, opened: 0, resolved: 0 };
    groups.set(start, {
      ...{ day: start, first: group.first, last: day },
      ...{ opened: group.opened + opened, resolved: group.resolved + resolved },
    });
  }
  return { by, lines: [...groups.values()] };
}
