import { ROUTE_ACCESS, type RoutePath } from '#shared/domain/staff/route-access.ts';
import { otherLanguage } from '#shared/domain/text/language.ts';
import { designAddress } from '../design/design-files.ts';
import { opens } from './access.ts';
import { draftNotices } from './draft-notices.ts';
import { type Html, html, raw } from './http/html.ts';
import { icon } from './icons.ts';
import { frameText } from './text/frame-text.ts';
import { listOf } from './text/list-of.ts';
import { directionOf, type View } from './view.ts';

type Place = 'cases' | 'calls' | 'calls-out' | 'investors' | 'quality' | 'figures' | 'settings';

interface Page {
  readonly title: string;
  readonly here?: Place;
  /** The searched text, kept in the search box. */
  readonly query?: string;
  /** Whether the content fills the window and its parts scroll, instead of the page. */
  readonly fills?: boolean;
  /** Whether a part of the page is loaded again when it changes. */
  readonly isLive?: boolean;
  readonly body: Html;
}

/** The settings of htmx keep to the policy of the pages: no inline style, no code in attributes, no other site. */
const HTMX =
  '{"includeIndicatorStyles":false,"allowEval":false,"selfRequestsOnly":true,"historyEnabled":false}';
const live = html`<meta name="htmx-config" content='${raw(HTMX)}'>
<script src="${designAddress('htmx.js')}" defer></script>`;

/** The links of the menu in their order. A person sees those that the matrix opens to them. */
const MENU = [
  ['/cases', 'cases', 'cases'],
  ['/calls', 'calls', 'calls'],
  ['/calls-out', 'calls-out', 'callsOut'],
  ['/investors', 'investors', 'investors'],
  ['/quality', 'quality', 'quality'],
  ['/figures', 'figures', 'figures'],
  ['/settings', 'settings', 'settings'],
] as const satisfies readonly (readonly [RoutePath, Place, keyof (typeof frameText)['ar']])[];

/** Return the roles of the signed-in person, in their form of address where it is known. */
function roleNames({ agent, language, rules }: View): string {
  const { role: neutral, roleOf } = frameText[language];
  const form = rules.staff.get(agent.user)?.formOfAddress;
  const names = form === undefined ? neutral : roleOf[form];
  return listOf(
    agent.roles.map((role) => names[role]),
    language,
  );
}

/** Return the frame of a console page: landmarks, menu, search, language and the signed-in agent. */
export function consolePage(
  view: View,
  { title, here, query = '', fills = false, isLive = false, body }: Page,
): Html {
  const { language, agent, rules, path } = view;
  const w = frameText[language];
  const other = otherLanguage(language);
  const current = (name: Place) => (name === here ? html` aria-current="page"` : '');
  return html`<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · ${rules.centre.name[language]}</title>
<link rel="icon" href="/assets/rida.svg" type="image/svg+xml">
<link rel="stylesheet" href="${designAddress('console.css')}">
<script src="${designAddress('console.js')}" defer></script>
${isLive && live}
</head>
<body${fills ? html` class="talking"` : ''}>
<a class="skip" href="#content">${w.skip}</a>
<header class="top">
<div class="top-inner">
<a class="brand" href="/"><img src="/assets/rida.svg" alt="" width="32"
  height="32"><span>${rules.centre.name[language]}</span></a>
<nav class="menu" aria-label="${w.menu}">
${MENU.filter(([path]) => opens(agent, ROUTE_ACCESS[path].GET)).map(
  ([path, place, name]) => html`<a href="${path}"${current(place)}>${w[name]}</a>\n`,
)}</nav>
${
  opens(agent, ROUTE_ACCESS['/search'].GET) &&
  html`<form class="search" role="search" action="/search" method="get">
<label class="visually-hidden" for="search">${w.search}</label>
<input id="search" name="q" type="search" dir="auto" value="${query}" placeholder="${w.searchShort}"
  autocomplete="off" maxlength="254">
<button type="submit">${icon('search')}<span class="visually-hidden">${w.searchButton}</span></button>
</form>`
}
<div class="me">
<a href="/language/${other}?to=${encodeURIComponent(path)}" lang="${other}" hreflang="${other}">${w.other}</a>
<span class="who"><bdi>${agent.name}</bdi><small>${roleNames(view)}${
    opens(agent, ROUTE_ACCESS['/absence'].GET) && html` · <a href="/absence">${w.absence}</a>`
  }</small></span>
<form action="/sign-out" method="post"><button class="quiet" type="submit">${w.signOut}</button></form>
</div>
</div>
</header>
<main id="content" tabindex="-1">
${body}
</main>
${draftNotices(language, { user: agent.user, at: '/drafts' })}
</body>
</html>`;
}
