import type { Language } from '#events/vocabulary.ts';
import type { Rules } from '#shared/domain/rules.ts';
import type { Bilingual } from '#shared/domain/text/bilingual.ts';
import { otherLanguage } from '#shared/domain/text/language.ts';
import { designAddress } from '../design/design-files.ts';
import { draftNotices } from '../shell/draft-notices.ts';
import { type Html, html } from '../shell/http/html.ts';
import type { Reader } from '../shell/http/language-choice.ts';
import { languageSwitch } from '../shell/language-switch.ts';
import { directionOf } from '../shell/view.ts';

/** Write a text in the person's language, with the other language beside it. */
export function both(text: Bilingual, language: Language): Html {
  const other = otherLanguage(language);
  return html`<span><span class="own">${text[language]}</span><span class="beside" lang="${other}"
  dir="${directionOf(other)}">${text[other]}</span></span>`;
}

interface Page {
  readonly reader: Reader;
  readonly rules: Rules;
  readonly title: Bilingual;
  readonly body: Html;
  /** The browser keeps typed words until they are sent, or forgets those that were taken. No script when missing. */
  readonly words?: 'kept' | 'taken' | undefined;
  /** The fields of the form that the page answers. */
  readonly sent?: Readonly<Record<string, string>> | undefined;
}

/**
 * Return the frame of a page for beneficiaries: the centre, the content, the telephone number. It works without
 * script.
 */
export function publicPage({ reader, rules, title, body, words, sent }: Page): Html {
  const { language } = reader;
  const { name, phone } = rules.centre;
  return html`<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>${title[language]} · ${name[language]}</title>
<link rel="icon" href="/s/assets/rida.svg" type="image/svg+xml">
<link rel="stylesheet" href="${designAddress('public.css', '/s/assets')}">
${words && html`<script src="${designAddress('public.js', '/s/assets')}" defer></script>`}
</head>
<body>
<div class="public">
<header class="public-brand"><img src="/s/assets/rida.svg" alt="" width="40"
  height="40">${both(name, language)}${languageSwitch(reader, sent)}</header>
<main id="content">${body}</main>
<footer class="foot"><p>${name[language]} · <bdi dir="ltr">${phone}</bdi></p></footer>
</div>
${words && draftNotices(language, { isOver: words === 'taken' })}
</body>
</html>`;
}
