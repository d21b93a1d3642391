import type { AttemptOutcome } from '#events/vocabulary.ts';
import type { OutboundRules } from '../rules.ts';
import { nextOpening } from '../sla/openings.ts';
import { DAY, MINUTE } from '../time/instant.ts';
import { exhaustedBy, finalOf, outcomeOf } from './attempt-outcome.ts';
import type { Attempt, CallOut, CallOutState } from './call-out.ts';
import { OUTCOME_ATTEMPTS, otherWindow } from './outcome-call.ts';
import { nextWindow } from './week/attempt-windows.ts';
import { hasRefused, isImplicitRefusal, WEEK_ATTEMPTS, waitAfter } from './week/protocol.ts';

/** An attempt without an end is looked up after this time. */
const ASK_FOR_END_AFTER = 30 * MINUTE;
/** A call handed to the dialler and not dialled within this time is planned again. */
export const HANDED_FOR = DAY;
/**
 * Failures on our side do not count as attempts, up to this number.
 * @internal exported for tests
 */
export const MOST_FAILURES = 3;
/**
 * Each appointment adds one attempt, up to this number.
 * @internal exported for tests
 */
export const MOST_APPOINTMENTS = 2;
/** After this number of hang-ups the person is not called again. */
const MOST_HANG_UPS = 2;

export type Unplaced = Omit<CallOut, 'state' | 'nextDueAt'>;

const count = (outcomes: readonly AttemptOutcome[], outcome: AttemptOutcome): number =>
  outcomes.filter((one) => one === outcome).length;

/** Return true when all allowed attempts were made. */
function isExhausted(outcomes: readonly AttemptOutcome[], most: number): boolean {
  const [failures, appointments] = [count(outcomes, 'failed'), count(outcomes, 'callback-agreed')];
  if (failures >= MOST_FAILURES || count(outcomes, 'hung-up') >= MOST_HANG_UPS) return true;
  return outcomes.length - failures >= most + Math.min(appointments, MOST_APPOINTMENTS);
}

type Wait = 'busyMs' | 'noAnswerMs' | 'machineMs';
/** The wait after each outcome. An appointment has its own time, and a final outcome is not retried. */
const WAIT: Readonly<Record<AttemptOutcome, Wait | undefined>> = {
  busy: 'busyMs',
  failed: 'busyMs',
  'no-answer': 'noAnswerMs',
  machine: 'machineMs',
  'hung-up': 'machineMs',
  'callback-agreed': undefined,
  completed: undefined,
  partial: undefined,
  refused: undefined,
  'opted-out': undefined,
  'wrong-number': undefined,
  'not-user': undefined,
  language: undefined,
  'invalid-number': undefined,
  'not-allowed': undefined,
};

/**
 * Return the time of the next attempt: an appointment, or a wait by the outcome, always in the calling hours.
 */
function nextAttemptAt(
  { attempts, question }: Pick<CallOut, 'attempts' | 'question'>,
  { report, ended }: Attempt,
  outcome: AttemptOutcome,
  rules: OutboundRules,
): number {
  const endedAt = ended?.at ?? 0;
  const wait = WAIT[outcome];
  const at = outcome === 'callback-agreed' ? Math.max(report.later ?? 0, endedAt) : endedAt;
  const from = at + (wait === undefined ? 0 : rules[wait]);
  if (question === undefined || outcome === 'callback-agreed') return nextOpening(rules.calendar, from);
  return otherWindow(
    rules.calendar,
    attempts.map(({ dialledAt }) => dialledAt),
    from,
  );
}

/** Return when a person of the programme is called next: appointments first, then balanced windows. */
function weekAttemptAt(
  { attempts, notBefore }: Unplaced,
  outcomes: readonly AttemptOutcome[],
  rules: OutboundRules,
): number {
  const last = attempts.at(-1);
  const appointment = outcomes.at(-1) === 'callback-agreed' ? last?.report.later : undefined;
  const since = last?.ended?.at ?? 0;
  const earliest = Math.max(notBefore, appointment ?? since + waitAfter(outcomes));
  if (appointment !== undefined) return nextOpening(rules.calendar, earliest);
  const made = attempts.map(({ dialledAt }) => dialledAt);
  return nextWindow(rules.calendar, made, earliest) ?? nextOpening(rules.calendar, earliest);
}

