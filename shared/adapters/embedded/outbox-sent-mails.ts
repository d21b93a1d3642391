import { withoutSecrets } from '#shared/domain/mail/sent-copy.ts';
import type { MailReader } from '#shared/ports/mail-reader.ts';
import type { SentMails } from '#shared/ports/mailer.ts';
import type { Outbox } from './outbox-mailer.ts';

/** Read sent mails from the outbox, which keeps every mail that it takes. */
export const outboxSentMails = (
  outbox: Pick<Outbox, 'rawOf'>,
  reader: Pick<MailReader, 'parseMail'>,
): SentMails => ({
  keep: async () => undefined,
  async find({ messageId }) {
    const raw = await outbox.rawOf(messageId);
    const parsed = raw && (await reader.parseMail(raw));
    if (parsed?.kind !== 'parsed') return undefined;
    const { subject, text, html } = parsed;
    return withoutSecrets({ subject, text, html: html ?? '' });
  },
});
