import { everyOf } from '#shared/domain/every-of.ts';
import type { SECTIONS } from '#shared/settings/settings.ts';
import { can } from '../shell/access.ts';
import { consolePage } from '../shell/console-page.ts';
import { type Html, html } from '../shell/http/html.ts';
import { icon } from '../shell/icons.ts';
import { frameText } from '../shell/text/frame-text.ts';
import type { View } from '../shell/view.ts';
import { settingsText } from './settings-text.ts';

type SettingsPlace = (typeof SECTIONS)[number] | 'overview' | 'document' | 'accesses';

/** The order of the menu: frequently changed sections first. */
const ORDER = everyOf<SettingsPlace>()([
  ...(['overview', 'calendars', 'policies', 'categories', 'departments', 'staff'] as const),
  ...(['districts', 'services', 'replyTemplates'] as const),
  ...([
    'assignment',
    'escalation',
    'audiences',
    'reports',
    'desk',
    'survey',
    'telephone',
    'outbound',
    'messages',
    'retention',
    'centre',
    'document',
    'accesses',
  ] as const),
]);

export const mayEdit = (view: Pick<View, 'agent'>): boolean => can(view, 'settings.edit');

const placeTitle = (place: SettingsPlace, view: View): string => {
  const w = settingsText[view.language];
  if (place === 'accesses') return frameText[view.language].accesses;
  return place === 'overview' || place === 'document' ? w[place] : w.sections[place];
};

interface SettingsPage {
  readonly title: string;
  readonly here: SettingsPlace;
  readonly body: Html;
}

/** Return a page of the settings: the frame of the console with the menu of the settings. */
export function settingsPage(view: View, { title, here, body }: SettingsPage): Html {
  const w = settingsText[view.language];
  const places = ORDER.filter((place) => place !== 'accesses' || can(view, 'accesses.read'));
  const links = places.map((place) => {
    const current = place === here ? html` aria-current="page"` : '';
    return html`<li><a
  href="/settings${place === 'overview' ? '' : `/${place}`}"${current}>${placeTitle(place, view)}</a></li>`;
  });
  return consolePage(view, {
    title: `${title} · ${frameText[view.language].settings}`,
    here: 'settings',
    body: html`<div class="settings">
<nav class="settings-menu" aria-label="${w.menu}"><ul>${links}</ul></nav>
<div class="settings-body">
<div class="head"><h1>${title}</h1></div>
${
  !mayEdit(view) &&
  here !== 'accesses' &&
  html`<div class="notice notice-warn">${icon('shield')}<p>${w.readOnly}</p></div>`
}
${body}
</div>
</div>`,
  });
}
