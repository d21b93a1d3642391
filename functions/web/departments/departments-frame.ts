import type { Language } from '#events/vocabulary.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { otherLanguage } from '#shared/domain/text/language.ts';
import { designAddress } from '../design/design-files.ts';
import { draftNotices } from '../shell/draft-notices.ts';
import { type Html, html } from '../shell/http/html.ts';
import { languageSwitch } from '../shell/language-switch.ts';
import { directionOf } from '../shell/view.ts';

interface Frame {
  readonly rules: Rules;
  readonly language: Language;
  readonly title: string;
  /** The path of the page, for the other language. */
  readonly path: string;
  readonly body: Html;
  /** Whether the page keeps the words of its forms while they are typed. */
  readonly keepsWords?: boolean;
}

/** Return the frame of a page for departments: the centre, the other language, the content, the telephone number. */
export function departmentsFrame({ rules, language, title, path, body, keepsWords }: Frame): Html {
  const { name, phone } = rules.centre;
  const other = otherLanguage(language);
  const [address = ''] = path.split('?');
  return html`<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>${title} · ${name[language]}</title>
<link rel="icon" href="/s/assets/rida.svg" type="image/svg+xml">
<link rel="stylesheet" href="${designAddress('public.css', '/s/assets')}">
${keepsWords && html`<script src="${designAddress('public.js', '/s/assets')}" defer></script>`}
</head>
<body>
<div class="public">
<header class="public-brand"><img src="/s/assets/rida.svg" alt="" width="40" height="40"><span>${name[language]}</span>
${languageSwitch({ language, inOther: `?lang=${other}` })}</header>
<main id="content">${body}</main>
<footer class="foot"><p>${name[language]} · <bdi dir="ltr">${phone}</bdi></p></footer>
</div>
${keepsWords && draftNotices(language, { at: `${address}/drafts` })}
</body>
</html>`;
}
