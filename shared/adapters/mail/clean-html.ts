import sanitizeHtml, { type Attributes, type IOptions, type Tag } from 'sanitize-html';
import { isTooDeep, wordsOnly } from '#shared/domain/mail/html-depth.ts';
import { escapeHtml } from '#shared/domain/mail/templates/escape.ts';
import { stripBidiControls } from '#shared/domain/text/bidi.ts';
import type { Language } from '#shared/domain/text/language.ts';

const LONGEST = 500_000;

const TAGS =
  'p br div span b strong i em u s sub sup a ul ol li table thead tbody tfoot tr td th h1 h2 h3 h4 h5 h6 blockquote pre code hr';

const PICTURE: Readonly<Record<Language, { readonly remote: string; readonly embedded: string }>> = {
  ar: { remote: 'صورة خارجية محجوبة', embedded: 'صورة مرفقة' },
  en: { remote: 'remote picture blocked', embedded: 'attached picture' },
};

function pictureAsText(attributes: Attributes, language: Language): Tag {
  const label = PICTURE[language][/^cid:/i.test(attributes.src ?? '') ? 'embedded' : 'remote'];
  const alternative = (attributes.alt ?? '').trim().slice(0, 120);
  return {
    tagName: 'span',
    attribs: {},
    text: `[${alternative === '' ? label : `${label}: ${alternative}`}]`,
  };
}

function safeLink(attributes: Attributes): Tag {
  return { tagName: 'a', attribs: { ...attributes, rel: 'noreferrer noopener nofollow', target: '_blank' } };
}

/** Remove colours and sizes, because they can hide text. Keep alignment and direction, which Arabic needs. */
const options = (language: Language): IOptions => ({
  allowedTags: TAGS.split(' '),
  allowedAttributes: {
    '*': ['dir', 'lang', 'style'],
    a: ['href', 'rel', 'target'],
    td: ['colspan', 'rowspan'],
    th: ['colspan', 'rowspan'],
    ol: ['start'],
  },
  allowedSchemes: ['https', 'http', 'mailto', 'tel'],
  allowProtocolRelative: false,
  allowedStyles: {
    '*': {
      'text-align': [/^(?:left|right|center|justify|start|end)$/],
      direction: [/^(?:rtl|ltr)$/],
      'font-weight': [/^(?:bold|normal|[1-9]00)$/],
      'font-style': [/^(?:italic|normal)$/],
      'text-decoration': [/^(?:underline|line-through|none)$/],
    },
  },
  disallowedTagsMode: 'discard',
  nonTextTags: [
    'style',
    'script',
    'title',
    'textarea',
    'option',
    'noscript',
    'xmp',
    'svg',
    'math',
    'template',
  ],
  nestingLimit: 100,
  transformTags: {
    img: (_name, attributes) => pictureAsText(attributes, language),
    a: (_name, attributes) => safeLink(attributes),
  },
});

/**
 * Sanitise a sender's HTML for display in an agent's page: few tags, no script, form, frame or style sheet,
 * pictures replaced by text (loading a picture reveals that, and where, the mail was read), links without a
 * referrer, no characters that reorder text. The page still displays it under a CSP.
 */
export function cleanHtml(html: string, language: Language): string {
  const shown = html.slice(0, LONGEST);
  if (isTooDeep(shown)) return `<p dir="auto">${escapeHtml(wordsOnly(shown))}</p>`;
  return stripBidiControls(sanitizeHtml(shown, options(language)));
}
