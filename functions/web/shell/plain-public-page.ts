import { type Html, html } from './http/html.ts';
import { failedText } from './text/failed-text.ts';

/** The page for when nothing can be read, not even the settings. */
export const plainPublicPage = (): Html =>
  html`<!doctype html>
<html lang="ar" dir="rtl"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${failedText.ar}</title>
<link rel="stylesheet" href="/s/assets/public.css"></head>
<body><main class="public"><section class="card thanks"><h1>${failedText.ar}</h1>
<p lang="en" dir="ltr">${failedText.en}</p></section></main></body></html>`;
