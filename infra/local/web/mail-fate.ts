import { html } from 'hono/html';
import type { SesMailEvent } from '#events/inbound/ses-mail-event.ts';
import type { SentMail } from '#shared/adapters/embedded/outbox-mailer.ts';
import { MAIL_TAGS } from '#shared/domain/mail/mail-tags.ts';
import { isoInstant } from '#shared/domain/time/instant.ts';
import type { Html } from './local-page.ts';
import type { LocalText } from './local-text.ts';

const FATES = ['bounced', 'full', 'complained'] as const;
/** What may become of a mail that nobody really sent. */
export type Fate = (typeof FATES)[number];

/** The fate a form names; undefined for anything else. */
export const fateOf = (value: unknown): Fate | undefined => FATES.find((fate) => fate === value);

/** The token of our Message-ID is the id of the mail's effect, which SES would know from a tag. */
const effectOf = ({ messageId }: SentMail): string => /\.([^.@]+)@/u.exec(messageId)?.[1] ?? '';

/** What SES would tell of a mail of the outbox. */
export function feedbackOn(mail: SentMail, reference: string, fate: Fate, at: number): SesMailEvent {
  const time = isoInstant(at);
  const named = mail.to.map((emailAddress) => ({ emailAddress }));
  const tags = { [MAIL_TAGS.case]: [reference], [MAIL_TAGS.mail]: [effectOf(mail)] };
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

/** Buttons that let a mail of the outbox come to grief. */
export const fateForm = (w: LocalText, id: string): Html => html`<section class="card">
<h2>${w.fateTitle}</h2><p>${w.fateText}</p>
<form method="post" action="/mailbox/${id}/fate" class="row-actions">
${FATES.map((fate) => html`<button type="submit" name="fate" value="${fate}">${w.fates[fate]}</button>`)}
</form></section>`;