function plannedAt(callOut: Unplaced, outcomes: readonly AttemptOutcome[], rules: OutboundRules): number {
  if (callOut.week) return weekAttemptAt(callOut, outcomes, rules);
  const [last, lastOutcome] = [callOut.attempts.at(-1), outcomes.at(-1)];
  const earliest = last && lastOutcome ? nextAttemptAt(callOut, last, lastOutcome, rules) : 0;
  return nextOpening(rules.calendar, Math.max(callOut.notBefore, earliest));
}

/** Return whether a call ends with its last outcome. Calls of the programme have rules of their own. */
function isOver(
  { week, question }: Unplaced,
  outcomes: readonly AttemptOutcome[],
  rules: OutboundRules,
): boolean {
  if (question !== undefined) return isExhausted(outcomes, Math.min(OUTCOME_ATTEMPTS, rules.attempts));
  if (week === undefined) return isExhausted(outcomes, rules.attempts);
  return isImplicitRefusal(outcomes) || isExhausted(outcomes, WEEK_ATTEMPTS);
}

/** Compute the state of an outgoing call from its facts alone, so that they may arrive in any order. */
function callOutState(callOut: Unplaced, rules: OutboundRules): CallOutState {
  const { attempts, closed, handedOver, purpose, week } = callOut;
  const last = attempts.at(-1);
  const outcomes = attempts.flatMap((attempt) => outcomeOf(attempt, purpose) ?? []);
  const optedOut = attempts.find((attempt) => outcomeOf(attempt, purpose) === 'opted-out');
  if (closed) return { is: 'finished', ...closed };
  if (callOut.held) return { is: 'held' };
  if (last && !last.ended)
    return { is: last.report.answered ? 'answered' : 'dialling', attempt: last.number };
  const decisive =
    optedOut ??
    attempts.findLast((attempt) => finalOf(outcomeOf(attempt, purpose) ?? 'failed') !== undefined);
  const [lastOutcome] = outcomes.slice(-1);
  const finalOutcome = decisive ? outcomeOf(decisive, purpose) : lastOutcome;
  const over = decisive !== undefined || isOver(callOut, outcomes, rules);
  if (last && finalOutcome !== undefined && over) {
    const at = (decisive ?? last).ended?.at ?? 0;
    const refused = week !== undefined && decisive === undefined && hasRefused(outcomes);
    return { is: 'finished', disposition: refused ? 'refused' : exhaustedBy(finalOutcome), at };
  }
  if (handedOver && handedOver.number === attempts.length + 1)
    return { is: 'due', attempt: handedOver.number };
  return { is: 'planned', at: plannedAt(callOut, outcomes, rules) };
}

/** Return when the sweep must look at it, epoch milliseconds. */
function nextDueAt({ attempts, handedOver, week }: Unplaced, state: CallOutState): number | undefined {
  switch (state.is) {
    case 'held':
      return undefined;
    case 'planned':
      // An agent takes the call from the list of work.
      return week?.mode === 'agent' ? undefined : state.at;
    case 'due':
      return (handedOver?.at ?? 0) + HANDED_FOR;
    case 'dialling':
    case 'answered':
      return (attempts.at(-1)?.dialledAt ?? 0) + ASK_FOR_END_AFTER;
    case 'finished':
      return undefined;
  }
}

/** Return the outgoing call with its state and timer. */
export function placed(callOut: Unplaced, rules: OutboundRules): CallOut {
  const state = callOutState(callOut, rules);
  const due = nextDueAt(callOut, state);
  return { ...callOut, state, ...(due !== undefined && { nextDueAt: due }) };
}
