import type { ParsedMail, Unreadable } from '#shared/domain/mail/parsed-mail.ts';
import type { Language } from '#shared/domain/text/language.ts';

/** Reads what strangers send. */
export interface MailReader {
  /** Takes the bytes over: `raw` may be empty afterwards. Never rejects for what a mail contains. */
  parseMail(raw: Uint8Array): Promise<ParsedMail | Unreadable>;
  /** The sender's HTML without what runs, loads, hides or reorders; labels are in a language. */
  cleanHtml(html: string, language: Language): string;
}
