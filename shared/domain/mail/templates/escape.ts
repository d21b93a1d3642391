import { stripBidiControls } from '#shared/domain/text/bidi.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text made safe for an element or a quoted attribute, without characters that reorder what follows. */
export function escapeHtml(text: string): string {
  return stripBidiControls(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/**
 * A web address fit for a link.
 * @throws RangeError when it is no http(s) address
 */
export function safeHref(href: string): string {
  const url = URL.parse(href);
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new RangeError('a link in a mail is a web address');
  return url.href;
}
