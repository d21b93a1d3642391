import type { Calendar } from '#shared/domain/sla/calendar.ts';
import { compile } from '#shared/domain/sla/compile.ts';
import { hoursText } from '#shared/domain/text/hours-text.ts';
import type { Settings } from '#shared/settings/settings.ts';
import { type Html, html } from '../shell/http/html.ts';
import { icon } from '../shell/icons.ts';
import { frameText } from '../shell/text/frame-text.ts';
import { priorityLabel, segmentLabel, typeLabel } from '../shell/text/labels.ts';
import type { View } from '../shell/view.ts';
import { calendarText } from './calendar-text.ts';
import type { EntrySection } from './entry-fields.ts';
import { mayEdit, settingsPage } from './frame.ts';
import { partText } from './part-text.ts';
import { policyText } from './policy-text.ts';
import { settingsText } from './settings-text.ts';
import { APART, namesOf, valueText } from './value-text.ts';

const and = (view: View): string => (view.language === 'ar' ? '، ' : ', ');

const addLink = (section: string, label: string, view: View): Html | string =>
  mayEdit(view)
    ? html`<p><a class="button" href="/settings/${section}/~add">${icon('open')}${label}</a></p>`
    : '';

/** Format the opening hours of the next seven days. */
export const openingHoursText = (calendar: Calendar, { language, now }: View): string =>
  hoursText(compile(calendar), now, language);

/** Return the list of calendars with their next week and their users. */
export function calendarsPage(view: View, settings: Settings): Html {
  const { language } = view;
  const w = calendarText[language];
  const usersOf = (id: string) => [
    ...(settings.desk.calendar === id ? [settingsText[language].sections.desk] : []),
    ...settings.policies.filter(({ calendarId }) => calendarId === id).map(({ name }) => name[language]),
    ...settings.departments.filter(({ calendar }) => calendar === id).map(({ name }) => name[language]),
  ];
  return settingsPage(view, {
    title: settingsText[language].sections.calendars,
    here: 'calendars',
    body: html`<ul class="entries">${settings.calendars.map((calendar) => {
      const { id, name, zone, variantOf } = calendar;
      const users = usersOf(id);
      return html`<li class="card">
<h2><a href="/settings/calendars/${id}">${name[language]}</a> <code><bdi dir="ltr">${id}</bdi></code></h2>
<p class="opening">${openingHoursText(calendar, view)}</p>
<p class="faint">${w.zone}: <bdi dir="ltr">${zone}</bdi>${
        variantOf !== undefined &&
        html` · ${w.variantOf}: ${settings.calendars.find((one) => one.id === variantOf)?.name[language] ?? variantOf}`
      }${users.length > 0 && html` · ${w.usedIn}: ${users.join(and(view))}`}</p>
${
  mayEdit(view) &&
  html`<p><a class="button" href="/settings/calendars/${id}#decree">${icon('clock')}${w.decree}</a></p>`
}</li>`;
    })}</ul>${addLink('calendars', w.add, view)}`,
  });
}

const swapped = (order: readonly string[], at: number, by: -1 | 1): string[] =>
  order.map((id, i) => (i === at ? (order[at + by] ?? id) : i === at + by ? (order[at] ?? id) : id));

/** Return the requested order if it contains each policy exactly once; otherwise the current order. */
export function orderOf(settings: Settings, asked: string | undefined): readonly string[] {
  const ids = settings.policies.map(({ id }) => id);
  const order = (asked ?? '').split(',').filter((id) => ids.includes(id));
  return new Set(order).size === ids.length ? order : ids;
}

/**
 * Return the service levels in the order of their precedence. Moving one changes nothing before the preview.
 */
