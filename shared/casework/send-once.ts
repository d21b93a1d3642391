import { composeMail } from '#shared/adapters/mail/compose.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { ownMessageId, replyAddress } from '#shared/domain/mail/own-address.ts';
import type { RenderedMail } from '#shared/domain/mail/templates/layout.ts';
import type { Rules } from '#shared/domain/rules.ts';
import type { Clock, Mailer } from '#shared/ports/outside.ts';
import type { Store } from '#shared/ports/store.ts';
import { causeId } from '#shared/runtime/ids.ts';

export interface SendDeps {
  readonly store: Store;
  readonly mailer: Mailer;
  readonly clock: Clock;
}

export interface Sending {
  /** The event that asks for this mail, and what the mail is: together they happen once. */
  readonly eventId: string;
  readonly what: string;
  readonly case: Case;
  readonly rules: Rules;
  readonly to: string;
  readonly mail: RenderedMail;
  /** To the beneficiary: threaded with their mail, answers come back to the case. */
  readonly threaded: boolean;
  readonly autoSubmitted?: 'auto-replied' | 'auto-generated';
}

/** A sender's Message-ID that can stand in a header of ours. */
const MESSAGE_ID = /^<[^<>\s@\p{Cc}]{1,200}@[^<>\s@\p{Cc}]{1,255}>$/u;

/**
 * Sends a mail about a case once. The event in its queue is the plan, the effect on the case is the
 * proof: a crash between sending and proof repeats the very same mail, Message-ID included, and never
 * loses it. False when it had been sent before.
 */
export async function sendOnce({ store, mailer, clock }: SendDeps, sending: Sending): Promise<boolean> {
  const { rules, to, mail, what, threaded, autoSubmitted } = sending;
  const { id: reference, lastMessageId } = sending.case;
  const effectId = causeId(`${sending.eventId}#${what}#${to}`);
  if (await store.effect('case', reference, effectId)) return false;
  const { helpAddress, name } = rules.centre;
  const messageId = ownMessageId(reference, effectId, helpAddress.split('@')[1] ?? '');
  const answersTo =
    threaded && lastMessageId !== undefined && MESSAGE_ID.test(lastMessageId) ? lastMessageId : undefined;
  const raw = await composeMail({
    from: { name: name[sending.case.language], address: helpAddress },
    to: [{ name: '', address: to }],
    ...(threaded && {
      replyTo: { name: name[sending.case.language], address: replyAddress(helpAddress, reference) },
    }),
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    messageId,
    ...(answersTo !== undefined && { inReplyTo: answersTo }),
    references: answersTo === undefined ? [] : [answersTo],
    ...(autoSubmitted && { autoSubmitted }),
    date: clock.now(),
  });
  const { providerId } = await mailer.send({ from: helpAddress, to: [to], messageId, raw });
  await store.recordEffect('case', reference, {
    id: effectId,
    at: clock.now(),
    what,
    to,
    token: messageId,
    ...(providerId !== undefined && { providerId }),
  });
  return true;
}
