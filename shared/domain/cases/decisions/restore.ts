import type { Case } from '../case.ts';
import type { Decision } from '../case-command.ts';
import type { Deciding } from '../context.ts';
import { isForSupervisor, isSetAside } from '../set-aside.ts';
import type { CommandOf } from './case-step.ts';

/**
 * Restore a case that a verdict closed: start its clocks now, in the department of its category. Only a
 * supervisor may restore a case with a virus verdict, because that makes its files accessible, and machine mail,
 * which is theirs to look through.
 */
export function restore(state: Case, command: CommandOf<'restore'>, { now, rules }: Deciding): Decision {
  if (!isSetAside(state)) return { rejected: 'not-set-aside' };
  const { quarantine: reason, closing: _, ...rest } = state;
  if (isForSupervisor(reason) && !command.bySupervisor) return { rejected: 'needs-supervisor' };
  const department = rules.categories.get(state.category)?.department ?? state.department;
  const { by } = command;
  const { type, channel } = state;
  return {
    case: { ...rest, department, status: 'new', facts: [{ at: now, type: 'opened' }] },
    events: [
      { type: 'rida.case.restored.v1', data: { by, reason: reason ?? '', type, channel, department } },
    ],
  };
}
