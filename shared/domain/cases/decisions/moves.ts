import type { DataOf } from '#events/registry.ts';
import type { Actor, CaseStatus } from '#events/vocabulary.ts';
import type { Case } from '../case.ts';
import type { Deciding } from '../context.ts';
import { askOwnDepartment, mayNotAsk, withdrawRequests } from './department.ts';
import { inStatus } from './status.ts';
import { informed, type Step, through, unchanged } from './step.ts';

type Because = DataOf<'rida.case.reopened.v1'>['because'];

/**
 * The case in another status of work. Waiting for the department means that it was asked something, and
 * going on without it that it need no longer answer.
 */
export function moved(state: Case, to: CaseStatus, by: Actor, context: Deciding): Step {
  if (state.status === to) return unchanged(state);
  return through(
    state,
    (one) => inStatus(one, to, by, context.now),
    (one) =>
      to === 'pending-department'
        ? askOwnDepartment(one, by, context)
        : withdrawRequests(one, by, context.now),
  );
}

/** Whether a move would ask a department once more than a case can hold. */
export const asksTooMuch = (state: Case, to: CaseStatus): boolean =>
  to === 'pending-department' && to !== state.status && mayNotAsk(state);

/** The case worked on again: a new generation of clocks, the old resolution and survey set aside. */
export function reopened(state: Case, by: Actor, because: Because, now: number): Step {
  const { resolution: _r, closing: _c, survey, ...rest } = state;
  const generation = state.generation + 1;
  return {
    case: {
      ...rest,
      // An answer stays on the case; an invitation that is out ends with the resolution it asked about.
      ...(survey?.state === 'answered' && { survey }),
      status: 'open',
      generation,
      level: 0,
      facts: [...state.facts, { at: now, type: 'reopened' }],
    },
    events: [{ type: 'rida.case.reopened.v1', data: { by, because, generation, ...informed(state, by) } }],
  };
}
