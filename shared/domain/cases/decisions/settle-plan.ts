import { type Case, isActive } from '../case.ts';
import type { CaseCommand } from '../case-command.ts';
import type { Deciding } from '../context.ts';
import { type CaseStep, unchanged } from './case-step.ts';
import { planContinued, planEnded } from './plan-steps.ts';

/**
 * Keep the plan of an investor with its case, whichever command changes the status: the plan ends when the case ends,
 * and continues when the case that ended it is reopened.
 */
export function settlePlan(
  before: Case | undefined,
  step: CaseStep,
  command: CaseCommand,
  context: Deciding,
): CaseStep {
  const { case: after } = step;
  const by = 'by' in command ? command.by : 'rida';
  const follows = isActive(after.status)
    ? reopenedPlan(before, after)
      ? planContinued(after, by, context)
      : unchanged(after)
    : planEnded(after, { how: 'case-ended', by, at: context.now });
  return follows.case === after ? step : { case: follows.case, events: [...step.events, ...follows.events] };
}

const reopenedPlan = (before: Case | undefined, { plan, segment }: Case): boolean =>
  before !== undefined &&
  !isActive(before.status) &&
  plan?.ended?.how === 'case-ended' &&
  segment === 'investor';
