import type { Asked, NotAsked } from '#events/case-resolved.v1.ts';
import type { ResolutionOutcome } from '#events/vocabulary.ts';
import { MINUTE } from '#shared/domain/time/instant.ts';
import type { Case, Confirmation, ConfirmationAnswer } from './case.ts';

/** The time within which the link that took an answer also corrects it, milliseconds. */
const CORRECTION_MS = 30 * MINUTE;

/** Return the id of the question about the newest resolution. */
export const questionOf = ({ generation }: Pick<Case, 'generation'>): string => `c${generation}`;

export const isAnswered = (confirmation: Confirmation | undefined): confirmation is ConfirmationAnswer =>
  confirmation?.state === 'confirmed' || confirmation?.state === 'contested';

/** Return true while the same link may correct an answer. */
export const isCorrectable = ({ at }: Pick<ConfirmationAnswer, 'at'>, now: number): boolean =>
  now - at <= CORRECTION_MS;

type Subject = Pick<Case, 'beneficiary' | 'type' | 'automatic' | 'quarantine'>;

/** Return why the beneficiary is not asked whether a resolution finished their matter, or undefined. */
function notAsked(
  { beneficiary, type, automatic, quarantine }: Subject,
  as: ResolutionOutcome | undefined,
): NotAsked | undefined {
  if (quarantine !== undefined) return 'quarantined';
  if (automatic !== undefined) return 'machine';
  if (type === 'thanks') return 'thanks';
  if (as === 'withdrawn' || as === 'duplicate') return as;
  if (beneficiary.email === undefined) return 'no-address';
  return beneficiary.failing ? 'address-failing' : undefined;
}

/**
 * Return the question about a resolution that is being made. Asking is a duty: neither a cool-down nor an opt-out from
 * surveys ends it.
 */
export function confirmationFor(
  state: Subject & Pick<Case, 'generation'>,
  as: ResolutionOutcome | undefined,
): Extract<Confirmation, { state: 'asked' | 'not-asked' }> {
  const question = questionOf(state);
  const reason = notAsked(state, as);
  return reason === undefined
    ? { state: 'asked', question, by: 'mail' }
    : { state: 'not-asked', question, reason };
}

/** Return how the beneficiary is asked, or why not, as an event names it. */
export const asksOf = (confirmation: ReturnType<typeof confirmationFor>): Asked | NotAsked =>
  confirmation.state === 'asked' ? confirmation.by : confirmation.reason;
