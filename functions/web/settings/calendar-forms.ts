import { WEEKDAYS, type Weekday } from '#shared/domain/sla/calendar.ts';
import { type Html, html } from '../shell/http/html.ts';
import { dayLabel } from '../shell/text/labels.ts';
import { calendarText } from './calendar-text.ts';
import { datePicker } from './date-picker.ts';
import { dayAt, ruleText } from './day-text.ts';
import { departmentOptions } from './field-options.ts';
import {
  disabled,
  fieldTrouble,
  fieldValue,
  lineInput,
  type SettingsFormContext,
  selectInput,
  setInput,
  valueAt,
} from './inputs.ts';
import type { Option } from './settings-field.ts';

const countOf = ({ settings, prefix }: SettingsFormContext, name: string): number => {
  const list = valueAt(settings, `${prefix}.${name}`);
  return Array.isArray(list) ? list.length : 0;
};

/** List the rows of a form: the existing ones, the typed ones, and an empty one. */
function rows(context: SettingsFormContext, name: string, least = 1): number[] {
  const typed = [...(context.typed?.keys() ?? [])].flatMap((field) => {
    const row = field.startsWith(`${name}.`) ? Number.parseInt(field.slice(name.length + 1), 10) : Number.NaN;
    return Number.isNaN(row) ? [] : [row + 1];
  });
  const extra = context.locked ? 0 : 1;
  return [...Array(Math.max(countOf(context, name) + extra, least, ...typed)).keys()];
}

const CERTAINTY: readonly Option[] = [
  ['proposed', { ar: calendarText.ar.proposed, en: calendarText.en.proposed }],
  ['confirmed', { ar: calendarText.ar.confirmed, en: calendarText.en.confirmed }],
];

function timeBox(context: SettingsFormContext, name: string, label: string): Html {
  const { mark } = fieldTrouble(context, name);
  return html`<input name="${name}" aria-label="${label}" dir="ltr" inputmode="numeric" maxlength="6"
  placeholder="--:--" value="${fieldValue(context, name)}"${mark}${disabled(context)}>`;
}

/** Return the form of the week: the intervals of each day, and an empty one more. */
export function weekForm(context: SettingsFormContext, name: string): Html {
  const { language } = context.view;
  const w = calendarText[language];
  const day = (key: Weekday) => {
    const label = dayLabel[key][language];
    const place = `${name}.${key}`;
    const intervals = rows(context, place, 2);
    const wrong = [
      place,
      ...intervals.flatMap((at) => [`${place}.${at}`, `${place}.${at}.0`, `${place}.${at}.1`]),
    ].map((one) => fieldTrouble(context, one).text);
    return html`<tr><th scope="row">${label}</th><td><div class="intervals">${intervals.map(
      (at) =>
        html`<span class="interval">${timeBox(context, `${place}.${at}.0`, `${label} ${w.from}`)}<span
  aria-hidden="true">–</span>${timeBox(context, `${place}.${at}.1`, `${label} ${w.to}`)}</span>`,
    )}</div>${wrong}</td></tr>`;
  };
  return html`<table class="week"><tbody>${WEEKDAYS.map(day)}</tbody></table>`;
}

const ruleInput = (context: SettingsFormContext, name: string, label: string): Html =>
  datePicker(context, { name, label, yearly: true });

const removeBox = (context: SettingsFormContext, name: string): Html | string =>
  context.locked
    ? ''
    : html`<label class="check remove"><input type="checkbox" name="remove" value="${name}"${
        (context.typed?.get('remove') ?? []).includes(name) ? html` checked` : ''
      }><span>${calendarText[context.view.language].removeRow}</span></label>`;

const exists = (context: SettingsFormContext, list: string, at: number): boolean =>
  at < countOf(context, list);

const troubled = ({ wrong }: SettingsFormContext, name: string): boolean =>
  [...(wrong?.keys() ?? [])].some((field) => field === name || field.startsWith(`${name}.`));

