import type { DataOf } from '#events/registry.ts';
import type { Actor, CaseStatus } from '#events/vocabulary.ts';
import type { Case } from '../case.ts';
import type { Draft } from '../command.ts';

type Because = DataOf<'rida.case.reopened.v1'>['because'];

/** The case in another status, with the fact its clocks need and the event that tells of it. */
export function moved(state: Case, to: CaseStatus, by: Actor, now: number): { case: Case; events: Draft[] } {
  if (state.status === to) return { case: state, events: [] };
  return {
    case: { ...state, status: to, facts: [...state.facts, { at: now, type: 'status', status: to }] },
    events: [{ type: 'rida.case.status-changed.v1', data: { from: state.status, to, by } }],
  };
}

/** The case worked on again: a new generation of clocks, the old resolution and survey set aside. */
export function reopened(
  state: Case,
  by: Actor,
  because: Because,
  now: number,
): { case: Case; events: Draft[] } {
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
    events: [{ type: 'rida.case.reopened.v1', data: { by, because, generation } }],
  };
}
