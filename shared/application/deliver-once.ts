import { MAIL_TAGS } from '#shared/domain/mail/mail-tags.ts';
import type { RenderedMail } from '#shared/domain/mail/templates/mail-layout.ts';
import type { Mailer, OutgoingMail, RefusedRecipient } from '#shared/ports/mailer.ts';
import type { Clock } from '#shared/ports/outside.ts';
import type { Kind, Store } from '#shared/ports/store.ts';

export interface DeliverDeps {
  readonly store: Store;
  readonly mailer: Mailer;
  readonly clock: Clock;
}

export interface Delivery extends Omit<OutgoingMail, 'to' | 'subject' | 'text' | 'html' | 'date' | 'tags'> {
  /** The aggregate of the mail. The effect is stored with it. */
  readonly about: { readonly kind: Kind; readonly id: string };
  readonly effectId: string;
  readonly what: string;
  readonly to: string;
  readonly mail: RenderedMail;
  /**
   * Called for each refused recipient before the effect is stored. May be called repeatedly for the same one.
   */
  refused?(one: RefusedRecipient): Promise<void>;
}

export type Delivered = 'sent' | 'sent-before';

/**
 * Send a mail once. The queued event is the plan and the stored effect is the proof. A crash between sending
 * and storing repeats the same mail with the same Message-ID, and no mail is lost. Mail about a case has tags
 * that identify the case when the mail fails.
 */
export async function deliverOnce(
  { store, mailer, clock }: DeliverDeps,
  { about, effectId, what, to, mail, refused, ...headers }: Delivery,
): Promise<Delivered> {
  const { kind, id } = about;
  if (await store.effect(kind, id, effectId)) return 'sent-before';
  const { subject, text, html } = mail;
  const sent = await mailer.send({
    ...headers,
    ...{ to: [{ name: '', address: to }], subject, text, html },
    date: clock.now(),
    ...(kind === 'case' && { tags: { [MAIL_TAGS.case]: id, [MAIL_TAGS.mail]: effectId } }),
  });
  for (const one of sent.refused ?? []) await refused?.(one);
  const { providerId } = sent;
  await store.recordEffect(kind, id, {
    ...{ id: effectId, at: clock.now(), what, to, token: headers.messageId },
    ...(headers.cc && headers.cc.length > 0 && { copies: headers.cc.length }),
    ...(providerId !== undefined && { providerId }),
  });
  return 'sent';
}
