import { parseDate } from '../sla/local-date.ts';
import { counterName } from './counter-name.ts';
import type { DayFigures } from './day-figures.ts';
import type { Tally } from './tally.ts';

/** Days since the opening: the upper bounds of the groups of age. The last group has none. */
const AGE_BOUNDS = [1, 3, 7, 14, 30, 90] as const;

/** Open cases of one group of age, in whole days since their opening. `to` is null for the oldest group. */
export interface AgeGroup {
  readonly from: number;
  readonly to: number | null;
  readonly count: number;
  /** Open cases of all older groups. */
  readonly older: number;
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

const ARRIVED = `${counterName('arrived')}|`;

/** Return the open cases by the day of their opening, earliest first. Only days with open cases are present. */
function openByDay(parts: readonly Tally[]): [string, number][] {
  const open = new Map<string, number>();
  const add = (day: string, by: number) => open.set(day, (open.get(day) ?? 0) + by);
  for (const counts of parts) {
    for (const { day, opened } of counts.perDay) add(day, opened);
    for (const [day, left] of counts.by('left')) add(day, -left);
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

const total = (days: readonly (readonly [string, number])[]): number =>
  days.reduce((sum, [, count]) => sum + count, 0);

/** Return the first day with a counted arrival. */
export const firstArrival = (days: readonly Pick<DayFigures, 'day' | 'counts'>[]): string | null =>
  days.reduce<string | null>(
    (first, { day, counts }) =>
      (first === null || day < first) && Object.keys(counts).some((name) => name.startsWith(ARRIVED))
        ? day
        : first,
    null,
  );

/**
 * Compute the open cases at the end of a day and their age, from the counters of parts of the time before, each day in
 * one of them. Cases that were opened before the first counted arrival are left out, because their end was not counted.
 *
 * @param since the first counted arrival
 * @param today `YYYY-MM-DD`, the last day of the parts
 */
export function backlogFrom(
  parts: readonly Tally[],
  { since, today }: { readonly since: string | null; readonly today: string },
): Backlog {
  const open = since === null ? [] : openByDay(parts).filter(([day]) => day >= since);
  const age = (day: string): number => parseDate(today) - parseDate(day);
  const bounds: readonly (number | null)[] = [...AGE_BOUNDS, null];
  const ages = bounds.map((to, at): AgeGroup => {
    const from = at === 0 ? 0 : (bounds[at - 1] ?? 0) + 1;
    const inside = open.filter(([day]) => age(day) >= from && (to === null || age(day) <= to));
    const older = to === null ? [] : open.filter(([day]) => age(day) > to);
    return { from, to, count: total(inside), older: total(older) };
  });
  return {
    open: total(open),
    oldest: open[0]?.[0] ?? null,
    ages,
    since,
  };
}

/** Return how many of the open cases were opened more than so many days ago. The days are a bound of the groups. */
export const openLongerThan = ({ ages }: Pick<Backlog, 'ages'>, days: (typeof AGE_BOUNDS)[number]): number =>
  ages.filter(({ from }) => from > days).reduce((sum, { count }) => sum + count, 0);
