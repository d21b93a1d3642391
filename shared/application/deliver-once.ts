import { type DeliveryWait, needsPerson, waitAfter } from '#shared/domain/mail/delivery-wait.ts';
import { MAIL_TAGS } from '#shared/domain/mail/mail-tags.ts';
import type { RenderedMail } from '#shared/domain/mail/templates/mail-layout.ts';
import type { Mailer, OutgoingMail, RefusedRecipient } from '#shared/ports/mailer.ts';
import type { Clock } from '#shared/ports/outside.ts';
import { SendingFailure } from '#shared/ports/sending-failure.ts';
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
  /** Called before each attempt. */
  keep?(): Promise<void>;
  /**
   * Called for each refused recipient before the effect is stored. May be called repeatedly for the same one.
   */
  refused?(one: RefusedRecipient): Promise<void>;
}

export type Delivered = 'sent' | 'sent-before';

/** The mail waits for its next try. Its message stays in the queue until then. */
export class DeliveryWaits extends Error {
  override readonly name = 'DeliveryWaits';
  readonly code = 'mail-waits';
  readonly reason: DeliveryWait['reason'];
  readonly retryAfterMs: number;
  /** False: the receive does not count toward the dead-letter queue, because a later try may succeed. */
  readonly counts: boolean;

  constructor(waits: DeliveryWait, now: number, options?: ErrorOptions) {
    super(`the mail is not delivered yet (${waits.reason}, ${waits.tries} tries)`, options);
    this.reason = waits.reason;
    this.retryAfterMs = Math.max(1, waits.until - now);
    this.counts = needsPerson(waits, now);
  }
}

/**
 * Send a mail once. The queued event is the plan and the stored effect is the proof. A crash between sending
 * and storing repeats the same mail with the same Message-ID, and no mail is lost. Tags identify
 * the mail, and its case, when it fails.
 *
 * When the next server does not confirm the mail, the effect says so, and the pauses between tries grow. A
 * receiver that takes the mail without an answer gets three copies an hour at most.
 * @throws DeliveryWaits when the mail is to be tried later
 */
export async function deliverOnce(
  { store, mailer, clock }: DeliverDeps,
  { about, effectId, what, to, mail, refused, keep, ...headers }: Delivery,
): Promise<Delivered> {
  const { kind, id } = about;
  const before = await store.effect(kind, id, effectId);
  if (before && !before.waits) return 'sent-before';
  const now = clock.now();
  if (before?.waits && now < before.waits.until) throw new DeliveryWaits(before.waits, now);
  const { subject, text, html } = mail;
  const outgoing: OutgoingMail = {
    ...headers,
    ...{ to: [{ name: '', address: to }], subject, text, html },
    // Every copy has the date of the first, so that all are the same mail.
    date: before?.waits?.since ?? now,
    tags: { ...(kind === 'case' && { [MAIL_TAGS.case]: id }), [MAIL_TAGS.mail]: effectId },
  };
  await keep?.();
  const sent = await mailer.send(outgoing).catch(async (cause: unknown) => {
    if (!(cause instanceof SendingFailure)) throw cause;
    const at = clock.now();
    const waits = waitAfter(before?.waits, cause, at);
    await store.recordEffect(kind, id, { id: effectId, at, what, to, token: headers.messageId, waits });
    throw new DeliveryWaits(waits, at, { cause });
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
