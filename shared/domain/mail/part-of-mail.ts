import { newPart, shownPart } from './new-part.ts';
import type { ParsedMail } from './parsed-mail.ts';
import { contextOf } from './reply-context.ts';

type Read = Pick<ParsedMail, 'subject' | 'inReplyTo' | 'references' | 'text'> & {
  readonly html?: string | null;
};

/** The parts that were read. Several rules ask for the part of one mail, which does not change. */
const parts = new WeakMap<Read, string>();

/** Return what the author of a mail wrote now (`newPart`). A mail is read once. */
export function newPartOf(mail: Read): string {
  const found = parts.get(mail);
  if (found !== undefined) return found;
  const part = newPart(mail.text, contextOf(mail));
  parts.set(mail, part);
  return part;
}

/** Return the text of a mail to display first (`shownPart`). */
export const shownPartOf = (mail: Read): string => newPartOf(mail) || shownPart(mail.text, contextOf(mail));
