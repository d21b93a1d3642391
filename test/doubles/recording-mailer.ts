import type { Mailer, OutgoingMail } from '#shared/ports/outside.ts';

/** Takes every mail and keeps it, text and headers decoded enough for a test to read. */
export class RecordingMailer implements Mailer {
  readonly sent: OutgoingMail[] = [];

  async send(mail: OutgoingMail): Promise<{ readonly providerId?: string }> {
    this.sent.push(mail);
    return { providerId: `p-${this.sent.length}` };
  }
}
