import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Language } from '#events/vocabulary.ts';
import { designAddress } from '#functions/web/design/design-files.ts';
import type { Html } from '#functions/web/shell/http/html.ts';
import { languageFor } from '#functions/web/shell/http/language-choice.ts';
import { otherLanguage } from '#shared/domain/text/language.ts';
import { type LocalText, localText } from './local-text.ts';

type LocalPath = '/phone' | '/mailbox' | '/clock' | '/queues';

/** The content of a local page. */
export interface LocalPage {
  readonly title: string;
  readonly here?: LocalPath;
  readonly body: Html;
  /** The path of the script of the page. */
  readonly script?: string;
}

/** Return the texts in the language of the user. */
export const wordsFor = (c: Context): { readonly w: LocalText; readonly language: Language } => {
  const language = languageFor(c);
  return { w: localText[language], language };
};

/** Respond with a page in the frame of the local pages and the style of the console. */
export function localPage(
  c: Context,
  { title, here, body, script }: LocalPage,
): Response | Promise<Response> {
  const { w, language } = wordsFor(c);
  const other = otherLanguage(language);
  const { pathname, search } = new URL(c.req.url);
  const link = (path: string, text: string) =>
    html`<a href="${path}"${path === here ? html` aria-current="page"` : ''}>${text}</a>`;
  return c.html(html`<!doctype html>
<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${language === 'ar' ? 'رضا' : 'Rida'}</title>
<link rel="icon" href="/assets/rida.svg" type="image/svg+xml">
<link rel="stylesheet" href="${designAddress('console.css')}">
<link rel="stylesheet" href="/local/local.css">
${script === undefined ? '' : html`<script type="module" src="${script}"></script>`}
</head>
<body>
<a class="skip" href="#content">${w.skip}</a>
<header class="top"><div class="top-inner">
<a class="brand" href="/cases"><img src="/assets/rida.svg" alt="" width="32" height="32"><span>${w.console}</span></a>
<nav class="menu" aria-label="${w.menu}">
${link('/phone', w.phone)}${link('/mailbox', w.mailbox)}${link('/clock', w.clock)}${link('/queues', w.queues)}
</nav>
<div class="me local-language"><a href="/local/language/${other}?to=${encodeURIComponent(pathname + search)}" lang="${other}" hreflang="${other}">${w.other}</a></div>
</div></header>
<main id="content" tabindex="-1">
${body}
</main>
</body>
</html>`);
}
