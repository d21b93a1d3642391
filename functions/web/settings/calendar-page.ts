import type { Calendar, DayException } from '#shared/domain/sla/calendar.ts';
import { formatDate } from '#shared/domain/sla/local-date.ts';
import { type Html, html } from '../shell/http/html.ts';
import { icon } from '../shell/icons.ts';
import { decreeRows, holidayForms, scopeForm, seasonForms, weekForm } from './calendar-forms.ts';
import { calendarText } from './calendar-text.ts';
import { datePicker } from './date-picker.ts';
import { dayAt, dayText } from './day-text.ts';
import { DECREES } from './decree.ts';
import { editForm, problems } from './edit-form.ts';
import { settingsPage } from './frame.ts';
import { lineInput, type SettingsFormContext } from './inputs.ts';
import { openingHoursText } from './list-pages.ts';
import { settingsText } from './settings-text.ts';
import { type UpcomingHoliday, upcomingDates, upcomingHolidays } from './upcoming-holidays.ts';
import { exceptionText } from './value-text.ts';

/** A separate form on the page of a calendar, with the texts of a rejected attempt. */
export interface SideForms {
  readonly decree?: SettingsFormContext;
  readonly confirm?: SettingsFormContext;
}

function decreeForm(calendar: Calendar, context: SettingsFormContext, version: number): Html {
  const { view, typed } = context;
  const { language } = view;
  const w = calendarText[language];
  const today = dayAt(view.now, calendar.zone);
  const chosen = typed?.get('kind')?.[0] ?? 'ends';
  const time = (name: string, label: string) =>
    lineInput(context, { name, label, dir: 'ltr', numeric: true });
  return html`<section class="card" id="decree"><h2>${icon('clock')} ${w.decree}</h2>
<p class="faint">${w.decreeHint}</p>
${typed && problems(context)}
<form method="post" action="/settings/calendars/${calendar.id}/decree#wrong"
  data-place="/settings/calendars/${calendar.id}" data-draft="decree"${typed && html` data-kept`}>
<input type="hidden" name="_base" value="${version}">
<div class="fields-beside">${datePicker(context, { name: 'on', label: w.date, first: formatDate(today) })}
${lineInput(context, { name: 'name', label: w.name, optional: true })}</div>
<fieldset class="set"><legend>${w.kind}</legend><div class="decree-kinds">${DECREES.map(
    (kind) =>
      html`<div class="decree-kind"><label><input type="radio" name="kind"
  value="${kind}"${kind === chosen ? html` checked` : ''}><span>${w.kinds[kind]}</span></label>${
    kind === 'ends'
      ? time('ends', w.endsAt)
      : kind === 'open'
        ? html`<div class="fields-beside">${time('from', w.from)}${time('to', w.to)}</div>`
        : ''
  }</div>`,
  )}</div></fieldset>
<button class="primary" type="submit">${settingsText[language].preview}</button>
</form></section>`;
}

function comingRow(
  one: UpcomingHoliday,
  calendar: Calendar,
  context: SettingsFormContext,
  version: number,
): Html {
  const { language } = context.view;
  const w = calendarText[language];
  const name = one.list === 'holidays' ? calendar.holidays[one.at]?.name : calendar.overrides[one.at]?.name;
  const { from, to } = upcomingDates(one);
  const days =
    one.from === one.to
      ? dayText(one.from, language)
      : `${dayText(one.from, language)} – ${dayText(one.to, language)}`;
  const key = `${one.list}.${one.at}.${one.year}`;
  const mine: SettingsFormContext =
    context.typed?.get('key')?.[0] === key ? context : { ...context, typed: new Map(), wrong: new Map() };
  const { typed: _t, wrong: _w, ...fresh } = mine;
  const shown: SettingsFormContext = mine === context ? context : fresh;
  return html`<li class="coming">
<div><strong>${name?.[language] ?? calendar.name[language]}</strong> <span class="status status-${
    one.proposed ? 'pending-department' : 'resolved'
  }">${one.proposed ? w.proposed : w.confirmed}</span><p>${days}</p></div>
${
  one.proposed && !context.locked
    ? html`<form method="post"
  action="/settings/calendars/${calendar.id}/confirm#wrong" data-place="/settings/calendars/${calendar.id}"
  data-draft="confirm ${key}"${mine === context && html` data-kept`}>${mine === context && problems(context)}<input
  type="hidden" name="_base" value="${version}"><input type="hidden" name="key" value="${key}">
<div class="fields-beside">${datePicker(shown, {
        name: 'from',
        label: w.first,
        first: from,
      })}${datePicker(shown, { name: 'to', label: w.last, first: to })}<button
  type="submit">${w.confirm}</button></div></form>`
    : ''
}</li>`;
}

/** Return the page of a calendar: today's decree, the next holidays, and all its parts. */
export function calendarPage(
  context: SettingsFormContext,
  version: number,
  calendar: Calendar | undefined,
  side: SideForms = {},
): Html {
  const { view, prefix } = context;
  const { language } = view;
  const w = calendarText[language];
  const { typed: _t, wrong: _w, ...bare } = context;
  const fresh: SettingsFormContext = { ...bare, prefix: `${prefix}.none` };
  const upcoming = calendar ? upcomingHolidays(calendar, dayAt(view.now, calendar.zone)) : [];
  return settingsPage(view, {
    title: calendar ? calendar.name[language] : w.add,
    here: 'calendars',
    body: html`${
      calendar &&
      html`<p class="faint">${w.hours}: ${openingHoursText(calendar, view)}</p>
${!context.locked && decreeForm(calendar, side.decree ?? fresh, version)}
<section class="card"><h2>${w.upcoming}</h2><p class="faint">${w.comingHint}</p>
<ul>${upcoming.map((one) => comingRow(one, calendar, side.confirm ?? fresh, version))}</ul></section>`
    }
${editForm(
  context,
  {
    action: `/settings/calendars/${calendar?.id ?? '~add'}`,
    version,
    entry: calendar?.name[language],
    isNew: !calendar,
  },
  html`<section class="card"><h2>${w.basic}</h2>
<div class="fields-beside">${lineInput(context, { name: 'name.ar', label: w.nameAr })}${lineInput(context, {
    name: 'name.en',
    label: w.nameEn,
    dir: 'ltr',
  })}
${lineInput(context, {
  name: 'zone',
  label: w.zone,
  dir: 'ltr',
  first: 'Asia/Riyadh',
})}${lineInput(context, { name: 'source', label: w.source })}</div></section>
<section class="card"><h2>${w.week}</h2><p class="faint">${w.weekHint}</p>${weekForm(context, 'hours')}</section>
<section class="card"><h2>${w.seasons}</h2>${seasonForms(context)}</section>
<section class="card"><h2>${w.holidays}</h2><p class="faint">${w.ruleHint}</p>${holidayForms(context)}</section>
<section class="card">
<h2>${w.decrees}</h2>${decreeRows(context, (exception) =>
    exceptionText(exception as DayException, dayAt(view.now, 'Asia/Riyadh'), language),
  )}</section>
<details class="card"${calendar?.variantOf === undefined ? '' : html` open`}>
<summary>${w.scope}</summary>${scopeForm(context)}</details>`,
)}`,
  });
}
