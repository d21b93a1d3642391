import { parseDate } from '../sla/local-date.ts';
import { counterName, type Measure } from './counter-name.ts';
import type { DayFigures } from './day-figures.ts';

/** Days since the opening: the upper bounds of the groups of age. The last group has none. */
const AGE_BOUNDS = [1, 3, 7, 14, 30, 90] as const;

/** Open cases of one group of age, in whole days since their opening. `to` is null for the oldest group. */
export interface AgeGroup {
  readonly from: number;
  readonly to: number | null;
  readonly count: number;
}

/** The cases that are open at the end of a day. */
export interface Backlog {
  readonly open: number;
  /** The day on which the oldest of them was opened, `YYYY-MM-DD`. */
  readonly oldest: string | null;
  readonly ages: readonly AgeGroup[];
  /** Cases opened from this day on are known; null when none are. */
  readonly since: string | null;
}

const prefix = (measure: Measure): string => `${counterName(measure)}|`;
const ARRIVED = prefix('arrived');
const OPENED = prefix('opened');
const LEFT = prefix('left');

/** Return the open cases by the day of their opening, earliest first. Only days with open cases are present. */
function openByDay(days: readonly Pick<DayFigures, 'day' | 'counts'>[], today: string): [string, number][] {
  const open = new Map<string, number>();
  const add = (day: string, by: number) => open.set(day, (open.get(day) ?? 0) + by);
  for (const { day, counts } of days) {
    if (day > today) continue;
    for (const [name, count] of Object.entries(counts)) {
      if (name.startsWith(OPENED)) add(day, count);
      else if (name.startsWith(LEFT)) add(name.slice(LEFT.length), -count);
    }
  }
  // A restored case counts as opened on a later day than the one it leaves.
  let owed = 0;
  return [...open]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([day, count]): [string, number][] => {
      const left = count + owed;
      owed = Math.min(0, left);
      return left > 0 ? [[day, left]] : [];
    });
}

const firstDay = (days: readonly Pick<DayFigures, 'day' | 'counts'>[]): string | null =>
  days.reduce<string | null>(
    (first, { day, counts }) =>
      (first === null || day < first) && Object.keys(counts).some((name) => name.startsWith(ARRIVED))
        ? day
        : first,
    null,
  );

/**
 * Compute the open cases at the end of a day and their age, from the counters of the days before. Cases that were
 * opened before the first counted arrival are left out, because their end was not counted.
 *
 * @param days counted days, in any order and from any shard
 * @param today `YYYY-MM-DD`; later days are ignored
 */
export function backlogOf(days: readonly Pick<DayFigures, 'day' | 'counts'>[], today: string): Backlog {
  const since = firstDay(days);
  const open = since === null ? [] : openByDay(days, today).filter(([day]) => day >= since);
  const age = (day: string): number => parseDate(today) - parseDate(day);
  const bounds: readonly (number | null)[] = [...AGE_BOUNDS, null];
  const ages = bounds.map((to, at): AgeGroup => {
    const from = at === 0 ? 0 : (bounds[at - 1] ?? 0) + 1;
    const inside = open.filter(([day]) => age(day) >= from && (to === null || age(day) <= to));
    return { from, to, count: inside.reduce((sum, [, count]) => sum + count, 0) };
  });
  return {
    open: open.reduce((sum, [, count]) => sum + count, 0),
    oldest: open[0]?.[0] ?? null,
    ages,
    since,
  };
}

/** Return how many of the open cases were opened more than so many days ago. The days are a bound of the groups. */
export const openLongerThan = ({ ages }: Pick<Backlog, 'ages'>, days: (typeof AGE_BOUNDS)[number]): number =>
  ages.filter(({ from }) => from > days).reduce((sum, { count }) => sum + count, 0);
