import { isTooDeep, wordsOnly } from '#shared/domain/mail/html-depth.ts';
import type { MimeNode } from './charset-parser.ts';
import { htmlToText } from './html-text.ts';

/** Characters of HTML that are made into text: far beyond what anybody writes by hand. */
const LONGEST_HTML = 1_000_000;

/** What a mail says: in words, and as the sender laid it out. */
export interface MailBody {
  readonly text: string;
  readonly html: string | null;
  readonly tooDeep: boolean;
}

const EMPTY: MailBody = { text: '', html: null, tooDeep: false };
/** Plain parts that mailers write beside HTML and that say nothing. */
const PLACEHOLDER =
  /^(?:this (?:message|e-?mail|is an html)|your (?:e-?mail|mail)|if you (?:can(?:no|')t|are unable|see)|to view this|please view|هذه الرسالة بتنسيق|لعرض هذه الرسالة).{0,240}$/i;

/** What HTML says, and the HTML. */
export function htmlBody(html: string): MailBody {
  const shown = html.slice(0, LONGEST_HTML);
  const tooDeep = isTooDeep(shown);
  return { text: tooDeep ? wordsOnly(shown) : htmlToText(shown), html, tooDeep };
}

/** Bodies that stand in a row, as one. */
export function joined(bodies: readonly MailBody[]): MailBody {
  const html = bodies.flatMap((body) => body.html ?? []);
  return {
    text: bodies
      .map(({ text }) => text.replace(/^\n+|\s+$/g, ''))
      .filter((text) => text !== '')
      .join('\n\n'),
    html: html.length === 0 ? null : html.join('\n'),
    tooDeep: bodies.some(({ tooDeep }) => tooDeep),
  };
}

/** The plain words, unless they only say that the mail has others. */
function preferred(bodies: readonly MailBody[]): MailBody {
  const plain = bodies.find(({ text, html }) => html === null && text.trim() !== '');
  const rich = bodies.findLast(({ html }) => html !== null);
  if (!plain || !rich) return rich ?? plain ?? EMPTY;
  const says = plain.text.replace(/\s+/g, ' ').trim();
  const isPlaceholder = PLACEHOLDER.test(says) && /html/i.test(says) && rich.text.trim() !== '';
  return isPlaceholder ? rich : { ...rich, text: plain.text };
}

/** The body of a mail out of its parts (RFC 2046 §5.1): alternatives are chosen from, others stand in a row. */
export function bodyOf(node: MimeNode): MailBody {
  if (node.children.length > 0) {
    const bodies = node.children.map(bodyOf);
    return node.contentType === 'multipart/alternative' ? preferred(bodies) : joined(bodies);
  }
  if (node.isAttachment || !node.textContent) return EMPTY;
  if (node.contentType === 'text/html') return htmlBody(node.textContent);
  return { text: node.textContent, html: null, tooDeep: false };
}
