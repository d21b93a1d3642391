import type { Case } from '../case.ts';
import type { Command, Decision } from '../command.ts';

/** Wrong entries about a case on one day after which nobody hears of it by entering digits. */
const MOST_FAILED_CHECKS = 6;

/** Whether digits may still be tried on a day; 10,000 combinations cannot be gone through six a day. */
export const mayCheck = ({ failedChecks }: Pick<Case, 'failedChecks'>, day: string): boolean =>
  failedChecks?.day !== day || failedChecks.count < MOST_FAILED_CHECKS;

/** A wrong entry is counted, over all calls of the day; nothing else of the case changes, and nobody is told. */
export function failCheck(state: Case, { day }: Extract<Command, { do: 'fail-check' }>): Decision {
  const { failedChecks } = state;
  const count = failedChecks?.day === day ? failedChecks.count + 1 : 1;
  return { case: { ...state, failedChecks: { day, count } }, events: [] };
}
