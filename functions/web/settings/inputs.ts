import type { Language } from '#events/vocabulary.ts';
import type { Settings } from '#shared/settings/settings.ts';
import type { SettingsIssue } from '#shared/settings/settings-issue.ts';
import { can } from '../shell/access.ts';
import { type Html, html } from '../shell/http/html.ts';
import type { View } from '../shell/view.ts';
import type { Typed } from './draft.ts';
import { issueText } from './issue-text.ts';
import type { Option, SettingsField } from './settings-field.ts';
import { settingsText } from './settings-text.ts';

/** The data of a settings form: the settings in force, the typed values, and their problems. */
export interface SettingsFormContext {
  readonly view: View;
  readonly settings: Settings;
  /** The edited place, such as `departments.3`. The names of the fields are relative to it. */
  readonly prefix: string;
  readonly typed?: Typed;
  /** The issues by the name of their field. */
  readonly wrong?: ReadonlyMap<string, readonly SettingsIssue[]>;
  /** Leaders can only read, so all fields are disabled. */
  readonly locked: boolean;
}

/** Return the value at a place of the settings. */
export function valueAt(settings: unknown, place: string): unknown {
  return place
    .split('.')
    .reduce<unknown>(
      (here, part) =>
        typeof here === 'object' && here !== null && Object.hasOwn(here, part)
          ? (here as Record<string, unknown>)[part]
          : undefined,
      settings,
    );
}

/** Return a stored value as text. The parts of a list are separated as people write them. */
const shown = (value: unknown, language: Language): string => {
  if (Array.isArray(value)) return value.join(language === 'ar' ? '، ' : ', ');
  return value === undefined || value === null ? '' : String(value);
};

/** Return the value of a field: the typed value, otherwise the value in force. */
export const fieldValue = (context: SettingsFormContext, name: string): string =>
  context.typed?.get(name)?.[0] ??
  (context.typed ? '' : shown(valueAt(context.settings, `${context.prefix}.${name}`), context.view.language));

function chosenOf({ typed, settings, prefix }: SettingsFormContext, name: string): ReadonlySet<string> {
  const values = typed ? typed.get(name) : valueAt(settings, `${prefix}.${name}`);
  return new Set(Array.isArray(values) ? values.map(String) : []);
}

export const inputId = (name: string): string => `f-${name.replaceAll('.', '-')}`;

/** Return the marks and the texts of the problems of a field. */
export function fieldTrouble(
  { wrong, view }: SettingsFormContext,
  name: string,
): { mark: Html | string; text: Html | string } {
  const issues = wrong?.get(name) ?? [];
  if (issues.length === 0) return { mark: '', text: '' };
  const id = `${inputId(name)}-wrong`;
  return {
    mark: html` aria-invalid="true" aria-describedby="${id}"`,
    text: html`<strong class="wrong-field" id="${id}">${issues.map(
      (issue) => html`<span>${issueText(issue, view.language)}</span>`,
    )}</strong>`,
  };
}

export const disabled = ({ locked }: SettingsFormContext): Html | string => (locked ? html` disabled` : '');

type Direction = 'ltr' | 'rtl' | 'auto';

/** Return the direction of a field by the language at the end of its name. A line of marks alone follows it too. */
const directionOf = (name: string): Direction =>
  name.endsWith('.en') ? 'ltr' : name.endsWith('.ar') ? 'rtl' : 'auto';

interface Input {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly dir?: Direction;
  readonly numeric?: boolean;
  readonly optional?: boolean;
  readonly first?: string;
  /** The value in force, if it is shown in another form than it is stored. */
  readonly inForce?: string;
  /** Shown under the field, such as the Hijri date. */
  readonly beside?: string | undefined;
}

const small = (text: string | undefined, language: Language, optional = false): Html | string => {
  const parts = [optional ? settingsText[language].optional : undefined, text].filter(
    (part) => part !== undefined,
  );
  return parts.length === 0 ? '' : html`<small>${parts.join(' · ')}</small>`;
};

/** Words with more characters may be longer than a field beside others, and wrap in it. */
const ONE_LINE = 24;

/**
 * Return a labelled line of text. Numbers, times and addresses are written from left to right; Arabic-Indic
 * digits are accepted.
 */
