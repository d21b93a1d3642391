import { type Html, html } from './http/html.ts';
import { failedText } from './text/failed-text.ts';

/** Return the error page of the public site when even the settings cannot be read. */
export const plainPublicPage = (): Html =>
  html`<!doctype html>
<html lang="ar" dir="rtl"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${failedText.ar}</title>
<link rel="stylesheet" href="/s/assets/public.css"></head>
<body><main class="public"><section class="card thanks"><h1>${failedText.ar}</h1>
<p lang="en" dir="ltr">${failedText.en}</p></section></main></body></html>`;
