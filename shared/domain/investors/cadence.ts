import type { CompiledCalendar } from '../sla/compile.ts';
import { endOfWorkingDayAfter, endOfWorkingDayBefore } from '../sla/working-days.ts';
import { type FollowUpPlan, openObstacles, openProcedures } from './plan.ts';

/**
 * Working days until the next contact. The shortest leaves a whole working day between the escalation of a missed
 * contact and its due time.
 */
const CADENCE = { usual: 5, urgent: 3, soonest: 2 } as const;

/** Something is late or held up, so that the investor is called sooner. */
const isUrgent = (plan: Pick<FollowUpPlan, 'procedures' | 'obstacles'>, now: number): boolean =>
  openObstacles(plan).length > 0 || openProcedures(plan).some(({ dueAt }) => dueAt < now);

type Asked = Pick<FollowUpPlan, 'state' | 'procedures' | 'obstacles'>;

/**
 * Return when the next contact after `from` is due: at the end of the fifth working day, of the third while something
 * is late or held up, and of the second for the closing call. A procedure that is due before brings it forward to the
 * working day before, but not nearer than two working days.
 *
 * @param from the contact before, or the beginning of the plan, epoch milliseconds
 */
export function nextTouchAt(calendar: CompiledCalendar, plan: Asked, from: number): number {
  const after = (days: number): number => endOfWorkingDayAfter(calendar, from, days);
  const soonest = after(CADENCE.soonest);
  if (plan.state === 'closing') return soonest;
  const usual = after(isUrgent(plan, from) ? CADENCE.urgent : CADENCE.usual);
  const deadlines = openProcedures(plan)
    .filter(({ dueAt }) => dueAt > from && dueAt <= usual)
    .map(({ dueAt }) => endOfWorkingDayBefore(calendar, dueAt, 1));
  return Math.max(soonest, Math.min(usual, ...deadlines));
}
