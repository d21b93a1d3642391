import type { AttemptOutcome } from '#events/vocabulary.ts';
import { DAY, HOUR, MINUTE } from '../../time/instant.ts';

/** A person of the programme is called at most so often. Failures on our side do not count. */
export const WEEK_ATTEMPTS = 5;

/** The wait after each outcome of a call of the programme. A refusal that may be asked again waits a week. */
const WAIT: Partial<Record<AttemptOutcome, number>> = {
  busy: 30 * MINUTE,
  failed: 30 * MINUTE,
  'no-answer': 3 * HOUR,
  machine: 3 * HOUR,
  'hung-up': 7 * DAY,
};
const BROKEN_APPOINTMENT_WAIT = 7 * DAY;

const MISSED: readonly AttemptOutcome[] = ['no-answer', 'busy', 'machine'];

/** Return the position of the first attempt that missed the person at their own appointment, or -1. */
const brokenAt = (outcomes: readonly AttemptOutcome[]): number =>
  outcomes.findIndex((outcome, at) => MISSED.includes(outcome) && outcomes[at - 1] === 'callback-agreed');

/** Return the wait after the last of the outcomes, milliseconds. */
export function waitAfter(outcomes: readonly AttemptOutcome[]): number {
  const last = outcomes.at(-1);
  if (last === undefined) return 0;
  return brokenAt(outcomes) === outcomes.length - 1 ? BROKEN_APPOINTMENT_WAIT : (WAIT[last] ?? 0);
}

/** A person who missed their own appointment, and is not reached a week later either, has refused implicitly. */
export function isImplicitRefusal(outcomes: readonly AttemptOutcome[]): boolean {
  const broken = brokenAt(outcomes);
  return broken !== -1 && outcomes.slice(broken + 1).some((outcome) => MISSED.includes(outcome));
}

/** Running out of attempts does not overwrite a refusal. */
export const hasRefused = (outcomes: readonly AttemptOutcome[]): boolean =>
  outcomes.some((outcome) => outcome === 'hung-up' || outcome === 'refused') || isImplicitRefusal(outcomes);
