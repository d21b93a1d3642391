import { resolutionOutcome } from '#events/vocabulary.ts';
import { ltr } from '../shell/badges.ts';
import { type Html, html } from '../shell/http/html.ts';
import { icon } from '../shell/icons.ts';
import { outcomeLabel } from '../shell/text/labels.ts';
import { staffName, type View } from '../shell/view.ts';
import { assignees } from './actions/action-input.ts';
import { type ListQuery, queryText } from './list-query.ts';
import { actionText } from './text/action-text.ts';
import { workText } from './text/work-text.ts';
import { MANY_FORM } from './work-table.ts';

/** The acts on many cases at once. */
export const MANY_ACTS = ['assign', 'category', 'resolve', 'merge', 'parent', 'spam'] as const;
export type ManyAct = (typeof MANY_ACTS)[number];

/** A case on which the act was not carried out, and why. */
export interface RefusedOne {
  readonly id: string;
  readonly reasons: readonly string[];
}

/** The typed fields of a form that was refused for some or all cases. */
export interface TypedMany {
  readonly act: ManyAct;
  readonly fields: Readonly<Record<string, string>>;
}

/** The outcome of an act on many cases. */
export interface ManyOutcome {
  readonly done: number;
  readonly refused: readonly RefusedOne[];
}

/** Return the outcome: how many were done, and why the others were not. */
export function manyOutcome({ done, refused }: ManyOutcome, { language }: View): Html {
  const w = workText[language].many;
  return html`<div class="notice notice-bad" role="alert" tabindex="-1" id="wrong">${icon('alarm')}<div>${
    done > 0 && html`<p>${w.done(done)}</p>`
  }<p>${w.refused(refused.length)}</p>
<ul>${refused.map(
    ({ id, reasons }) => html`<li><a href="/cases/${id}">${ltr(id)}</a>: ${reasons.join(' ')}</li>`,
  )}</ul></div></div>`;
}

const choices = (
  name: string,
  label: string,
  options: readonly (readonly [string, string])[],
  chosen: string | undefined,
): Html =>
  html`<label class="field"><span>${label}</span><select name="${name}">${options.map(
    ([value, text]) =>
      html`<option value="${value}"${value === chosen ? html` selected` : ''}>${text}</option>`,
  )}</select></label>`;

const line = (name: string, label: string, value = ''): Html =>
  html`<label class="field"><span>${label}</span><input name="${name}" dir="ltr" maxlength="40"
  value="${value}"></label>`;

/** Return the form with the acts on the cases that are selected in the table. */
export function manyForms(view: View, query: ListQuery, typed?: TypedMany): Html {
  const { language, rules, agent } = view;
  const { many: w } = workText[language];
  const a = actionText[language];
  const given = (act: ManyAct, name: string) => (typed?.act === act ? typed.fields[name] : undefined);
  const act = (name: ManyAct, title: string, fields: Html, send: string): Html =>
    html`<details class="action" name="many-act"${
      typed?.act === name ? html` open` : ''
    }><summary>${title}</summary>${fields}
<button type="submit" name="act" value="${name}">${send}</button></details>`;
  return html`<details class="card many"${typed ? html` open` : ''}><summary>${w.title}
<span data-picked></span></summary>
<form id="${MANY_FORM}" method="post" action="/cases/many#wrong" data-draft="many">
<p class="faint">${w.hint}</p>
<input type="hidden" name="token" value="${crypto.randomUUID()}">
<input type="hidden" name="back" value="${queryText(query)}">
${act(
  'assign',
  a.assign.title,
  choices(
    'to',
    a.assign.to,
    assignees(view).map((user) => [user, staffName(view, user)] as const),
    given('assign', 'to') ?? agent.user,
  ),
  a.assign.send,
)}
${act(
  'category',
  w.category,
  choices(
    'category',
    w.categoryTo,
    [...rules.categories.values()].map(({ id, name }) => [id, name[language]] as const),
    given('category', 'category'),
  ),
  a.reclassify.send,
)}
${act(
  'resolve',
  w.resolve,
  html`${choices(
    'ended',
    a.resolve.ended,
    [
      ['', a.resolve.choose],
      ...resolutionOutcome.options.map((one) => [one, outcomeLabel[one][language]] as const),
    ],
    given('resolve', 'ended'),
  )}<label class="field"><span>${w.resolveText}</span><small>${w.resolveHint}</small><textarea name="outcome" rows="4"
  dir="auto" maxlength="4000">${given('resolve', 'outcome') ?? ''}</textarea></label>`,
  a.resolve.send,
)}
${act('merge', a.merge.title, line('into', a.merge.into, given('merge', 'into')), a.merge.send)}
${act('parent', w.parent, line('with', w.parentWith, given('parent', 'with')), a.link.send)}
${act('spam', w.spam, html`<p class="faint">${w.spamHint}</p>`, w.spamSend)}
</form></details>`;
}
