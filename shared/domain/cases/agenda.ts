import type { Rules } from '#shared/domain/rules.ts';
import { type Case, isActive } from './case.ts';
import { deadlinesOf, tiersDue } from './clocks.ts';
import { heldUntil } from './decisions/hand-over.ts';
import { acknowledgementAt } from './decisions/withheld-acknowledgement.ts';

type Planned = Omit<Case, 'nextDueAt' | 'deadlineAt'>;

const surveyAt = ({ survey, status }: Planned): number | null =>
  status === 'resolved' && survey?.state === 'planned' ? survey.at : null;

const closingAt = ({ resolution, status, outside }: Planned, rules: Rules): number | null =>
  status === 'resolved' && resolution
    ? (heldUntil({ status, ...(outside && { outside }) }) ?? resolution.at + rules.desk.closeAfterMs)
    : null;

/**
 * Return when the sweep must next look at the case: the end of a held reply, the next escalation tier, a withheld
 * acknowledgement, the survey, the closing, or the question to the outside body that holds it.
 * Return undefined when time alone changes nothing.
 */
export function nextDueAt(state: Planned, rules: Rules, now: number): number | undefined {
  if (state.erased || state.merged) return undefined;
  // The held reply may meet the deadline that comes due before it is sent.
  if (state.heldReply) return state.heldReply.until;
  const tier = isActive(state.status) ? tiersDue(state, rules, now) : { passed: [], nextAt: null };
  // A tier that has already passed, for example after a change of policy, is due now.
  const at = tier.passed.length > 0 ? now : tier.nextAt;
  const times = [at, acknowledgementAt(state), surveyAt(state), closingAt(state, rules)].filter(
    (time) => time !== null,
  );
  return times.length === 0 ? undefined : Math.min(...times);
}

/** Return the nearest deadline that runs, or undefined while none does. */
export function deadlineAt(state: Planned, rules: Rules, now: number): number | undefined {
  if (state.erased || state.merged || !isActive(state.status)) return undefined;
  const deadlines = Object.values(deadlinesOf(state, rules, now));
  return deadlines.length === 0 ? undefined : Math.min(...deadlines);
}
