import { type RateCell, rateRatio } from '../statistics/rate-ratio.ts';
import type { Interval } from '../statistics/wilson.ts';
import type { SpeedCount } from './speed-counters.ts';
import type { Tally } from './tally.ts';

/** Below so many cases of one kind nothing is said. */
const FEWEST = 30;

export interface Estimate extends Interval {
  readonly value: number;
}

/** How much faster escalated cases were finished than comparable ones that were not escalated. */
export interface TimeSaved {
  /** Escalated cases that were finished at an age at which comparable ones were open, and the other way round. */
  readonly escalated: number;
  readonly comparable: number;
  /** How many times as fast. Below 1 they were slower. */
  readonly speed: Estimate;
  /** Mean working time from the escalation to the resolution. */
  readonly minutesAfter: number;
  /** The same had they not been escalated, at the speed of comparable cases. */
  readonly minutesOtherwise: Estimate;
  /** Working time that an escalation saved, per case. Negative when it took longer. */
  readonly savedMinutes: Estimate;
}

export interface Speed {
  /** Escalated cases that were resolved, comparable or not. */
  readonly escalated: number;
  /** Null when there are too few to compare. */
  readonly timeSaved: TimeSaved | null;
}

type Kind = readonly [type: string, department: string, priority: string];

/** Return the kinds of cases that occur: all combinations of type, department and priority. */
function kindsIn(counts: Tally): Kind[] {
  const kinds = new Map<string, Kind>();
  for (const what of ['plain', 'escalated'] as const)
    for (const [type] of counts.by('speed', what))
      for (const [department] of counts.by('speed', what, type))
        for (const [priority] of counts.by('speed', what, type, department))
          kinds.set(`${type}|${department}|${priority}`, [type, department, priority]);
  return [...kinds.values()];
}

const bandsOf = (counts: Tally, what: SpeedCount, kind: Kind): ReadonlyMap<number, number> =>
  new Map(counts.by('speed', what, ...kind).map(([band, count]) => [Number(band), count]));

const total = (bands: ReadonlyMap<number, number>): number =>
  [...bands.values()].reduce((sum, count) => sum + count, 0);

/**
 * Compare the cases of one kind that are open at the same working age, band by band. The time of a case before its
 * escalation counts for the others: a case has to be slow to be escalated, and is not slow because of it. Ends and
 * escalations within a band are at its middle on average, so that they count half of it, and a quarter when both are
 * in it.
 */
function cellsOf(counts: Tally, kind: Kind): RateCell[] {
  const plain = bandsOf(counts, 'plain', kind);
  const escalated = bandsOf(counts, 'escalated', kind);
  const finished = bandsOf(counts, 'finished', kind);
  const atOnce = bandsOf(counts, 'at-once', kind);
  let waiting = total(plain) + total(escalated);
  let after = 0;
  const bands = [...new Set([...plain.keys(), ...escalated.keys(), ...finished.keys()])].sort(
    (a, b) => a - b,
  );
  return bands.map((band) => {
    const ends = plain.get(band) ?? 0;
    const moved = escalated.get(band) ?? 0;
    const done = finished.get(band) ?? 0;
    const cell = {
      exposed: { ends: done, time: after + (moved - done) / 2 + (atOnce.get(band) ?? 0) / 4 },
      others: { ends, time: waiting - (ends + moved) / 2 },
    };
    waiting -= ends + moved;
    after += moved - done;
    return cell;
  });
}

const scaled = ({ value, low, high }: Estimate, by: number, less = 0): Estimate => ({
  ...{ value: value * by - less, low: low * by - less, high: high * by - less },
});

/**
 * Compare the duration of escalated cases after their escalation with that of comparable cases: of the same type,
 * department and priority, open at the same working age, and not escalated at that age. The speed is a ratio of rates.
 * A case that is finished r times as fast takes the r-th part of the time, so that without the escalation it would
 * have taken r times as long.
 */
export function speedOf(counts: Tally): Speed {
  const kinds = kindsIn(counts);
  const escalated = Math.max(0, counts.sum('speed', 'escalated'));
  const ratio = rateRatio(kinds.flatMap((kind) => cellsOf(counts, kind)));
  if (ratio === null || ratio.exposedEnds < FEWEST || ratio.otherEnds < FEWEST)
    return { escalated, timeSaved: null };
  const compared = kinds.filter((kind) => counts.sum('speed', 'plain', ...kind) > 0);
  const of = (measure: 'speed' | 'speed-after', ...before: string[]): number =>
    compared.reduce((sum, kind) => sum + counts.sum(measure, ...before, ...kind), 0);
  const minutesAfter = of('speed-after') / Math.max(1, of('speed', 'escalated'));
  const speed = { value: ratio.ratio, low: ratio.low, high: ratio.high };
  return {
    escalated,
    timeSaved: {
      ...{ escalated: ratio.exposedEnds, comparable: ratio.otherEnds, speed, minutesAfter },
      minutesOtherwise: scaled(speed, minutesAfter),
      savedMinutes: scaled(speed, minutesAfter, minutesAfter),
    },
  };
}
