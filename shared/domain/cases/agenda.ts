import type { Rules } from '#shared/domain/rules.ts';
import { type Case, isActive } from './case.ts';
import { tiersDue } from './clocks.ts';

type Planned = Omit<Case, 'nextDueAt'>;

const surveyAt = ({ survey, status }: Planned): number | null =>
  status === 'resolved' && survey?.state === 'planned' ? survey.at : null;

const closingAt = ({ resolution, status }: Planned, rules: Rules): number | null =>
  status === 'resolved' && resolution ? resolution.at + rules.desk.closeAfterMs : null;

/**
 * When the sweep must look at the case next: the next tier of its ladder, its survey, or its closing.
 * Undefined when time alone changes nothing.
 */
export function nextDueAt(state: Planned, rules: Rules, now: number): number | undefined {
  if (state.erased || state.merged) return undefined;
  const tier = isActive(state.status) ? tiersDue(state, rules, now) : { passed: [], nextAt: null };
  // A tier that has passed already, say because the policy changed, is due at once.
  const at = tier.passed.length > 0 ? now : tier.nextAt;
  const times = [at, surveyAt(state), closingAt(state, rules)].filter((time) => time !== null);
  return times.length === 0 ? undefined : Math.min(...times);
}
