import type { Case } from '#shared/domain/cases/case.ts';
import { isFailing } from '#shared/domain/cases/decisions/mail-failed.ts';
import type { MailPurpose } from '#shared/domain/mail/mail-purpose.ts';
import { isMessageId } from '#shared/domain/mail/message-id.ts';
import { ownMessageId, replyAddress } from '#shared/domain/mail/own-address.ts';
import type { RenderedMail } from '#shared/domain/mail/templates/mail-layout.ts';
import type { Rules } from '#shared/domain/rules.ts';
import type { OutgoingFile, SentMails } from '#shared/ports/mailer.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { type DeliverDeps, type Delivered, deliverOnce } from './deliver-once.ts';
import { outcomeSent, outcomeWithheld, recordMailFailure } from './record-mail-failure.ts';

export interface SendDeps extends DeliverDeps {
  /** Keeps mails to beneficiaries and departments for the page of the case. Absent in functions that send none. */
  readonly sentMails?: SentMails;
}

export interface Sending {
  /**
   * The event that causes this mail, or the case, for a mail that is sent once a case. Each pair of it and the kind
   * of mail is sent once.
   */
  readonly eventId: string;
  readonly what: MailPurpose;
  readonly case: Case;
  readonly rules: Rules;
  readonly to: string;
  readonly mail: RenderedMail;
  /** Addresses of the copies. */
  readonly cc?: readonly string[];
  readonly attachments?: readonly OutgoingFile[];
  /**
   * `beneficiary`: in the thread of their mail, with replies to the case. `department`: in a separate thread,
   * with replies to the case. `staff`: no replies expected.
   */
  readonly thread: 'beneficiary' | 'department' | 'staff';
  /** The Message-IDs of a thread other than the beneficiary's. */
  readonly references?: readonly string[];
  readonly autoSubmitted?: 'auto-replied' | 'auto-generated';
  /** Address for one-click unsubscribe (RFC 8058). */
  readonly listUnsubscribe?: string;
}

/** `suppressed`: not sent, because the address permanently rejects mail. */
export type Sent = Delivered | 'suppressed';

/** Store on the case that the mail was not sent. */
async function withhold(
  { store, clock }: SendDeps,
  { id }: Case,
  effect: { id: string; what: string; to: string; token: string },
): Promise<Sent> {
  const withheld = await store.recordEffect('case', id, {
    ...effect,
    at: clock.now(),
    withheld: 'suppressed',
  });
  return withheld ? 'suppressed' : 'sent-before';
}

/** Return the id of the effect that proves that a mail of an event was sent to an address. */
export const effectIdOf = ({
  eventId,
  what,
  to,
}: Readonly<Record<'eventId' | 'what' | 'to', string>>): string => causeId(`${eventId}#${what}#${to}`);

/**
 * Return when this mail was sent, or stored as not sent. Undefined when neither happened, also for a mail that waits
 * for its delivery.
 */
export const wasSentAt = async (
  { store }: Pick<SendDeps, 'store'>,
  sending: Pick<Sending, 'eventId' | 'what' | 'to' | 'case'>,
): Promise<number | undefined> => {
  const effect = await store.effect('case', sending.case.id, effectIdOf(sending));
  return effect?.waits ? undefined : effect?.at;
};

/**
 * Send a mail about a case once. Send nothing to a beneficiary's address that permanently rejects mail or
 * complained: store that on the case, so that an agent can call. The given state of the case decides.
 */
export async function sendOnce(deps: SendDeps, sending: Sending): Promise<Sent> {
  const {
    rules,
    to,
    mail,
    what,
    thread,
    autoSubmitted,
    listUnsubscribe,
    cc = [],
    attachments = [],
    references = [],
  } = sending;
  const { id: reference, lastMessageId, language } = sending.case;
  const effectId = effectIdOf(sending);
  const { helpAddress, name } = rules.centre;
  const threads = thread === 'beneficiary' && lastMessageId !== undefined && isMessageId(lastMessageId);
  const answersTo = threads ? lastMessageId : undefined;
  const messageId = ownMessageId(reference, effectId, helpAddress.split('@')[1] ?? '');
  const surroundings = { store: deps.store, rules };
  const outcome = what === 'resolution' ? { caseRef: reference, message: effectId, to } : undefined;
  if (isFailing(sending.case, to)) {
    const withheld = await withhold(deps, sending.case, { id: effectId, what, to, token: messageId });
    if (outcome) await outcomeWithheld(surroundings, outcome, deps.clock.now());
    return withheld;
  }
  const sent = await deliverOnce(deps, {
    about: { kind: 'case', id: reference },
    refused: async ({ address, ...how }) => {
      const failure = { caseRef: reference, message: effectId, to: address, reason: 'bounced' } as const;
      const at = deps.clock.now();
      await recordMailFailure(surroundings, { ...failure, ...how, at, sent: { what, at } }, at);
    },
    ...{ effectId, what, to, mail },
    ...(thread !== 'staff' && {
      keep: async () => deps.sentMails?.keep({ caseId: reference, effectId, messageId }, mail),
    }),
    from: { name: name[language], address: helpAddress },
    ...(thread !== 'staff' && {
      replyTo: { name: name[language], address: replyAddress(helpAddress, reference) },
    }),
    messageId,
    ...(answersTo !== undefined && { inReplyTo: answersTo }),
    references: answersTo === undefined ? references : [answersTo],
    ...(autoSubmitted && { autoSubmitted }),
    ...(cc.length > 0 && { cc: cc.map((address) => ({ name: '', address })) }),
    ...(attachments.length > 0 && { attachments }),
    ...(listUnsubscribe !== undefined && { listUnsubscribe }),
  });
  if (outcome) await outcomeSent(surroundings, outcome, deps.clock.now());
  return sent;
}
