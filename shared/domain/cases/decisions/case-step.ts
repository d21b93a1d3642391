import type { Actor } from '#events/vocabulary.ts';
import { isoInstant } from '#shared/domain/time/instant.ts';
import { agentUser } from '../../staff/agent-user.ts';
import { type Case, type ClockFact, isActive } from '../case.ts';
import type { CaseCommand } from '../case-command.ts';
import { type Decision, type EventDraft, isRejection } from '../decision.ts';

/** The commands of a name, also when several names share one form. */
export type CommandOf<K extends CaseCommand['do']> = CaseCommand extends infer C
  ? C extends { readonly do: infer D }
    ? K extends D
      ? C
      : never
    : never
  : never;

/** Return the ids of the district and the service for an event. No field when there is none. */
export function factIds({ place, service }: Pick<Case, 'place' | 'service'>): {
  district?: string;
  service?: string;
} {
  return {
    ...(place?.district !== undefined && { district: place.district }),
    ...(service !== undefined && { service }),
  };
}

/** Return the opening of an open case for an event that moves it in or out of the open ones. */
export const openingOf = ({ status, openedAt }: Pick<Case, 'status' | 'openedAt'>): { openedAt?: string } =>
  isActive(status) ? { openedAt: isoInstant(openedAt) } : {};

/** The state inside a decision, with the events so far. */
export interface CaseStep {
  readonly case: Case;
  readonly events: readonly EventDraft[];
}

export const unchanged = (state: Case): CaseStep => ({ case: state, events: [] });

/** Apply several steps in order and collect their events. */
export const through = (state: Case, ...steps: readonly ((state: Case) => CaseStep)[]): CaseStep =>
  steps.reduce<CaseStep>((sofar, step) => {
    const next = step(sofar.case);
    return { case: next.case, events: [...sofar.events, ...next.events] };
  }, unchanged(state));

/** Put the events of an earlier step before those of a decision on its state. */
export const followedBy = ({ events }: CaseStep, decision: Decision): Decision =>
  isRejection(decision) ? decision : { ...decision, events: [...events, ...decision.events] };

/** Return `at`, or the time of the newest of these facts when it is later. */
export const notBefore = (facts: readonly ClockFact[], at: number): number =>
  facts.reduce((latest, fact) => Math.max(latest, fact.at), at);

/**
 * Return the staff to notify: watchers and assignee, without the actor. Return no field when the list is
 * empty.
 */
export function withStaffToNotify({ watchers, assignee }: Case, by: Actor): { staffToNotify?: string[] } {
  const users = new Set([...(watchers ?? []), ...(assignee === undefined ? [] : [assignee])]);
  const user = agentUser(by);
  if (user !== undefined) users.delete(user);
  return users.size === 0 ? {} : { staffToNotify: [...users].sort() };
}
