import type { Asked, NotAsked } from '#events/case-resolved.v1.ts';
import type { ResolutionOutcome } from '#events/vocabulary.ts';
import { MINUTE } from '#shared/domain/time/instant.ts';
import type { MessageRules, Rules } from '../rules.ts';
import { isSaudiMobile } from '../surveys/outcome-text.ts';
import type { Case } from './case.ts';
import type { Confirmation, ConfirmationAnswer } from './resolution.ts';

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

/**
 * Return how a beneficiary can be asked: by mail, otherwise by a text message when the centre sends them, otherwise by
 * a call. Undefined when they cannot be reached.
 */
function meansOf(
  { email, failing, phone }: Subject['beneficiary'],
  { use }: MessageRules,
): Asked | undefined {
  if (email !== undefined && !failing) return 'mail';
  if (phone === undefined) return undefined;
  return use !== 'off' && isSaudiMobile(phone) ? 'message' : 'call';
}

/** Return how the beneficiary is asked whether a resolution finished their matter, or why not. */
function askedOrNot(
  { beneficiary, type, automatic, quarantine }: Subject,
  as: ResolutionOutcome | undefined,
  messages: MessageRules,
): { readonly by: Asked } | { readonly reason: NotAsked } {
  if (quarantine !== undefined) return { reason: 'quarantined' };
  if (automatic !== undefined) return { reason: 'machine' };
  if (type === 'thanks') return { reason: 'thanks' };
  if (as === 'withdrawn' || as === 'duplicate') return { reason: as };
  const by = meansOf(beneficiary, messages);
  if (by !== undefined) return { by };
  return { reason: beneficiary.email === undefined ? 'no-address' : 'address-failing' };
}

/**
 * Return the question about a resolution that is being made. Asking is a duty: neither a cool-down nor an opt-out from
 * surveys ends it.
 */
export function confirmationFor(
  state: Subject & Pick<Case, 'generation'>,
  as: ResolutionOutcome | undefined,
  { messages }: Pick<Rules, 'messages'>,
): Extract<Confirmation, { state: 'asked' | 'not-asked' }> {
  const question = questionOf(state);
  const decided = askedOrNot(state, as, messages);
  return 'by' in decided
    ? { state: 'asked', question, by: decided.by }
    : { state: 'not-asked', question, reason: decided.reason };
}

/** Return the question about a resolution whose mail did not arrive: it is asked by a call when there is a number. */
export function questionAgain({
  beneficiary,
  generation,
}: Pick<Case, 'beneficiary' | 'generation'>): Extract<Confirmation, { state: 'asked' | 'not-asked' }> {
  const question = questionOf({ generation });
  return beneficiary.phone === undefined
    ? { state: 'not-asked', question, reason: 'address-failing' }
    : { state: 'asked', question, by: 'call' };
}

/** Return how the beneficiary is asked, or why not, as an event names it. */
export const asksOf = (confirmation: ReturnType<typeof confirmationFor>): Asked | NotAsked =>
  confirmation.state === 'asked' ? confirmation.by : confirmation.reason;
