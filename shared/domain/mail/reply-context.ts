import type { NewPartContext } from './new-part.ts';
import type { ParsedMail } from './parsed-mail.ts';

type Thread = Pick<ParsedMail, 'subject' | 'inReplyTo' | 'references'> & { readonly html?: string | null };

/** Subject prefixes of forwarded mail, by language. */
const FORWARDED =
  /^\s*(?:(?:re|رد)\s*:\s*)?(?:fw|fwd|wg|tr|rv|enc|i|ilt|vl|doorst|pd|تحويل|إعادة توجيه|اعادة توجيه|آگے|फ़ॉरवर्ड|转发|轉寄)\s*[:：]/iu;
/** Subject prefixes of replies. */
const ANSWERED =
  /^\s*(?:re|aw|sv|vs|ref|antw|ynt|yan|yanıt|bls|balas|rif|odp|رد|ردّ|جواب|प्रति|जवाब|回复|答复|回覆)\s*(?:\[\d+\])?\s*[:：]/iu;
/**
 * Elements that mail programs use for quotes. With them, a line that begins with `>` is a quote, whatever the
 * headers say.
 */
const QUOTES = /<blockquote|gmail_quote|yahoo_quoted|protonmail_quote|moz-cite/i;

/**
 * Return whether a mail is a reply or a forward, by its headers. Leave it open when only the HTML suggests a
 * quote.
 */
export function contextOf({ subject, inReplyTo, references, html }: Thread): NewPartContext {
  const forwards = FORWARDED.test(subject);
  const answers = forwards || inReplyTo !== null || references.length > 0 || ANSWERED.test(subject);
  if (answers) return { answers, forwards };
  return QUOTES.test((html ?? '').slice(0, 1_000_000)) ? {} : { answers: false };
}
