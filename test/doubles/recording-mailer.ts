import { type ComposedMail, composeForSending } from '#shared/adapters/mail/compose.ts';
import type { Mailer, OutgoingMail } from '#shared/ports/mailer.ts';

/** A mail as it went out. */
export type RecordedMail = ComposedMail & Pick<OutgoingMail, 'messageId' | 'tags'>;

/** Takes every mail and keeps it as it would go out, for a test to read. */
export class RecordingMailer implements Mailer {
  readonly sent: RecordedMail[] = [];

  async send(mail: OutgoingMail): Promise<{ readonly providerId?: string }> {
    const { messageId, tags } = mail;
    this.sent.push({ ...(await composeForSending(mail)), messageId, ...(tags && { tags }) });
    return { providerId: `p-${this.sent.length}` };
  }
}
