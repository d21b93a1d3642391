import type { Actor, CaseStatus } from '#events/vocabulary.ts';
import type { Case } from '../case.ts';
import { type CaseStep, unchanged } from './case-step.ts';

/** Change the status: add the clock fact and the event. */
export function inStatus(state: Case, to: CaseStatus, by: Actor, now: number): CaseStep {
  if (state.status === to) return unchanged(state);
  return {
    case: { ...state, status: to, facts: [...state.facts, { at: now, type: 'status', status: to }] },
    events: [{ type: 'rida.case.status-changed.v1', data: { from: state.status, to, by } }],
  };
}
