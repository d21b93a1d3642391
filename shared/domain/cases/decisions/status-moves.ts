import type { DataOf } from '#events/registry.ts';
import type { Actor, CaseStatus } from '#events/vocabulary.ts';
import { isoInstant } from '#shared/domain/time/instant.ts';
import type { Case } from '../case.ts';
import { isAnswered } from '../confirmation.ts';
import type { Deciding } from '../context.ts';
import { type CaseStep, through, unchanged, withStaffToNotify } from './case-step.ts';
import { askOwnDepartment, mayNotAsk, withdrawRequests } from './department.ts';
import { inStatus } from './status-step.ts';

type Because = DataOf<'rida.case.reopened.v1'>['because'];

/**
 * Change the active status. Moving to `pending-department` asks the case's department. Moving away from it
 * withdraws the open requests.
 */
export function moved(state: Case, to: CaseStatus, by: Actor, context: Deciding): CaseStep {
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

/** Return true when the move would exceed the maximum number of department requests. */
export const asksTooMuch = (state: Case, to: CaseStatus): boolean =>
  to === 'pending-department' && to !== state.status && mayNotAsk(state);

/** Reopen the case: start a new generation of clocks and drop the old resolution and its open survey. */
export function reopened(state: Case, by: Actor, because: Because, now: number): CaseStep {
  const { resolution: _r, closing: _c, survey, confirmation, ...rest } = state;
  const generation = state.generation + 1;
  return {
    case: {
      ...rest,
      // Keep answers. Drop an open invitation and question together with the resolution they are about.
      ...(survey?.state === 'answered' && { survey }),
      ...(isAnswered(confirmation) && { confirmation }),
      status: 'open',
      generation,
      level: 0,
      facts: [...state.facts, { at: now, type: 'reopened' }],
    },
    events: [
      {
        type: 'rida.case.reopened.v1',
        data: {
          ...{ by, because, generation, openedAt: isoInstant(state.openedAt) },
          ...withStaffToNotify(state, by),
        },
      },
    ],
  };
}
