import { otherLanguage } from '#shared/domain/text/language.ts';
import { type Html, html } from './http/html.ts';
import type { Reader } from './http/language-choice.ts';
import { frameText } from './text/frame-text.ts';

/**
 * Return the link of a public page to itself in the other language.
 * @param sent the fields of the form that the page answers; they are sent again, so that its answer is shown again
 */
export function languageSwitch({ language, inOther }: Reader, sent?: Readonly<Record<string, string>>): Html {
  const other = otherLanguage(language);
  const name = frameText[language].other;
  if (sent)
    return html`<form method="post" action="${inOther}" class="other-language">${Object.entries(sent).map(
      ([field, value]) => html`<input type="hidden" name="${field}" value="${value}">`,
    )}<button type="submit" class="quiet" lang="${other}">${name}</button></form>`;
  return html`<a class="other-language" href="${inOther}" lang="${other}" hreflang="${other}">${name}</a>`;
}
