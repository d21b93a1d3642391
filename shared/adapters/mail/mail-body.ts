import { isTooDeep, wordsOnly } from '#shared/domain/mail/html-depth.ts';
import { isHtml } from '#shared/domain/mail/text-type.ts';
import type { MimeNode } from './charset-parser.ts';
import { htmlToText } from './html-text.ts';

/** Maximum number of HTML characters that are converted to text. */
const LONGEST_HTML = 1_000_000;

/** The body of a mail: plain text, and the sender's HTML. */
export interface MailBody {
  readonly text: string;
  readonly html: string | null;
  readonly tooDeep: boolean;
}

const EMPTY: MailBody = { text: '', html: null, tooDeep: false };
/** Plain parts beside HTML that contain only a notice. */
const PLACEHOLDER =
  /^(?:this (?:message|e-?mail|is an html)|your (?:e-?mail|mail)|if you (?:can(?:no|')t|are unable|see)|to view this|please view|هذه الرسالة بتنسيق|لعرض هذه الرسالة).{0,240}$/i;

/** Build the body of an HTML part. */
export function htmlBody(html: string): MailBody {
  const shown = html.slice(0, LONGEST_HTML);
  const tooDeep = isTooDeep(shown);
  return { text: tooDeep ? wordsOnly(shown) : htmlToText(shown), html, tooDeep };
}

/** Join consecutive bodies. */
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

/** Prefer the plain text, unless it only announces the HTML. */
function preferred(bodies: readonly MailBody[]): MailBody {
  const plain = bodies.find(({ text, html }) => html === null && text.trim() !== '');
  const rich = bodies.findLast(({ html }) => html !== null);
  if (!plain || !rich) return rich ?? plain ?? EMPTY;
  const says = plain.text.replace(/\s+/g, ' ').trim();
  const isPlaceholder = PLACEHOLDER.test(says) && /html/i.test(says) && rich.text.trim() !== '';
  return isPlaceholder ? rich : { ...rich, text: plain.text };
}

/** Build the body of a mail from its parts (RFC 2046 §5.1): choose among alternatives, join the others. */
export function bodyOf(node: MimeNode): MailBody {
  if (node.children.length > 0) {
    const bodies = node.children.map(bodyOf);
    return node.contentType === 'multipart/alternative' ? preferred(bodies) : joined(bodies);
  }
  if (node.isAttachment || !node.textContent) return EMPTY;
  if (node.contentType === 'text/html' || isHtml(node.textContent, node.isDeclared))
    return htmlBody(node.textContent);
  return { text: node.textContent, html: null, tooDeep: false };
}