/** Return the forms of the holiday rules, each folded under its name and next day, and an empty one. */
export function holidayForms(context: SettingsFormContext): Html {
  const { view } = context;
  const { language } = view;
  const w = calendarText[language];
  return html`${rows(context, 'holidays').map((at) => {
    const name = `holidays.${at}`;
    const isSaved = exists(context, 'holidays', at);
    const next = ruleText(fieldValue(context, `${name}.on`), dayAt(view.now, 'Asia/Riyadh'), language);
    const title = isSaved ? fieldValue(context, `${name}.name.${language}`) : w.newHoliday;
    return html`<details class="row"${troubled(context, name) ? html` open` : ''}>
<summary>${title}${isSaved && next !== undefined && html` <small class="faint">${next}</small>`}</summary>
${ruleInput(context, `${name}.on`, w.date)}<div class="fields-beside">
${lineInput(context, { name: `${name}.days`, label: w.days, dir: 'ltr', numeric: true, optional: true })}
${lineInput(context, { name: `${name}.workingDays`, label: w.workingDays, dir: 'ltr', numeric: true, optional: true })}
${selectInput(context, { name: `${name}.state`, label: w.state, options: CERTAINTY })}
${lineInput(context, { name: `${name}.name.ar`, label: w.nameAr })}
${lineInput(context, { name: `${name}.name.en`, label: w.nameEn })}</div>
${fieldTrouble(context, name).text}${isSaved && removeBox(context, name)}</details>`;
  })}`;
}

/** Return the forms of seasons with their own hours, such as Ramadan, each folded, and an empty one. */
export function seasonForms(context: SettingsFormContext): Html {
  const { language } = context.view;
  const w = calendarText[language];
  return html`${rows(context, 'overrides').map((at) => {
    const name = `overrides.${at}`;
    const isSaved = exists(context, 'overrides', at);
    const title = isSaved ? fieldValue(context, `${name}.name.${language}`) || w.seasons : w.newSeason;
    return html`<details class="row"${troubled(context, name) ? html` open` : ''}><summary>${title}</summary>
<div class="fields-beside">${ruleInput(context, `${name}.from`, w.from)}${ruleInput(context, `${name}.to`, w.to)}
${selectInput(context, { name: `${name}.state`, label: w.state, optional: true, options: CERTAINTY })}
${lineInput(context, { name: `${name}.name.ar`, label: w.nameAr })}
${lineInput(context, { name: `${name}.name.en`, label: w.nameEn })}</div>
${weekForm(context, `${name}.hours`)}
${isSaved && removeBox(context, name)}</details>`;
  })}`;
}

/** List the recorded decrees, each removable. */
export function decreeRows(context: SettingsFormContext, textOf: (exception: unknown) => string): Html {
  const w = calendarText[context.view.language];
  const list = valueAt(context.settings, `${context.prefix}.exceptions`);
  if (!Array.isArray(list) || list.length === 0) return html`<p class="faint">${w.decreesNone}</p>`;
  return html`<ul class="decrees">${list.map(
    (exception, at) =>
      html`<li><span>${textOf(exception)}</span>${
        fieldTrouble(context, `exceptions.${at}`).text
      }${removeBox(context, `exceptions.${at}`)}</li>`,
  )}</ul>`;
}

/** Return the form for a variant of a calendar: its base, and where or when it applies. */
export function scopeForm(context: SettingsFormContext): Html {
  const { settings, prefix } = context;
  const w = calendarText[context.view.language];
  const own = valueAt(settings, `${prefix}.id`);
  const originals = settings.calendars.filter(({ id, variantOf }) => id !== own && variantOf === undefined);
  const cities = valueAt(settings, `${prefix}.scope.cities`);
  return html`<p class="faint">${w.scopeHint}</p>
${selectInput(context, {
  name: 'variantOf',
  label: w.variantOf,
  optional: true,
  options: originals.map(({ id, name }) => [id, name] as const),
})}
${setInput(context, { name: 'scope.departments', label: w.departments, options: departmentOptions(settings) })}
${lineInput(context, {
  name: 'scope.cities',
  label: w.cities,
  optional: true,
  inForce: Array.isArray(cities) ? cities.join('، ') : '',
})}
<div class="fields-beside">${ruleInput(
    context,
    'validity.from',
    `${w.valid}: ${w.from}`,
  )}${ruleInput(context, 'validity.to', `${w.valid}: ${w.to}`)}</div>
${fieldTrouble(context, '').text}`;
}
