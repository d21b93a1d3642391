import { keepNewest } from '../keep-newest.ts';
import type { DayFigures } from './day-figures.ts';
import { daysOf, type Period } from './period.ts';
import { Sums, type Tally } from './tally.ts';

const isWithin = ({ from, to }: Period, day: string): boolean => day >= from && day <= to;

const summed = (days: readonly DayFigures[], sums = new Sums()): Sums => {
  for (const one of days) sums.add(one);
  return sums;
};

/** Sums that are remembered: those of the months, the weeks of the trend and the parts of two periods. */
const MOST_KEPT = 160;
const kept = new Map<string, Sums>();
/** A number for each day that was read. A day of which something changed is another object. */
const numbers = new WeakMap<DayFigures, number>();
let highest = 0;

function numberOf(day: DayFigures): number {
  const given = numbers.get(day);
  if (given !== undefined) return given;
  highest += 1;
  numbers.set(day, highest);
  return highest;
}

/**
 * Sum days, or return their sums of before. A store that returns the same object for a day as long as nothing of it
 * changes lets them be summed once.
 */
function remembered(days: readonly DayFigures[]): Sums {
  const key = days.map(numberOf).join(' ');
  const sums = kept.get(key) ?? summed(days);
  keepNewest(kept, key, sums, MOST_KEPT);
  return sums;
}

const eachDay = (period: Period): Sums =>
  summed(daysOf(period).map((day) => ({ day, shard: 0, version: 0, counts: {} })));

/** Return the sums of days that are likely to be asked for again. */
export const tallyAgain = (days: readonly DayFigures[]): Tally => remembered(days).tally();

/** Counted days of which several periods are summed. A period takes the sums of whole months instead of their days. */
export class SummedDays {
  readonly #days: readonly DayFigures[];
  readonly #months: readonly (readonly DayFigures[])[];

  /** @param days in order of time, from any shard */
  constructor(days: readonly DayFigures[]) {
    this.#days = days;
    this.#months = [...Map.groupBy(days, ({ day }) => day.slice(0, 'YYYY-MM'.length)).values()];
  }

  /** Return the counted days of a period. */
  within(period: Period): readonly DayFigures[] {
    return this.#days.filter(({ day }) => isWithin(period, day));
  }

  /** Return the sums of a period. Each of its days is present, also one without events. */
  tally(period: Period): Tally {
    const sums = eachDay(period);
    for (const days of this.#months) {
      const inside = days.filter(({ day }) => isWithin(period, day));
      if (inside.length === days.length) sums.addAll(remembered(days));
      else summed(inside, sums);
    }
    return sums.tally();
  }

  /** Return the sums of a week, which the same trend asks for again. Null when none of its days was counted. */
  week(period: Period): Tally | null {
    const days = this.within(period);
    return days.length === 0 ? null : tallyAgain(days);
  }
}
