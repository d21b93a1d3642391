import type { Action } from '../flow-language.ts';
import type { ActionResult, Machine } from './machine.ts';

/**
 * Return the result of an action that is not simulated. The world may give it. Otherwise the action succeeds,
 * and of several success results the first one in the flow is taken.
 */
export function standIn({ Identifier, Type, Transitions }: Action, machine: Machine): ActionResult {
  machine.notSimulated.push(`${Type} (${Identifier})`);
  const given = machine.world.result({ block: Identifier, type: Type });
  const errors = Transitions.Errors ?? [];
  if (given !== undefined)
    return errors.some(({ ErrorType }) => ErrorType === given)
      ? { kind: 'error', type: given }
      : { kind: 'result', value: given };
  const first = Transitions.Conditions?.[0]?.Condition.Operands[0];
  return first === undefined ? { kind: 'next' } : { kind: 'result', value: first };
}
