import type { Action } from '../flow-language.ts';
import type { ActionResult } from './machine.ts';
import { holds } from './operators.ts';

/** The branch that an action takes, and its target. */
export interface Taken {
  readonly branch: string;
  readonly target?: string;
}

function errorBranch({ Transitions }: Action, type: string): Taken {
  const errors = Transitions.Errors ?? [];
  const own = errors.find(({ ErrorType }) => ErrorType === type);
  if (own !== undefined) return { branch: type, target: own.NextAction };
  if (type === 'NoMatchingCondition' && Transitions.NextAction !== undefined)
    return { branch: 'next', target: Transitions.NextAction };
  const general = errors.find(({ ErrorType }) => ErrorType === 'NoMatchingError');
  return general === undefined ? { branch: type } : { branch: type, target: general.NextAction };
}

/** Take the first condition that matches. Without conditions, take the next action. */
function resultBranch(action: Action, value: string, fill: (operand: string) => string): Taken {
  const { Conditions = [], NextAction } = action.Transitions;
  const met = Conditions.find(({ Condition }) => holds(Condition, value, fill));
  if (met !== undefined) return { branch: met.Condition.Operands.join(' '), target: met.NextAction };
  if (Conditions.length === 0 && NextAction !== undefined) return { branch: 'next', target: NextAction };
  return errorBranch(action, 'NoMatchingCondition');
}

/**
 * Choose the branch as Connect does: conditions in order, then the branch of the error, then the general one.
 * `fill` resolves the references of an operand.
 */
export function branchOf(action: Action, result: ActionResult, fill: (operand: string) => string): Taken {
  if (result.kind === 'error') return errorBranch(action, result.type);
  if (result.kind === 'result') return resultBranch(action, result.value, fill);
  const { NextAction } = action.Transitions;
  return NextAction === undefined ? { branch: 'next' } : { branch: 'next', target: NextAction };
}
