import { type ComposedMail, composeForSending } from '#shared/adapters/mail/compose.ts';
import type { Mailer, OutgoingMail } from '#shared/ports/mailer.ts';

/** A mail in its final form. */
export type RecordedMail = ComposedMail & Pick<OutgoingMail, 'messageId' | 'tags'>;

/** Accepts every mail and keeps it in its final form, for tests to inspect. */
export class RecordingMailer implements Mailer {
  readonly sent: RecordedMail[] = [];

  async send(mail: OutgoingMail): Promise<{ readonly providerId?: string }> {
    const { messageId, tags } = mail;
    this.sent.push({ ...(await composeForSending(mail)), messageId, ...(tags && { tags }) });
    return { providerId: `p-${this.sent.length}` };
  }
}
