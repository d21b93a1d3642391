import type { AttemptOutcome } from '#events/vocabulary.ts';
import type { OutboundRules } from '../rules.ts';
import { nextOpening } from '../sla/openings.ts';
import { DAY, MINUTE } from '../time/instant.ts';
import type { Attempt, CallOut, CallOutState } from './call-out.ts';
import { exhaustedBy, finalOf, outcomeOf } from './outcome.ts';

/** An attempt without an end after this is asked about. */
export const ASK_AFTER = 30 * MINUTE;
/** What was handed to who dials and not dialled by then is planned anew. */
export const HANDED_FOR = DAY;
/** Failures of ours are no attempts, but do not go on for ever. */
export const MOST_FAILURES = 3;
/** So often somebody may ask to be called at another time; each time is an attempt more. */
export const MOST_APPOINTMENTS = 2;
/** Who hangs up on the centre so often does not want to be called. */
export const MOST_HANG_UPS = 2;

export type Unplaced = Omit<CallOut, 'state' | 'nextDueAt'>;

const count = (outcomes: readonly AttemptOutcome[], outcome: AttemptOutcome): number =>
  outcomes.filter((one) => one === outcome).length;

/** Whether all attempts that are allowed were made. */
export function isExhausted(outcomes: readonly AttemptOutcome[], most: number): boolean {
  const [failures, appointments] = [count(outcomes, 'failed'), count(outcomes, 'callback-agreed')];
  if (failures >= MOST_FAILURES || count(outcomes, 'hung-up') >= MOST_HANG_UPS) return true;
  return outcomes.length - failures >= most + Math.min(appointments, MOST_APPOINTMENTS);
}

const WAIT: Readonly<Partial<Record<AttemptOutcome, 'busyMs' | 'noAnswerMs' | 'machineMs'>>> = {
  busy: 'busyMs',
  failed: 'busyMs',
  'no-answer': 'noAnswerMs',
  machine: 'machineMs',
  'hung-up': 'machineMs',
};

/** When to call again after an attempt: an appointment, or a wait by its outcome; always in the calling hours. */
function againAt({ said, ended }: Attempt, outcome: AttemptOutcome, rules: OutboundRules): number {
  const endedAt = ended?.at ?? 0;
  const wait = WAIT[outcome];
  const at = outcome === 'callback-agreed' ? Math.max(said.later ?? 0, endedAt) : endedAt;
  return nextOpening(rules.calendar, at + (wait === undefined ? 0 : rules[wait]));
}

/**
 * Where a call out stands by all that is known of it. It is a function of the facts alone, so that they may
 * come in any order.
 */
export function standing(callOut: Unplaced, rules: OutboundRules): CallOutState {
  const { attempts, closed, handed, notBefore, purpose } = callOut;
  const last = attempts.at(-1);
  const outcomes = attempts.flatMap((attempt) => outcomeOf(attempt, purpose) ?? []);
  const optedOut = attempts.find((attempt) => outcomeOf(attempt, purpose) === 'opted-out');
  if (closed) return { is: 'finished', ...closed };
  if (last && !last.ended) return { is: last.said.answered ? 'answered' : 'dialling', attempt: last.n };
  const decisive =
    optedOut ??
    attempts.findLast((attempt) => finalOf(outcomeOf(attempt, purpose) ?? 'failed') !== undefined);
  const [lastOutcome] = outcomes.slice(-1);
  const conclusion = decisive ? outcomeOf(decisive, purpose) : lastOutcome;
  const over = decisive !== undefined || isExhausted(outcomes, rules.attempts);
  if (last && conclusion !== undefined && over) {
    const at = (decisive ?? last).ended?.at ?? 0;
    return { is: 'finished', disposition: exhaustedBy(conclusion), at };
  }
  if (handed && handed.n === attempts.length + 1) return { is: 'due', attempt: handed.n };
  const earliest = last && lastOutcome ? againAt(last, lastOutcome, rules) : 0;
  return { is: 'planned', at: nextOpening(rules.calendar, Math.max(notBefore, earliest)) };
}

/** When the sweep must look at it. */
function nextDueAt({ attempts, handed }: Unplaced, state: CallOutState): number | undefined {
  switch (state.is) {
    case 'planned':
      return state.at;
    case 'due':
      return (handed?.at ?? 0) + HANDED_FOR;
    case 'dialling':
    case 'answered':
      return (attempts.at(-1)?.dialledAt ?? 0) + ASK_AFTER;
    case 'finished':
      return undefined;
  }
}

/** The call out with where it stands. */
export function placed(callOut: Unplaced, rules: OutboundRules): CallOut {
  const state = standing(callOut, rules);
  const due = nextDueAt(callOut, state);
  return { ...callOut, state, ...(due !== undefined && { nextDueAt: due }) };
}
