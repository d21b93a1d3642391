import type { Language } from '#events/vocabulary.ts';
import { type Html, html, raw } from '../../shell/http/html.ts';
import { icon } from '../../shell/icons.ts';
import type { View } from '../../shell/view.ts';
import type { CaseFile } from '../load-case.ts';
import type { SentFields } from '../perform-action.ts';
import { actionText } from '../text/action-text.ts';
import type { ActionName } from './actions.ts';
import { type RefusedAction, reasonsOf, wrongNames } from './refusal-reasons.ts';

/** The data from which the forms of a case page are made. */
export interface ActionFormContext {
  readonly file: CaseFile;
  readonly view: View;
  readonly refused: RefusedAction | undefined;
}

const WRONG = 'id="wrong"';

/** Return the reason why a form was rejected. */
export const refusal = (refused: RefusedAction, language: Language): Html =>
  html`<div class="notice notice-bad" role="alert" tabindex="-1" ${raw(WRONG)}>${icon('alarm')}<div>${
    refused.acted.outcome === 'wrong' && html`<p>${actionText[language].wrong.summary}</p>`
  }<ul>${reasonsOf(refused, language).map((reason) => html`<li>${reason}</li>`)}</ul></div></div>`;

/** Whether a field holds words of a person, and not a choice, a token or a time. */
const isWritten = ([name, value]: readonly [string, string]): boolean =>
  WRITTEN.has(name) && value.trim() !== '';
const WRITTEN: ReadonlySet<string> = new Set([
  ...['text', 'outcome', 'cc', 'into', 'with', 'duplicateOf'],
  ...['subject', 'name', 'email', 'phone', 'words', 'position'],
]);

/** Return what was typed in a form that the page does not show any more, so that it can be copied. */
export function typedText({ fields }: RefusedAction, language: Language): Html {
  const typed = Object.entries(fields).filter(isWritten);
  if (typed.length === 0) return html``;
  return html`<label class="field"><span>${actionText[language].typed}</span><textarea rows="6" dir="auto" data-typed
  readonly>${typed.map(([, value]) => value).join('\n\n')}</textarea></label>`;
}

/** Check whether a part of the page shows the reason of a rejection. */
export const showsRefusal = (part: Html): boolean => part.toString().includes(WRONG);

const isOf = ({ refused }: ActionFormContext, action: ActionName, fixed: SentFields): boolean =>
  refused?.action === action &&
  Object.entries(fixed).every(([name, value]) => refused.fields[name] === value);

interface FormOptions {
  readonly fixed?: SentFields;
  readonly quiet?: boolean;
  /** The text of the button, when it is not that of the action. */
  readonly label?: string;
  /** Another form of the action on this page shows why it was rejected. */
  readonly silent?: boolean;
  readonly more?: Html;
}

/**
 * Return a form with its own token and the version of the case it was made from, and with the reason of an
 * earlier rejection. The `fixed` fields are hidden. They distinguish several forms of one action.
 */
export function actionForm(
  action: ActionName,
  context: ActionFormContext,
  fields: Html,
  { fixed = {}, quiet = false, silent = false, label, more }: FormOptions = {},
): Html {
  const { file, view, refused } = context;
  const { supportCase } = file;
  const w = actionText[view.language];
  const mine = refused && !silent && isOf(context, action, fixed) ? refused : undefined;
  const notice = mine && refusal(mine, view.language);
  const kind = action === 'reply' ? html` class="primary"` : quiet ? html` class="quiet"` : '';
  const encoding = action === 'reply' ? html` enctype="multipart/form-data"` : '';
  return html`<form method="post" action="/cases/${supportCase.id}/${action}#wrong"${encoding}>
${notice}
<input type="hidden" name="token" value="${crypto.randomUUID()}">
<input type="hidden" name="seen" value="${supportCase.version}">
${Object.entries(fixed).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
${fields}
<p class="sends"><button type="submit"${kind}>${label ?? w[action].send}</button>${more}</p>
</form>`;
}

/** Return the text typed in a field of a rejected form; otherwise the initial value. */
export const written = (
  { refused }: ActionFormContext,
  action: ActionName,
  name: string,
  first = '',
): string => (refused?.action === action ? (refused.fields[name] ?? '') : first);

/** Mark a field that was wrong, visibly and for screen readers. */
export const flagged = ({ refused }: ActionFormContext, action: ActionName, name: string): Html | string =>
  refused?.action === action && wrongNames(refused).includes(name) ? html` aria-invalid="true"` : '';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Return a labelled field with a list of choices. */
export function choice(
  context: ActionFormContext,
  action: ActionName,
  {
    name,
    label,
    first = '',
    none,
    choices,
  }: { name: string; label: string; first?: string; none?: string; choices: readonly Choice[] },
): Html {
  const chosen = written(context, action, name, first);
  return html`<label class="field"><span>${label}</span><select
  name="${name}"${none !== undefined && html` required`}${flagged(context, action, name)}>${
    none !== undefined && html`<option value="">${none}</option>`
  }${choices.map(
    ({ value, label: text }) =>
      html`<option value="${value}"${value === chosen ? html` selected` : ''}>${text}</option>`,
  )}</select></label>`;
}

interface LineInput {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly first?: string;
  readonly required?: boolean;
  readonly longest?: number;
}

/** Return a labelled line of text. References and addresses are written from left to right. */
export function line(
  context: ActionFormContext,
  action: ActionName,
  {
    name,
    label,
    hint,
    first = '',
    required = true,
    longest = 128,
    dir = 'auto',
  }: LineInput & { dir?: 'auto' | 'ltr' },
): Html {
  return html`<label class="field"><span>${label}</span>${
    hint !== undefined && html`<small>${hint}</small>`
  }<input name="${name}" dir="${dir}" maxlength="${longest}"${required ? html` required` : ''}
  value="${written(context, action, name, first)}"${flagged(context, action, name)}></label>`;
}

/** Return a labelled text field of several lines. */
export function area(
  context: ActionFormContext,
  action: ActionName,
  {
    name,
    label,
    hint,
    first = '',
    required = true,
    rows = 4,
    longest = 20_000,
  }: LineInput & { rows?: number },
): Html {
  return html`<label class="field"><span>${label}</span>${hint !== undefined && html`<small>${hint}</small>`}
<textarea name="${name}" rows="${rows}" dir="auto" placeholder=" "${required ? html` required` : ''}
  maxlength="${longest}"${flagged(context, action, name)}>${written(context, action, name, first)}</textarea></label>`;
}

/** Return a labelled date and time in the zone of the centre. */
export function localTimeField(
  context: ActionFormContext,
  action: ActionName,
  { name, label, hint, required = true }: LineInput,
): Html {
  return html`<label class="field"><span>${label}</span>${
    hint !== undefined && html`<small>${hint}</small>`
  }<input type="datetime-local" name="${name}"${required ? html` required` : ''}
  value="${written(context, action, name)}"${flagged(context, action, name)}></label>`;
}