export function lineInput(
  context: SettingsFormContext,
  { name, label, hint, dir = directionOf(name), numeric, optional, first, inForce, beside }: Input,
): Html {
  const { mark, text } = fieldTrouble(context, name);
  const value = context.typed
    ? fieldValue(context, name)
    : (inForce ?? (fieldValue(context, name) || (first ?? '')));
  const isLong = value.length > ONE_LINE && dir === directionOf(name);
  const field = isLong
    ? html`<textarea class="line" rows="2" id="${inputId(name)}" name="${name}" dir="${dir}" maxlength="300"${
        mark
      }${disabled(context)}>${value}</textarea>`
    : html`<input id="${inputId(name)}" name="${name}" dir="${dir}" value="${value}" maxlength="300"
  autocomplete="off"${numeric === true ? html` inputmode="decimal"` : ''}${mark}${disabled(context)}>`;
  return html`<label class="field"><span>${label}</span>${small(hint, context.view.language, optional)}${field}${
    beside !== undefined && html`<small class="beside">${beside}</small>`
  }${text}</label>`;
}

/** Return a labelled text field of several lines. */
function areaInput(
  context: SettingsFormContext,
  {
    name,
    label,
    hint,
    optional,
    dir = directionOf(name),
    rows = 12,
  }: Input & { readonly rows?: number | undefined },
): Html {
  const { mark, text } = fieldTrouble(context, name);
  return html`<label class="field"><span>${label}</span>${small(hint, context.view.language, optional)}<textarea
  id="${inputId(name)}" name="${name}" rows="${rows}" dir="${dir}"
  maxlength="5000"${mark}${disabled(context)}>${fieldValue(context, name)}</textarea>${text}</label>`;
}

interface Choice extends Pick<Input, 'name' | 'label' | 'hint' | 'optional' | 'first'> {
  readonly options: readonly Option[];
}

export function selectInput(
  context: SettingsFormContext,
  { name, label, hint, optional, first = '', options }: Choice,
): Html {
  const { language } = context.view;
  const { mark, text } = fieldTrouble(context, name);
  const chosen = fieldValue(context, name) || first;
  return html`<label class="field"><span>${label}</span>${small(hint, language, optional)}<select
  id="${inputId(name)}" name="${name}"${mark}${disabled(context)}>${
    optional === true || chosen === '' ? html`<option value="">${settingsText[language].choose}</option>` : ''
  }${options.map(
    ([value, caption]) =>
      html`<option value="${value}"${value === chosen ? html` selected` : ''}>${caption[language]}</option>`,
  )}</select>${text}</label>`;
}

/** Return check boxes for a set of values. A hidden empty field says that the form contained them. */
export function setInput(context: SettingsFormContext, { name, label, hint, options }: Choice): Html {
  const { language } = context.view;
  const { text } = fieldTrouble(context, name);
  const chosen = chosenOf(context, name);
  return html`<fieldset class="set" id="${inputId(name)}">
<legend>${label}</legend>${small(hint, language)}${
    !context.locked && html`<input type="hidden" name="${name}" value="">`
  }<div class="boxes">${options.map(
    ([value, caption]) =>
      html`<label><input type="checkbox" name="${name}"
  value="${value}"${
    chosen.has(value) ? html` checked` : ''
  }${disabled(context)}><span>${caption[language]}</span></label>`,
  )}</div>${text}</fieldset>`;
}

function checkInput(context: SettingsFormContext, { name, label }: Pick<Input, 'name' | 'label'>): Html {
  const on = context.typed
    ? (context.typed.get(name) ?? []).includes('on')
    : fieldValue(context, name) === 'true';
  return html`<label class="check field"><input type="hidden" name="${name}" value=""><input type="checkbox"
  name="${name}" value="on"${on ? html` checked` : ''}${disabled(context)}><span>${label}</span></label>`;
}

/** Show what is in force, without a way to change it. */
function asInForce({ typed: _, ...context }: SettingsFormContext): SettingsFormContext {
  return { ...context, locked: true };
}

/** Return a field by its description. */
export function fieldInput(given: SettingsFormContext, field: SettingsField): Html {
  const isKept = field.needs !== undefined && !can(given.view, field.needs);
  const context = isKept ? asInForce(given) : given;
  const { language } = context.view;
  const label = field.label[language];
  const { name, optional = false } = field;
  const hint = field.hint?.[language];
  const options = field.options?.(context.settings) ?? [];
  switch (field.kind) {
    case 'select':
      return selectInput(context, { name, label, hint, optional, options });
    case 'set':
      return setInput(context, { name, label, hint, options });
    case 'check':
      return checkInput(context, { name, label });
    case 'area':
      return areaInput(context, { name, label, hint, rows: field.rows });
    case 'codes':
      return areaInput(context, { name, label, hint, optional, dir: 'ltr', rows: 4 });
    case 'text':
      return lineInput(context, { name, label, hint, optional });
    default:
      return lineInput(context, {
        name,
        label,
        hint,
        optional,
        dir: 'ltr',
        numeric: field.kind === 'number',
      });
  }
}
