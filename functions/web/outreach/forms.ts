import type { ListIssue } from '#shared/domain/outreach/listed-call.ts';
import { ltr } from '../shell/badges.ts';
import { filePicker } from '../shell/file-picker.ts';
import { foreignLine } from '../shell/foreign-text.ts';
import { type Html, html } from '../shell/http/html.ts';
import type { View } from '../shell/view.ts';
import { outreachText } from './outreach-text.ts';

const token = (): Html => html`<input type="hidden" name="token" value="${crypto.randomUUID()}">`;

/** The outcome of a list: the number of planned calls, the lines without one, and the text to correct. */
export interface ListOutcome {
  readonly text: string;
  readonly planned: number;
  readonly issues: readonly ListIssue[];
}

/** Show at most this many lines. A list with more is better corrected at its source. */
const MOST_SHOWN = 100;

function outcome({ planned, issues }: ListOutcome, view: View): Html | false {
  const w = outreachText[view.language];
  if (issues.length === 0) return false;
  const issue = ({ line, fault, given }: ListIssue): Html =>
    html`<li>${line === 0 ? w.wholeList : html`${w.line} ${ltr(String(line))}`}: ${w.faults[fault]}${
      given !== '' && html` – ${foreignLine(given)}`
    }</li>`;
  const more = issues.length - MOST_SHOWN;
  return html`<div class="notice ${planned > 0 ? 'notice-good' : 'notice-bad'}" role="status"><p>${w.plannedOf(planned)}
${w.notPlannedOf(issues.length)}</p></div>
<div class="notice notice-bad"><ul>${issues.slice(0, MOST_SHOWN).map(issue)}${
    more > 0 && html`<li>${w.moreFaults(more)}</li>`
  }</ul></div>`;
}

/** The files of a list of people that a browser offers first. */
export const LIST_FILES = '.xlsx,.csv,.txt,.jsonl,text/csv,text/plain';

/** Return the form for a list of people to call, pasted or as a file, with the lines that were not planned. */
export function listForm(view: View, sent: ListOutcome = { text: '', planned: 0, issues: [] }): Html {
  const w = outreachText[view.language];
  return html`<section class="card" aria-labelledby="list-title"><h2 id="list-title">${w.planList}</h2>
<p class="faint">${w.listHint}</p>
${outcome(sent, view)}
<form method="post" action="/calls-out/list" enctype="multipart/form-data">${token()}
<label class="field"><span>${w.listText}</span><textarea name="list" rows="8" dir="auto">${sent.text}</textarea></label>
<label class="field"><span>${w.listFile}</span>${filePicker(view.language, {
    ...{ name: 'files', accept: LIST_FILES },
  })}</label>
<button type="submit" class="primary">${w.plan}</button></form></section>`;
}

/** The fields of a call back, typed or in the address of the page. */
export type TypedCallBack = Readonly<Record<string, unknown>>;

/** Return the form for one call about a case, with what was typed in a refused one. */
export function callBackForm(view: View, typed: TypedCallBack): Html {
  const w = outreachText[view.language];
  const given = (name: string): string => String(typed[name] ?? '');
  const purpose = (one: 'follow-up' | 'investor'): Html =>
    html`<option value="${one}"${given('purpose') === one ? html` selected` : ''}>${w.purposes[one]}</option>`;
  return html`<section class="card" aria-labelledby="back-title"><h2 id="back-title">${w.callBack}</h2>
<form method="post" action="/calls-out/call-back">${token()}<div class="pair">
<label class="field"><span>${w.reference}</span><input name="reference" dir="ltr" required
  value="${given('reference')}"></label>
<label class="field"><span>${w.purpose}</span><select name="purpose">
${purpose('follow-up')}
${purpose('investor')}</select></label>
<label class="field"><span>${w.notBefore}</span><input type="datetime-local" name="notBefore"
  value="${given('notBefore')}"></label>
</div><button type="submit" class="primary">${w.plan}</button></form></section>`;
}
