import type { EventsOf } from '#events/registry.ts';
import { DeliveryWaits } from '#shared/application/deliver-once.ts';
import { outcomeMessageId } from '#shared/application/outcome-message-id.ts';
import { personOf } from '#shared/application/person-of.ts';
import { planOutcomeCall } from '#shared/application/plan-outcome-call.ts';
import { outcomeAddress, outcomeToken } from '#shared/application/tokens/outcome-token.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { questionOf } from '#shared/domain/cases/confirmation.ts';
import { type DeliveryWait, waitAfter } from '#shared/domain/mail/delivery-wait.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { isOpen, nextOpening } from '#shared/domain/sla/openings.ts';
import { isSaudiMobile, outcomeText } from '#shared/domain/surveys/outcome-text.ts';
import type { Clock, Keys, RulesSource } from '#shared/ports/outside.ts';
import { SendingFailure } from '#shared/ports/sending-failure.ts';
import type { Store } from '#shared/ports/store.ts';
import type { TextMessages } from '#shared/ports/text-messages.ts';

export interface SendMessageDeps {
  readonly store: Store;
  readonly rules: RulesSource;
  readonly clock: Clock;
  readonly keys: Keys;
  readonly messages: TextMessages;
}

/**
 * `unconfirmed`: the provider may have the message, so that it is not sent again. `opted-out`: the beneficiary wants no
 * notices, and is called.
 */
export type MessageSent =
  | 'sent'
  | 'sent-before'
  | 'unconfirmed'
  | 'opted-out'
  | 'call-planned'
  | 'outdated'
  | 'not-asked';

/** The tries of one message. The pauses between them grow to an hour. */
const MOST_TRIES = 6;

/** The number that is asked by a text message, when the question of an event is still open. */
function askedNumber(
  { confirmation, beneficiary, generation, status }: Case,
  event: EventsOf<'surveys/send-message'>,
): string | undefined {
  const isOpenQuestion =
    status === 'resolved' &&
    confirmation?.state === 'asked' &&
    confirmation.by === 'message' &&
    confirmation.question === questionOf({ generation }) &&
    event.data.generation === generation;
  return isOpenQuestion && isSaudiMobile(beneficiary.phone) ? beneficiary.phone : undefined;
}

/**
 * Send a beneficiary without mail the link to confirm or contest, once. The effect is stored before the provider is
 * called: after a crash or a lost answer the message is not repeated, because a provider does not recognise a
 * repetition. A call follows in any case, because an accepted message may never arrive: after some hours without an
 * answer, or soon when the message is not sent or may be lost.
 * @throws DeliveryWaits when the message is to be tried later, or when a person must look at the provider
 */
export async function sendMessage(
  deps: SendMessageDeps,
  event: EventsOf<'surveys/send-message'>,
): Promise<MessageSent> {
  if (event.data.asks !== 'message') return 'not-asked';
  const { store, clock, messages } = deps;
  const supportCase = await store.load('case', event.subject, event.subjectVersion);
  if (!supportCase) throw new Error('the case of an event is not in the store');
  const to = askedNumber(supportCase, event);
  if (to === undefined) return 'outdated';
  const rules = await deps.rules.current();
  const now = clock.now();
  const callSoon = async <T extends MessageSent>(why: T): Promise<T> => {
    await planOutcomeCall(store, rules, supportCase, now);
    return why;
  };
  const { use, callAfterMs, provider } = rules.messages;
  if (use === 'off') return callSoon('call-planned');
  const id = outcomeMessageId(supportCase);
  const before = await store.effect('case', supportCase.id, id);
  if (before && !before.waits) return 'sent-before';
  const waits = before?.waits;
  if (waits?.reason === 'unconfirmed') return callSoon('unconfirmed');
  const person = await personOf(store, supportCase.beneficiary.id);
  if (person?.optOuts.includes('updates')) return callSoon('opted-out');
  const wait = waitBefore(waits, rules, now);
  if (wait) throw new DeliveryWaits(wait, now);
  const effect = { id, at: now, what: 'message', to, token: id } as const;
  const { tries = 0, since = now } = waits ?? {};
  const begun: DeliveryWait = { reason: 'unconfirmed', tries, since, until: now, copies: [now] };
  const text = await textFor(deps, rules, supportCase);
  await store.recordEffect('case', supportCase.id, { ...effect, waits: begun });
  const failure = await handedOver(messages.send({ id, to, text }, provider));
  if (failure === undefined) {
    await planOutcomeCall(store, rules, supportCase, now, now + callAfterMs);
    await store.recordEffect('case', supportCase.id, effect);
    return 'sent';
  }
  if (failure.reason === 'unconfirmed') return callSoon('unconfirmed');
  const after = waitAfter({ ...begun, copies: [] }, failure, now);
  const isOver = failure.reason === 'rejected' || after.tries >= MOST_TRIES;
  const shown: DeliveryWait = isOver ? { ...after, reason: 'rejected' } : after;
  await store.recordEffect('case', supportCase.id, { ...effect, waits: shown });
  if (isOver) await callSoon('call-planned');
  throw new DeliveryWaits(shown, now, { cause: failure });
}

/** Return the failure of a sending, or undefined when the provider took the message. */
const handedOver = (sending: Promise<void>): Promise<SendingFailure | undefined> =>
  sending.then(
    () => undefined,
    (cause: unknown) => {
      if (cause instanceof SendingFailure) return cause;
      throw cause;
    },
  );

/** Return until when a message waits: for its next try, or for the hours in which people are asked. */
function waitBefore(
  before: DeliveryWait | undefined,
  { survey: { calendar } }: Rules,
  now: number,
): DeliveryWait | undefined {
  if (before && now < before.until) return before;
  if (isOpen(calendar, now)) return undefined;
  const { tries = 0, since = now } = before ?? {};
  return { reason: 'resting', tries, since, copies: [], until: nextOpening(calendar, now) };
}

async function textFor(
  { keys }: SendMessageDeps,
  { centre, desk }: Rules,
  { id: reference, language, confirmation, resolution }: Case,
): Promise<string> {
  const question = confirmation?.question ?? '';
  const expiresAt = (resolution?.at ?? 0) + desk.reopenWithinMs;
  const token = await outcomeToken(keys, { reference, question, expiresAt });
  const link = outcomeAddress(centre.publicUrl, token);
  return outcomeText(language, { centre: centre.name[language], reference, link });
}
