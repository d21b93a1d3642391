import type { WeekEstimates } from '#shared/domain/outreach/week/estimates.ts';
import type { WeekProgress } from '#shared/domain/outreach/week/release.ts';
import type { EvaluationWeek } from '#shared/domain/outreach/week/week.ts';

/** A drawn week with the results of its released calls. */
export interface ShownWeek {
  readonly week: EvaluationWeek;
  readonly progress: WeekProgress;
  readonly estimates: WeekEstimates;
  /** The estimates of the week before, if it had the same mode. */
  readonly before?: WeekEstimates | undefined;
}
