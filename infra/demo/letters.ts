import type { ParsedMail } from '#shared/domain/mail/parsed-mail.ts';
import type { LocalCentre } from '../local/centre.ts';

/** A mail of the centre as its recipient sees it. */
export interface Letter extends ParsedMail {
  readonly sentAt: number;
}

const MOST = 10_000;

/** Return the mails that the centre sent to an address, oldest first. */
export async function lettersTo({ outbox, parseMail }: LocalCentre, address: string): Promise<Letter[]> {
  const sent = (outbox?.list(MOST) ?? []).filter(({ to }) => to.includes(address)).reverse();
  const letters = await Promise.all(
    sent.map(async ({ id, sentAt }) => {
      const raw = await outbox?.raw(id);
      const mail = raw && (await parseMail(raw));
      return mail?.kind === 'parsed' ? [{ ...mail, sentAt }] : [];
    }),
  );
  return letters.flat();
}
