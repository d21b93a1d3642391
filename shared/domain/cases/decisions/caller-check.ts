import type { Case } from '../case.ts';
import type { CaseCommand, Decision } from '../case-command.ts';

/** Maximum number of failed checks of one case on one day. After it, digits are no longer accepted. */
const MOST_FAILED_CHECKS = 6;

/**
 * Return true when another check is allowed on this day. Six attempts a day do not get through 10,000
 * combinations.
 */
export const mayCheck = ({ failedChecks }: Pick<Case, 'failedChecks'>, day: string): boolean =>
  failedChecks?.day !== day || failedChecks.count < MOST_FAILED_CHECKS;

/** Count a failed check, over all calls of the day. Nothing else changes, and no event is published. */
export function failCheck(state: Case, { day }: Extract<CaseCommand, { do: 'fail-check' }>): Decision {
  const { failedChecks } = state;
  const count = failedChecks?.day === day ? failedChecks.count + 1 : 1;
  return { case: { ...state, failedChecks: { day, count } }, events: [] };
}
