import type { Bilingual } from '#shared/domain/text/bilingual.ts';
import { designAddress } from '../design/design-files.ts';
import { type Html, html } from './http/html.ts';
import { failedText } from './text/failed-text.ts';

/** Return a page of the public site with only a message. It needs no settings. */
export const plainPublicPage = (text: Bilingual = failedText): Html =>
  html`<!doctype html>
<html lang="ar" dir="rtl"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${text.ar}</title>
<link rel="stylesheet" href="${designAddress('public.css', '/s/assets')}"></head>
<body><main class="public"><section class="card thanks"><h1>${text.ar}</h1>
<p lang="en" dir="ltr">${text.en}</p></section></main></body></html>`;
