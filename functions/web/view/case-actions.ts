import { type CaseStatus, closingReason, type Language } from '#events/vocabulary.ts';
import { type Case, isActive } from '#shared/domain/case/case.ts';
import { transitions } from '#shared/domain/case/transitions.ts';
import type { Acted, Fields } from '../act.ts';
import type { ActionName } from '../actions.ts';
import { type Html, html } from '../http/html.ts';
import { actionWords } from '../words/actions.ts';
import { closingLabel, statusLabel } from '../words/common.ts';
import { icon } from './icons.ts';
import type { View } from './view.ts';

/** A form that was sent and not carried out: why, and what was written in it. */
export interface Refused {
  readonly action: ActionName;
  readonly acted: Exclude<Acted, { outcome: 'done' } | { outcome: 'repeated' }>;
  readonly fields: Fields;
}

interface FormContext {
  readonly known: Case;
  readonly language: Language;
  readonly user: string;
  readonly refused: Refused | undefined;
}

type WrongField = Exclude<keyof (typeof actionWords)['ar']['wrong'], 'summary'>;

function reasons({ acted }: Refused, language: Language): string[] {
  const w = actionWords[language];
  if (acted.outcome === 'wrong') return acted.fields.map((name) => w.wrong[name as WrongField] ?? name);
  return [acted.outcome === 'rejected' ? w.rejected[acted.rejection.rejected] : w.overtaken[acted.how]];
}

/** One form: its own token, the version it was shown at, and what went wrong the last time. */
function actionForm(action: ActionName, context: FormContext, fields: Html): Html {
  const { known, language, refused } = context;
  const w = actionWords[language];
  const mine = refused?.action === action ? refused : undefined;
  const notice =
    mine &&
    html`<div class="notice notice-bad" role="alert" tabindex="-1" id="wrong">${icon('alarm')}<div>${
      mine.acted.outcome === 'wrong' && html`<p>${w.wrong.summary}</p>`
    }<ul>${reasons(mine, language).map((reason) => html`<li>${reason}</li>`)}</ul></div></div>`;
  return html`<form method="post" action="/cases/${known.id}/${action}#${mine ? 'wrong' : 'content'}">
${notice}
<input type="hidden" name="token" value="${crypto.randomUUID()}">
<input type="hidden" name="seen" value="${known.version}">
${fields}
<button type="submit"${action === 'reply' ? html` class="primary"` : ''}>${w[action].send}</button>
</form>`;
}

const written = ({ refused }: FormContext, action: ActionName, name: string): string =>
  refused?.action === action ? (refused.fields[name] ?? '') : '';

/** Marks a field that was wrong, for eyes and for voices. */
const flagged = ({ refused }: FormContext, action: ActionName, name: string): Html | string =>
  refused?.action === action && refused.acted.outcome === 'wrong' && refused.acted.fields.includes(name)
    ? html` aria-invalid="true"`
    : '';

function area(context: FormContext, action: 'reply' | 'note' | 'resolve', rows: number): Html {
  const w = actionWords[context.language][action];
  const name = action === 'resolve' ? 'outcome' : 'text';
  const label = 'outcome' in w ? w.outcome : w.text;
  return html`<label class="field"><span>${label}</span><small>${w.hint}</small>
<textarea name="${name}" rows="${rows}" dir="auto" required maxlength="${action === 'resolve' ? 4000 : 20000}"${flagged(context, action, name)}>${written(context, action, name)}</textarea></label>`;
}

const statusOptions = (statuses: readonly CaseStatus[], chosen: string, language: Language): Html[] =>
  statuses.map(
    (one) =>
      html`<option value="${one}"${one === chosen ? html` selected` : ''}>${statusLabel[one][language]}</option>`,
  );

function folded(action: ActionName, context: FormContext, fields: Html): Html {
  const { language, refused } = context;
  return html`<details class="action"${refused?.action === action ? html` open` : ''}><summary>${actionWords[language][action].title}</summary>${actionForm(action, context, fields)}</details>`;
}

function workForms(context: FormContext): Html {
  const { known, language, user } = context;
  const w = actionWords[language];
  const next = transitions[known.status].filter(isActive);
  const to = written(context, 'status', 'to');
  const mine = known.assignee === user;
  return html`<div class="reply"><h3>${w.reply.title}</h3>
${known.beneficiary.email === undefined && html`<p class="notice notice-warn">${icon('alarm')}${w.reply.noAddress}</p>`}
${actionForm(
  'reply',
  context,
  html`${area(context, 'reply', 6)}
<label class="field"><span>${w.reply.andThen}</span><select name="thenStatus"><option value="">${w.reply.keep}</option>${statusOptions(next, written(context, 'reply', 'thenStatus'), language)}</select></label>`,
)}</div>
${folded('resolve', context, area(context, 'resolve', 4))}
${folded('note', context, area(context, 'note', 4))}
${folded('status', context, html`<label class="field"><span>${w.status.to}</span><select name="to"${flagged(context, 'status', 'to')}>${statusOptions(next, to, language)}</select></label>`)}
${folded('assign', context, html`<label class="field"><span>${w.assign.to}</span><input name="to" dir="auto" required maxlength="128" value="${written(context, 'assign', 'to') || (mine ? '' : user)}"${flagged(context, 'assign', 'to')}></label>`)}`;
}

function closeForm(context: FormContext): Html {
  const { language } = context;
  const w = actionWords[language].close;
  const chosen = written(context, 'close', 'reason');
  return folded(
    'close',
    context,
    html`<label class="field"><span>${w.reason}</span><select name="reason"${flagged(context, 'close', 'reason')}>${closingReason.options.map(
      (one) =>
        html`<option value="${one}"${one === chosen ? html` selected` : ''}>${closingLabel[one][language]}</option>`,
    )}</select></label>
<label class="field"><span>${w.duplicateOf}</span><input name="duplicateOf" dir="ltr" maxlength="30" value="${written(context, 'close', 'duplicateOf')}"${flagged(context, 'close', 'duplicateOf')}></label>`,
  );
}

/** Everything that can be done on a case now. Leaders read only. */
export function caseActions(known: Case, view: View, refused?: Refused): Html {
  const { language, agent } = view;
  if (agent.role === 'leader') return html``;
  const w = actionWords[language];
  const context: FormContext = { known, language, user: agent.user, refused };
  const active = isActive(known.status);
  const reopen = html`<div class="reply"><h3>${w.reopen.title}</h3><p class="faint">${w.reopen.hint}</p>${actionForm('reopen', context, html``)}</div>`;
  return html`<section class="card actions" id="actions" aria-labelledby="actions-title">
<h2 id="actions-title">${w.title}</h2>
${active ? workForms(context) : html`${reopen}${folded('note', context, area(context, 'note', 4))}`}
${known.status !== 'closed' && closeForm(context)}
</section>`;
}
