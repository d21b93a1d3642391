import type { Case } from '../case.ts';
import type { CaseCommand } from '../case-command.ts';
import type { Decision } from '../decision.ts';

/**
 * Maximum number of wrong codes for one case, one caller and one day. A stranger who enters wrong codes does not
 * lock out the owner.
 */
const MOST_FAILED_CHECKS = 6;
/** The number of callers that are counted. Six wrong codes each do not get through a million. */
const MOST_CALLERS = 40;

const countsOn = ({ failedChecks }: Pick<Case, 'failedChecks'>, day: string): Record<string, number> =>
  failedChecks?.day === day ? { ...failedChecks.counts } : {};

/** Return true when this caller may enter another code for this case on this day. */
export function mayCheck(state: Pick<Case, 'failedChecks'>, day: string, caller: string): boolean {
  const counts = countsOn(state, day);
  const made = counts[caller];
  return made === undefined ? Object.keys(counts).length < MOST_CALLERS : made < MOST_FAILED_CHECKS;
}

/** Count a wrong code of a caller, over all calls of the day. Nothing else changes, and no event is published. */
export function failCheck(
  state: Case,
  { day, caller }: Extract<CaseCommand, { do: 'fail-check' }>,
): Decision {
  const counts = countsOn(state, day);
  counts[caller] = (counts[caller] ?? 0) + 1;
  return { case: { ...state, failedChecks: { day, counts } }, events: [] };
}
