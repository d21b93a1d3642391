import { html } from 'hono/html';
import type { SesMailEvent } from '#events/inbound/ses-mail-event.ts';
import type { Html } from '#functions/web/shell/http/html.ts';
import type { SentMail } from '#shared/adapters/embedded/outbox-mailer.ts';
import { MAIL_TAGS } from '#shared/domain/mail/mail-tags.ts';
import { isoInstant } from '#shared/domain/time/instant.ts';
import type { LocalText } from './local-text.ts';

const FATES = ['bounced', 'full', 'complained'] as const;
/** A simulated result of a mail that was not really sent. */
export type Fate = (typeof FATES)[number];

/** Parse the result from a form; return undefined for another value. */
export const fateOf = (value: unknown): Fate | undefined => FATES.find((fate) => fate === value);

/** Return the effect id from our Message-ID. SES reports it as a tag. */
const effectIdOf = ({ messageId }: SentMail): string => /\.([^.@]+)@/u.exec(messageId)?.[1] ?? '';

/** Return the SES event for a mail in the outbox. */
export function feedbackOn(mail: SentMail, reference: string, fate: Fate, at: number): SesMailEvent {
  const time = isoInstant(at);
  const named = mail.to.map((emailAddress) => ({ emailAddress }));
  const tags = { [MAIL_TAGS.case]: [reference], [MAIL_TAGS.mail]: [effectIdOf(mail)] };
  const about = { messageId: mail.id, destination: [...mail.to], tags };
  const status = fate === 'full' ? '4.2.2' : '5.1.1';
  return {
    ...{ id: `${mail.id}-${fate}`, source: 'this-computer', time },
    detail:
      fate === 'complained'
        ? {
            ...{ eventType: 'Complaint', mail: about },
            complaint: { complainedRecipients: named, complaintFeedbackType: 'abuse', timestamp: time },
          }
        : {
            ...{ eventType: 'Bounce', mail: about },
            bounce: {
              bounceType: fate === 'full' ? 'Transient' : 'Permanent',
              bouncedRecipients: named.map((one) => ({ ...one, status })),
              timestamp: time,
            },
          },
  };
}

/** Render buttons that simulate a failed delivery. */
export const fateForm = (w: LocalText, id: string): Html => html`<section class="card">
<h2>${w.fateTitle}</h2><p>${w.fateText}</p>
<form method="post" action="/mailbox/${id}/fate" class="row-actions">
${FATES.map((fate) => html`<button type="submit" name="fate" value="${fate}">${w.fates[fate]}</button>`)}
</form></section>`;
