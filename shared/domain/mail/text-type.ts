/** How a part without a valid type is shown. */
export interface TextType {
  readonly type: 'text/plain' | 'text/html';
  /** The charset that an invalid header names anyway. */
  readonly charset?: string;
}

/** Types of text that programs read. They stay files. */
const FILES =
  /^text\/(?:calendar|(?:x-)?vcard|directory|csv|tab-separated-values|rtf|rfc822-headers|x-amp-html|(?:x-)?watch-html|javascript|xml|[\w.-]+\+(?:json|xml))$/;
/** Other types whose content people read. */
const READABLE = /^(?:application\/(?:xhtml\+xml|text|plain|html|x-text)|plain\/text|html\/text)$/;
const VALID = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/;
const CHARSET = /charset\s*=\s*["']?([\w.:+-]{2,40})/i;
const CHARSET_ALONE = /^["']?((?:utf|iso|windows|cp|us|koi8)-?[\w-]{1,20})["']?$/i;

/**
 * Return how the content of a type is shown, when the type is missing, invalid or an unknown kind of text
 * (RFC 2045 §5.2, RFC 2046 §4.1.4). Return undefined for types with a meaning of their own.
 * @param declared the value of Content-Type before its first parameter, in lower case; empty when missing
 */
export function textTypeOf(declared: string): TextType | undefined {
  const type = declared.trim().replace(/^["']|["']$/g, '');
  if (type === 'text/plain' || type === 'text/html' || FILES.test(type)) return undefined;
  if (type.startsWith('multipart/')) return undefined;
  if (VALID.test(type) && !type.startsWith('text/') && !READABLE.test(type)) return undefined;
  const charset = CHARSET.exec(type)?.[1] ?? CHARSET_ALONE.exec(type.replace(/^text\//, ''))?.[1];
  return {
    type: /htm/.test(type) ? 'text/html' : 'text/plain',
    ...(charset !== undefined && { charset }),
  };
}

const HTML_DOCUMENT = /^\s*(?:<!--[\s\S]{0,2000}?-->\s*)?(?:<!doctype\s+html|<html[\s>])/i;
const HTML_PIECE =
  /^\s*<(?:head|body|meta|style|div|p|table|span|font|center|h[1-6]|br|b|a)\b[^<>]{0,2000}>/i;

/**
 * Return true when a text is HTML, whatever its type is. A person does not begin a letter with the tag of a document;
 * any other tag counts only in a part without a type.
 */
export const isHtml = (text: string, isDeclared: boolean): boolean =>
  HTML_DOCUMENT.test(text) || (!isDeclared && HTML_PIECE.test(text) && /<\/[a-z]|<br/i.test(text));
