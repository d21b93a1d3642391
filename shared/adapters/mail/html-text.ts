import sanitizeHtml from 'sanitize-html';

const BLOCKS = new Set(
  'address article blockquote br dd div dl dt footer form h1 h2 h3 h4 h5 h6 header hr li ol p pre section table tr ul'.split(
    ' ',
  ),
);
const QUOTES = /\b(?:gmail_quote|moz-cite|yahoo_quoted|protonmail_quote)\b/;
const DROPPED = ['style', 'script', 'title', 'head', 'textarea', 'option', 'noscript'];
const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

function opensQuote(name: string, attributes: Readonly<Record<string, string>>): boolean {
  return name === 'blockquote' || QUOTES.test(attributes.class ?? '');
}

/**
 * Plain text of an HTML mail, a line a block; what the mailer marks as quoted history carries `> `, as
 * in plain-text mail, so that one rule finds the new part of both.
 */
export function htmlToText(html: string): string {
  const lines: string[] = [];
  const open: boolean[] = [];
  let line = '';
  let quotes = 0;
  const breakLine = (): void => {
    const text = line.replace(/[ \t\r\n\u00a0]+/g, ' ').trim();
    lines.push(quotes > 0 && text !== '' ? `> ${text}` : text);
    line = '';
  };
  sanitizeHtml(html, {
    allowedTags: [],
    nonTextTags: DROPPED,
    onOpenTag(name, attributes) {
      if (BLOCKS.has(name)) breakLine();
      if (name === 'br' || name === 'hr' || name === 'img') return;
      const quote = opensQuote(name, attributes);
      open.push(quote);
      quotes += quote ? 1 : 0;
    },
    onCloseTag(name) {
      if (BLOCKS.has(name)) breakLine();
      if (name === 'br' || name === 'hr' || name === 'img') return;
      quotes -= open.pop() ? 1 : 0;
    },
    textFilter(text) {
      line += text.replace(/&(?:lt|gt|quot|amp);/g, (entity) => ENTITIES[entity] ?? entity);
      return '';
    },
  });
  breakLine();
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
