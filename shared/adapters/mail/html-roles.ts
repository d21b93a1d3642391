import type { Attributes } from 'sanitize-html';

/** The meaning of an element for a mail program. */
export type HtmlRole = 'quote' | 'attribution' | 'history' | 'signature' | 'hidden';

const QUOTE =
  /(?:^|\s)(?:yahoo_quoted|ymail_android_quoted|protonmail_quote|tutanota_quote|zmail_extra)(?:\s|$)/;
const CITED = /(?:^|\s)(?:gmail_quote|moz-cite|mail_quote|iosymail)(?:\s|$)/;
const ATTRIBUTION = /(?:^|\s)(?:gmail_attr|moz-cite-prefix|reply-intro)(?:\s|$)/;
/** Elements that begin the quoted history, whatever the language of its headers. */
const HISTORY =
  /^(?:(?:x_)*(?:divrplyfwdmsg|appendonsend|mail-editor-reference-message-container|mac_olk_src_body_section|olk_src_body_section|zwchr|outlookmessageheader|ms-outlook-mobile-reference-message))$/;
const SIGNATURE =
  /^(?:gmail_signature|moz-signature|ms-outlook-mobile-signature|protonmail_signature_block(?:-user)?|signature|applemailsignature|composer_signature)$/;
const HIDDEN =
  /display:\s*none|mso-hide:\s*all|visibility:\s*hidden|(?:^|;)\s*font-size:\s*0(?:px|pt)?\s*(?:;|$)/i;

function opensQuote(name: string, { type, style, class: classes = '' }: Attributes): boolean {
  if (QUOTE.test(classes)) return true;
  if (name !== 'blockquote') return false;
  if (type === 'cite' || CITED.test(classes)) return true;
  // A blockquote without a border line is an indented paragraph of the author.
  return !/border(?:-left)?:\s*(?:none|0|medium none)/i.test(style ?? '');
}

/**
 * Return the role of an element by the marks of mail programs: classes, ids, `type="cite"`, hiding styles.
 */
export function roleOf(name: string, attributes: Attributes): HtmlRole | null {
  const { id = '', class: classes = '', style = '' } = attributes;
  if (HIDDEN.test(style)) return 'hidden';
  if (opensQuote(name, attributes)) return 'quote';
  const names = `${id} ${classes}`.toLowerCase().split(/\s+/).slice(0, 20);
  if (ATTRIBUTION.test(names.join(' '))) return 'attribution';
  if (names.some((one) => HISTORY.test(one))) return 'history';
  return names.some((one) => SIGNATURE.test(one)) ? 'signature' : null;
}
