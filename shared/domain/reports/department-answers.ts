import { type Share, wilson } from '../statistics/wilson.ts';
import type { Tally } from './tally.ts';
import { quantile } from './time-bucket.ts';

/** The requests to a department: the time that it was given, and how it answered. */
export interface DepartmentAnswers {
  readonly department: string;
  /** Requests, those passed on by another department included. */
  readonly asked: number;
  /** Answers within the time given first, and within time that was granted later. */
  readonly inTime: number;
  readonly extended: number;
  /** Requests whose time passed without an answer, answered since or not. */
  readonly missed: number;
  /** Of the requests whose time was met or passed, those answered within the time given first. */
  readonly kept: Share | null;
  /** The department's own working minutes to half of its answers. */
  readonly medianMinutes: number | null;
  /** Wishes for more time, questions passed on to others, and words after an answer. */
  readonly timeAsked: number;
  readonly passedOn: number;
  readonly wroteAgain: number;
}

/** Return the requests to one department. */
export function departmentAnswersOf(counts: Tally, department: string): DepartmentAnswers {
  const sum = (when: string): number => counts.sum('department-answer', when, department);
  const inTime = sum('in-time');
  const extended = sum('extended');
  // A request counts as missed when its time passes, so that an open one is not hidden until it is answered.
  const missed = Math.max(sum('late'), counts.sum('breached', 'department', department));
  const worked = counts.by('department-worked', department);
  return {
    ...{ department, inTime, extended, missed },
    asked: counts.sum('department-asked', department),
    kept: wilson(inTime, inTime + extended + missed),
    medianMinutes: quantile(new Map(worked.map(([bucket, count]) => [Number(bucket), count])), 0.5),
    timeAsked: counts.sum('department-time', 'asked', department),
    passedOn: counts.sum('department-passed', department),
    wroteAgain: counts.sum('department-wrote', 'answered', department),
  };
}

/** Return the ids of the departments that were asked or answered, the most asked first. */
export const departmentsAsked = (counts: Tally): string[] => [
  ...new Set(
    [
      ...counts.by('department-asked'),
      ...['in-time', 'extended', 'late'].flatMap((when) => counts.by('department-answer', when)),
    ].map(([name]) => name),
  ),
];

/** Return the departments that were asked or answered, the most asked first. */
export const departmentAnswers = (counts: Tally): DepartmentAnswers[] =>
  departmentsAsked(counts).map((name) => departmentAnswersOf(counts, name));
