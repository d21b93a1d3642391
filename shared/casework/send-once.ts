import type { Case } from '#shared/domain/case/case.ts';
import { ownMessageId, replyAddress } from '#shared/domain/mail/own-address.ts';
import type { RenderedMail } from '#shared/domain/mail/templates/layout.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { type DeliverDeps, deliverOnce } from './deliver-once.ts';

export type SendDeps = DeliverDeps;

export interface Sending {
  /** The event that asks for this mail, and what the mail is: together they happen once. */
  readonly eventId: string;
  readonly what: string;
  readonly case: Case;
  readonly rules: Rules;
  readonly to: string;
  readonly mail: RenderedMail;
  /**
   * `beneficiary`: threaded with their mail, answers come back to the case. `department`: answers come
   * back as well, in a thread of their own. `staff`: nobody answers.
   */
  readonly thread: 'beneficiary' | 'department' | 'staff';
  readonly autoSubmitted?: 'auto-replied' | 'auto-generated';
}

/** A sender's Message-ID that can stand in a header of ours. */
const MESSAGE_ID = /^<[^<>\s@\p{Cc}]{1,200}@[^<>\s@\p{Cc}]{1,255}>$/u;

/** Sends a mail about a case once. False when it had been sent before. */
export function sendOnce(deps: SendDeps, sending: Sending): Promise<boolean> {
  const { rules, to, mail, what, thread, autoSubmitted } = sending;
  const { id: reference, lastMessageId, language } = sending.case;
  const effectId = causeId(`${sending.eventId}#${what}#${to}`);
  const { helpAddress, name } = rules.centre;
  const threads = thread === 'beneficiary' && lastMessageId !== undefined && MESSAGE_ID.test(lastMessageId);
  const answersTo = threads ? lastMessageId : undefined;
  return deliverOnce(deps, {
    about: { kind: 'case', id: reference },
    ...{ effectId, what, to, mail },
    from: { name: name[language], address: helpAddress },
    ...(thread !== 'staff' && {
      replyTo: { name: name[language], address: replyAddress(helpAddress, reference) },
    }),
    messageId: ownMessageId(reference, effectId, helpAddress.split('@')[1] ?? ''),
    ...(answersTo !== undefined && { inReplyTo: answersTo }),
    references: answersTo === undefined ? [] : [answersTo],
    ...(autoSubmitted && { autoSubmitted }),
  });
}
