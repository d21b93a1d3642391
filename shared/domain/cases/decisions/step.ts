import type { Actor } from '#events/vocabulary.ts';
import type { Case, ClockFact } from '../case.ts';
import type { Command, Draft } from '../command.ts';

export type Of<K extends Command['do']> = Extract<Command, { do: K }>;

/** A case on its way through a decision, and what has happened so far. */
export interface Step {
  readonly case: Case;
  readonly events: readonly Draft[];
}

export const unchanged = (state: Case): Step => ({ case: state, events: [] });

/** Several steps one after the other, their events in order. */
export const through = (state: Case, ...steps: readonly ((state: Case) => Step)[]): Step =>
  steps.reduce<Step>((sofar, step) => {
    const next = step(sofar.case);
    return { case: next.case, events: [...sofar.events, ...next.events] };
  }, unchanged(state));

/** An instant, or that of the newest of these facts when it is later. */
export const notBefore = (facts: readonly ClockFact[], at: number): number =>
  facts.reduce((latest, fact) => Math.max(latest, fact.at), at);

/** Whom to staffToNotify: those who watch and the assignee, but not who did it. Absent when there is nobody. */
export function informed({ watchers, assignee }: Case, by: Actor): { staffToNotify?: string[] } {
  const users = new Set([...(watchers ?? []), ...(assignee === undefined ? [] : [assignee])]);
  if (by.startsWith('agent:')) users.delete(by.slice('agent:'.length));
  return users.size === 0 ? {} : { staffToNotify: [...users].sort() };
}
