import { type Html, html } from '../shell/http/html.ts';
import { calendarText } from './calendar-text.ts';
import { type DateParts, datePartsOf, monthsOf, partName, yearsOf } from './date-parts.ts';
import { dayAt, ruleText } from './day-text.ts';
import { disabled, fieldTrouble, fieldValue, inputId, type SettingsFormContext } from './inputs.ts';
import { settingsText } from './settings-text.ts';
import { typedDate } from './typed-text.ts';

interface Picked {
  readonly name: string;
  readonly label: string;
  readonly optional?: boolean;
  /** The date recurs every year unless a year is picked. */
  readonly yearly?: boolean;
  /** The first value of a form without one: a date rule. */
  readonly first?: string;
}

const DAYS = Array.from({ length: 31 }, (_, at) => String(at + 1).padStart(2, '0'));

/**
 * Return the fields of a date: day, month and year of either calendar, with the date in both beside them. They work
 * without a script.
 */
export function datePicker(
  context: SettingsFormContext,
  { name, label, optional, yearly = false, first = '' }: Picked,
): Html {
  const { language, now } = context.view;
  const w = calendarText[language];
  const today = dayAt(now, 'Asia/Riyadh');
  const value = context.typed ? typedDate(fieldValue(context, name)) : fieldValue(context, name) || first;
  const parts = datePartsOf(value);
  const { mark, text } = fieldTrouble(context, name);
  const months = monthsOf(language);
  const years = yearsOf(today, parts.year);
  const option = (one: string, caption: string, chosen: string) =>
    html`<option value="${one}"${one === chosen && html` selected`}>${caption}</option>`;
  const select = (part: keyof DateParts, empty: string, options: unknown) =>
    html`<select name="${partName(name, part)}" aria-label="${label}: ${w.parts[part]}"${
      part === 'day' && html` id="${inputId(name)}"`
    }${mark}${disabled(context)}><option value="">${empty}</option>${options}</select>`;
  const groups = (of: (era: 'gregorian' | 'hijri') => unknown) =>
    (['gregorian', 'hijri'] as const).map(
      (era) => html`<optgroup label="${w.eras[era]}">${of(era)}</optgroup>`,
    );
  const shown = ruleText(value, today, language);
  return html`<fieldset class="field date-parts"><legend>${label}</legend>${
    optional && html`<small>${settingsText[language].optional}</small>`
  }<div>${select(
    'day',
    w.parts.day,
    DAYS.map((one) => option(one, String(Number(one)), parts.day)),
  )}${select(
    'month',
    w.parts.month,
    groups((era) => months[era].map((one) => option(one.value, one.name, parts.month))),
  )}${select(
    'year',
    yearly ? w.everyYear : w.parts.year,
    groups((era) => years[era].map((one) => option(one, one, parts.year))),
  )}</div>${shown !== undefined && html`<small class="beside">${shown}</small>`}${text}</fieldset>`;
}
