import { stripBidiControls } from '#shared/domain/text/bidi.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Escape a text for an element or a quoted attribute, and remove characters that reorder the text after them.
 */
export function escapeHtml(text: string): string {
  return stripBidiControls(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/**
 * Validate a web address for a link.
 * @throws RangeError unless it is an http(s) address
 */
export function safeHref(href: string): string {
  const url = URL.parse(href);
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new RangeError('a link in a mail must be an http(s) address');
  return url.href;
}
