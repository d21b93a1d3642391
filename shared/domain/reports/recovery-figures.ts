import type { RecoveryOutcome } from '#events/task-vocabulary.ts';
import { type Share, wilson } from '../statistics/wilson.ts';
import { REACHED } from '../tasks/recovery.ts';
import type { Tally } from './tally.ts';
import { type Buckets, quantile } from './time-bucket.ts';
import { bucketsOf } from './times.ts';

/** The dissatisfied answers of one department or service. */
export interface LoopLine {
  readonly id: string;
  readonly opened: number;
  readonly closed: Share | null;
  readonly inTime: Share | null;
}

/** The dissatisfied answers of a period, and how many of their persons were reached since. */
export interface Loops {
  readonly opened: number;
  /** Of the answers, those whose person was reached. */
  readonly closed: Share | null;
  /** Of the answers, those whose person was reached by the due time. */
  readonly inTime: Share | null;
  /** Median working time from the answer until the person was reached. */
  readonly medianMinutes: number | null;
  /** The working minutes of all of them, by bucket. */
  readonly worked: Buckets;
  readonly outcomes: readonly { readonly outcome: RecoveryOutcome; readonly count: number }[];
  readonly departments: readonly LoopLine[];
  readonly services: readonly LoopLine[];
}

/** A part of a whole. Events of the two may arrive apart, so that a part is never above its whole. */
const partOf = (part: number, whole: number): Share | null =>
  wilson(Math.min(Math.max(0, part), Math.max(0, whole)), Math.max(0, whole));

/** Compute the recoveries of a period. Every number belongs to the day of its answer. */
export function loopsOf(counts: Tally): Loops {
  const closedIn = (...department: string[]): number =>
    REACHED.reduce((sum, outcome) => sum + counts.sum('loop-ended', outcome, ...department), 0);
  const opened = Math.max(0, counts.sum('loop-opened'));
  const worked = bucketsOf(counts, 'loop-worked');
  const about = (what: string, id: string): number => counts.sum('loop-about', what, id);
  return {
    opened,
    closed: partOf(closedIn(), opened),
    inTime: partOf(counts.sum('loop-in-time'), opened),
    ...{ worked, medianMinutes: quantile(worked, 0.5) },
    outcomes: counts
      .by('loop-ended')
      .map(([outcome, count]) => ({ outcome: outcome as RecoveryOutcome, count })),
    departments: counts.by('loop-opened').flatMap(([id, count]) =>
      count <= 0
        ? []
        : [
            {
              ...{ id, opened: count, closed: partOf(closedIn(id), count) },
              inTime: partOf(counts.sum('loop-in-time', id), count),
            },
          ],
    ),
    services: counts.by('loop-about', 'opened').flatMap(([id, count]) =>
      count <= 0
        ? []
        : [
            {
              ...{ id, opened: count, closed: partOf(about('closed', id), count) },
              inTime: partOf(about('in-time', id), count),
            },
          ],
    ),
  };
}
