import type { ParsedMail, Unreadable } from '#shared/domain/mail/parsed-mail.ts';
import type { Language } from '#shared/domain/text/language.ts';

/** Parses received mail, which is untrusted. */
export interface MailReader {
  /** Parse a mail. It takes over the bytes, so `raw` may be empty afterwards. No content makes it reject. */
  parseMail(raw: Uint8Array): Promise<ParsedMail | Unreadable>;
  /** Sanitise the sender's HTML: remove everything that runs, loads, hides or reorders content. */
  cleanHtml(html: string, language: Language): string;
}
