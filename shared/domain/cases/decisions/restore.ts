import type { Case } from '../case.ts';
import type { Deciding } from '../context.ts';
import type { Decision } from '../decision.ts';
import { isForSupervisor, isSetAside, runsNoClock } from '../set-aside.ts';
import { type CommandOf, factIds } from './case-step.ts';

/** A newsletter that is a real matter: its clocks run from its opening, and passed tiers do not escalate. */
function begin(state: Case, { by }: CommandOf<'restore'>, { recordedAt }: Deciding): Decision {
  const { automatic, ...rest } = state;
  const { type, channel, department, category, segment, language } = state;
  const data = {
    ...{ by, reason: automatic ?? '', type, channel, department, category, segment, language },
    ...factIds(state),
  };
  return {
    case: { ...rest, facts: [...state.facts, { at: recordedAt, type: 'terms' }] },
    events: [{ type: 'rida.case.restored.v1', data: { ...data, isCounted: true } }],
  };
}

/**
 * Restore a case that a verdict closed: start its clocks now, in the department of its category. Only a
 * supervisor may restore a case with a virus verdict, because that makes its files accessible, and machine mail,
 * which is theirs to look through. Anybody may start the clocks of a newsletter.
 */
export function restore(state: Case, command: CommandOf<'restore'>, context: Deciding): Decision {
  if (runsNoClock(state)) return begin(state, command, context);
  if (!isSetAside(state)) return { rejected: 'not-set-aside' };
  const { now, rules } = context;
  const { quarantine: reason, closing: _, ...rest } = state;
  if (isForSupervisor(reason) && !command.bySupervisor) return { rejected: 'needs-supervisor' };
  const department = rules.categories.get(state.category)?.department ?? state.department;
  const { by } = command;
  const { type, channel, category, segment, language } = state;
  const data = {
    ...{ by, reason: reason ?? '', type, channel, department, category, segment, language },
    ...factIds(state),
  };
  return {
    case: { ...rest, department, status: 'new', facts: [{ at: now, type: 'opened' }] },
    events: [{ type: 'rida.case.restored.v1', data }],
  };
}
