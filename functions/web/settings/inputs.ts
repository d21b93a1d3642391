import type { Language } from '#events/vocabulary.ts';
import type { Settings } from '#shared/settings/settings.ts';
import type { SettingsIssue } from '#shared/settings/settings-issue.ts';
import { type Html, html } from '../shell/http/html.ts';
import type { View } from '../shell/view.ts';
import type { Typed } from './draft.ts';
import type { Option, SettingsField } from './field.ts';
import { issueText } from './issue-text.ts';
import { settingsText } from './settings-text.ts';

/** What a form of the settings is made from: what is in force, what was typed, and what of it was wrong. */
export interface SettingsFormContext {
  readonly view: View;
  readonly settings: Settings;
  /** Place of what the form edits, such as `departments.3`; fields are named below it. */
  readonly prefix: string;
  readonly typed?: Typed;
  /** By the name of the field they belong to. */
  readonly wrong?: ReadonlyMap<string, readonly SettingsIssue[]>;
  /** Leaders read: nothing can be filled in. */
  readonly locked: boolean;
}

/** What stands at a place of the settings. */
export function valueAt(settings: unknown, place: string): unknown {
  return place
    .split('.')
    .reduce<unknown>((here, part) => (here as Record<string, unknown> | undefined)?.[part], settings);
}

const shown = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

/** What a field shows: what was typed, otherwise what is in force. */
export const fieldValue = (context: SettingsFormContext, name: string): string =>
  context.typed?.get(name)?.[0] ??
  (context.typed ? '' : shown(valueAt(context.settings, `${context.prefix}.${name}`)));

function chosenOf({ typed, settings, prefix }: SettingsFormContext, name: string): ReadonlySet<string> {
  const values = typed ? typed.get(name) : valueAt(settings, `${prefix}.${name}`);
  return new Set(Array.isArray(values) ? values.map(String) : []);
}

export const inputId = (name: string): string => `f-${name.replaceAll('.', '-')}`;

/** What is wrong at a field: its mark, and the words under it. */
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

interface Input {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly dir?: 'ltr' | 'auto';
  readonly numeric?: boolean;
  readonly optional?: boolean;
  readonly first?: string;
  /** What is in force, when it is not shown as it is stored. */
  readonly inForce?: string;
  /** Shown under the field, such as the Hijri date. */
  readonly beside?: string | undefined;
}

const small = (text: string | undefined, language: Language, optional = false): Html | string => {
  const parts = [text, optional ? settingsText[language].optional : undefined].filter(
    (part) => part !== undefined,
  );
  return parts.length === 0 ? '' : html`<small>${parts.join(' · ')}</small>`;
};

/** A labelled line. Numbers, times and addresses read from the left; digits of either script are understood. */
export function lineInput(
  context: SettingsFormContext,
  { name, label, hint, dir = 'auto', numeric, optional, first, inForce, beside }: Input,
): Html {
  const { mark, text } = fieldTrouble(context, name);
  const value = context.typed
    ? fieldValue(context, name)
    : (inForce ?? (fieldValue(context, name) || (first ?? '')));
  return html`<label class="field"><span>${label}</span>${small(hint, context.view.language, optional)}<input
  id="${inputId(name)}" name="${name}" dir="${dir}" value="${value}" maxlength="300" autocomplete="off"${
    numeric === true ? html` inputmode="decimal"` : ''
  }${mark}${disabled(context)}>${
    beside !== undefined && html`<small class="beside">${beside}</small>`
  }${text}</label>`;
}

/** A labelled text of several lines. */
function areaInput(context: SettingsFormContext, { name, label, hint, dir = 'auto' }: Input): Html {
  const { mark, text } = fieldTrouble(context, name);
  return html`<label class="field"><span>${label}</span>${small(hint, context.view.language)}<textarea
  id="${inputId(name)}" name="${name}" rows="12" dir="${dir}"
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

/** Several of a few: check boxes; an unseen empty one says that the form had them. */
export function setInput(context: SettingsFormContext, { name, label, hint, options }: Choice): Html {
  const { language } = context.view;
  const { text } = fieldTrouble(context, name);
  const chosen = chosenOf(context, name);
  return html`<fieldset class="set" id="${inputId(name)}">
<legend>${label}</legend>${small(hint, language)}<input type="hidden" name="${name}" value=""><div
  class="boxes">${options.map(
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

/** A field by its description. */
export function fieldInput(context: SettingsFormContext, field: SettingsField): Html {
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
      return areaInput(context, { name, label, hint, dir: name.endsWith('.en') ? 'ltr' : 'auto' });
    case 'text':
      return lineInput(context, { name, label, hint, optional, dir: name.endsWith('.en') ? 'ltr' : 'auto' });
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