export function policiesPage(
  view: View,
  settings: Settings,
  order: readonly string[],
  version: number,
): Html {
  const { language } = view;
  const w = policyText[language];
  const differs = order.join() !== settings.policies.map(({ id }) => id).join();
  const link = (at: number, by: -1 | 1, label: string) =>
    at + by < 0 || at + by >= order.length
      ? ''
      : html`<a class="button small" href="/settings/policies?order=${swapped(order, at, by).join(',')}"
  aria-label="${label}: ${
    settings.policies.find(({ id }) => id === order[at])?.name[language] ?? ''
  }">${by < 0 ? '↑' : '↓'}</a>`;
  const condition = (when: Settings['policies'][number]['when']) => {
    const conditions = Object.entries(when).flatMap(([name, values]) =>
      values
        ? [`${partText(name, language)}: ${valueText(values, language, namesOf(language, settings))}`]
        : [],
    );
    return conditions.length === 0 ? w.everything : conditions.join(APART);
  };
  return settingsPage(view, {
    title: settingsText[language].sections.policies,
    here: 'policies',
    body: html`<p class="faint">${w.orderHint}</p>
${
  differs && mayEdit(view)
    ? html`<form method="post" action="/settings/policies" class="notice notice-warn with-act"><input type="hidden"
  name="_base" value="${version}"><input type="hidden" name="order"
  value="${order.join(',')}"><p>${w.orderDiffers}</p>
<button class="primary" type="submit">${w.previewOrder}</button></form>`
    : ''
}
<ol class="entries ordered">${order.map((id, at) => {
      const policy = settings.policies.find((one) => one.id === id);
      if (!policy) return '';
      return html`<li class="card"><div class="head">
<h2>${at + 1}. <a href="/settings/policies/${id}">${policy.name[language]}</a></h2>${
        mayEdit(view) && html`<span class="moves-by">${link(at, -1, w.up)}${link(at, 1, w.down)}</span>`
      }</div>
<p class="faint">${w.accepts} ${condition(policy.when)}${APART}${w.calendar}: ${
        settings.calendars.find((one) => one.id === policy.calendarId)?.name[language] ?? policy.calendarId
      }</p></li>`;
    })}</ol>${addLink('policies', w.add, view)}`,
  });
}

type Row = readonly [key: string, name: string, rest: readonly string[]];

function rowsOf(section: EntrySection, settings: Settings, view: View): Row[] {
  const { language } = view;
  const department = (id: string) => settings.departments.find((one) => one.id === id)?.name[language] ?? id;
  const category = (id: string) => settings.categories.find((one) => one.id === id)?.name[language] ?? id;
  const calendar = (id: string) => settings.calendars.find((one) => one.id === id)?.name[language] ?? id;
  switch (section) {
    case 'departments':
      return settings.departments.map((one) => [
        one.id,
        one.name[language],
        [
          one.email,
          ...(one.calendar === undefined ? [] : [calendar(one.calendar)]),
          ...(one.city === undefined ? [] : [one.city]),
        ],
      ]);
    case 'categories':
      return settings.categories.map((one) => [
        one.id,
        one.name[language],
        [
          department(one.department),
          ...(one.priority === undefined ? [] : [priorityLabel[one.priority][language]]),
        ],
      ]);
    case 'districts':
      return settings.districts.map((one) => [one.id, one.name[language], one.aliases]);
    case 'services':
      return settings.services.map((one) => [
        one.id,
        one.name[language],
        [
          department(one.department),
          ...(one.segment === undefined ? [] : [segmentLabel[one.segment][language]]),
        ],
      ]);
    case 'replyTemplates':
      return settings.replyTemplates.map((one) => [
        one.id,
        one.name[language],
        [
          ...(one.type === undefined ? [] : [typeLabel[one.type][language]]),
          ...(one.category === undefined ? [] : [category(one.category)]),
        ],
      ]);
    case 'staff':
      return settings.staff.map((one) => [
        one.user,
        one.name[language],
        [
          one.departments.map(department).join(and(view)),
          one.skills.map(category).join(and(view)),
          valueText(one.languages, language, new Map()),
          settingsText[language].capacity(one.capacity),
          (one.roles ?? []).map((role) => frameText[language].role[role]).join(and(view)),
        ].filter((item) => item !== ''),
      ]);
  }
}

/** Return a plain list, such as departments, districts or staff. */
export function entriesPage(view: View, section: EntrySection, settings: Settings): Html {
  const w = settingsText[view.language];
  const rows = rowsOf(section, settings, view);
  return settingsPage(view, {
    title: w.sections[section],
    here: section,
    body: html`${
      rows.length === 0
        ? html`<p class="card empty">${w.none}</p>`
        : html`<div class="card flush"><table class="entries-table"><tbody>${rows.map(
            ([key, name, rest]) =>
              html`<tr><th scope="row"><a
  href="/settings/${section}/${encodeURIComponent(key)}">${name}</a><br><code><bdi
  dir="ltr">${key}</bdi></code></th><td><bdi>${rest.join(APART)}</bdi></td></tr>`,
          )}</tbody></table></div>`
    }${addLink(section, w.add, view)}`,
  });
}
