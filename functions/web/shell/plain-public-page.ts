import type { Language } from '#events/vocabulary.ts';
import type { Bilingual } from '#shared/domain/text/bilingual.ts';
import { otherLanguage } from '#shared/domain/text/language.ts';
import { designAddress } from '../design/design-files.ts';
import { type Html, html } from './http/html.ts';
import { failedText } from './text/failed-text.ts';
import { directionOf } from './view.ts';

/** Return a page of the public site with only a message. It needs no settings. */
export function plainPublicPage(text: Bilingual = failedText, language: Language = 'ar'): Html {
  const other = otherLanguage(language);
  return html`<!doctype html>
<html lang="${language}" dir="${directionOf(language)}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${text[language]}</title>
<link rel="stylesheet" href="${designAddress('public.css', '/s/assets')}"></head>
<body><main class="public"><section class="card thanks"><h1>${text[language]}</h1>
<p lang="${other}" dir="${directionOf(other)}">${text[other]}</p></section></main></body></html>`;
}
