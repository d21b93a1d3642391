import { membersWith } from '../every-of.ts';
import type { Case, ClockFact } from './case.ts';
import type { Context, Deciding } from './context.ts';
import { notBefore } from './decisions/case-step.ts';

/** Facts that change the status. */
const MOVES = membersWith<ClockFact['type']>({
  opened: true,
  'beneficiary-contact': false,
  'agent-contact': false,
  status: true,
  reopened: true,
  terms: false,
  promised: false,
  'promise-withdrawn': false,
  asked: false,
  answered: false,
  'request-withdrawn': false,
  absorbed: false,
  released: false,
  extended: false,
  settled: false,
});

/**
 * Compute the three instants of a decision. A mail may be processed after later actions of an agent: contacts
 * are dated by when they happened, but changes of status keep the order of recording.
 */
export function datedBy(state: Case | undefined, context: Context): Deciding {
  const { now: happenedAt, recordedAt = happenedAt } = context;
  const facts = state?.facts ?? [];
  const moves = facts.filter(({ type }) => MOVES.has(type));
  return {
    ...context,
    happenedAt,
    now: notBefore(moves, happenedAt),
    // The next contact with an investor runs from a time of recording too.
    recordedAt: notBefore(facts, Math.max(recordedAt, happenedAt, state?.plan?.next?.from ?? 0)),
  };
}
