import { type Frame, ISSUE_PARTS, type TransactionList } from '#shared/domain/outreach/frame.ts';
import { ltr } from '../shell/badges.ts';
import { filePicker } from '../shell/file-picker.ts';
import { foreignLine } from '../shell/foreign-text.ts';
import { type Html, html } from '../shell/http/html.ts';
import { timeMark } from '../shell/time-mark.ts';
import type { View } from '../shell/view.ts';
import { LIST_FILES } from './forms.ts';
import { outreachText } from './outreach-text.ts';
import { weekText } from './week-text.ts';

const act = (action: 'read' | 'cancel', { id }: TransactionList, label: string, isNext = false): Html =>
  html`<form method="post" action="/calls-out/lists/${action}"${isNext ? html` data-continue` : ''}><input
  type="hidden" name="id" value="${id}"><button class="quiet" type="submit">${label}</button></form>`;

/** The number of bad rows, which leads to the file of them; a long one is in several files. */
function badRows({ id, bad, issueParts, state }: TransactionList, view: View): Html {
  const count = ltr(String(bad));
  if (issueParts === 0 || state === 'cancelled') return count;
  const path = `/calls-out/lists/${id}/issues.csv`;
  const more = Array.from({ length: Math.ceil(issueParts / ISSUE_PARTS) - 1 }, (_, index) => index + 2);
  return html`<a href="${path}">${count}</a>${
    more.length > 0 &&
    html` <small>${weekText[view.language].moreFiles} ${more.map(
      (file) => html` <a href="${path}?file=${file}">${ltr(String(file))}</a>`,
    )}</small>`
  }`;
}

function row(list: TransactionList, view: View): Html {
  const w = weekText[view.language];
  const { name, at, state, good, ended } = list;
  return html`<tr><td data-label="${w.name}">${foreignLine(name)}</td>
<td data-label="${w.sentAt}">${timeMark(at, view)}</td>
<td data-label="${w.state}">${w.states[state]}${
    ended &&
    html` · ${outreachText[view.language].faults[ended.fault]}${
      ended.line > 0 && html` (${w.upTo} ${ltr(String(ended.line))})`
    }`
  }</td>
<td data-label="${w.good}">${ltr(String(good))}</td><td data-label="${w.bad}">${badRows(list, view)}</td>
<td>${
    (state === 'reading' || state === 'receiving') &&
    html`<div class="filters">${state === 'reading' && act('read', list, w.goOn, true)}${act(
      'cancel',
      list,
      w.cancel,
    )}</div>`
  }</td></tr>`;
}

/** Return the lists of transactions with their progress, and the form for another one. */
export function listsCard(frame: Frame | undefined, view: View): Html {
  const w = weekText[view.language];
  const lists = [...(frame?.lists ?? [])].reverse();
  return html`<section class="card" aria-labelledby="lists-title"><h2 id="lists-title">${w.lists}</h2>
<p class="faint">${w.listsHint}</p>
<form method="post" action="/calls-out/lists" enctype="multipart/form-data" data-pieces><input type="hidden" name="id"
  value="${crypto.randomUUID()}"><label class="field"><span>${w.listFile}</span>${filePicker(view.language, {
    ...{ name: 'files', isRequired: true, accept: LIST_FILES },
  })}</label>
<button type="submit" class="primary">${w.send}</button> <progress hidden max="1" value="0"></progress></form>
${
  lists.length === 0
    ? html`<p class="faint">${w.noLists}</p>`
    : html`<div class="scroll" tabindex="0"><table class="numbers listed"><thead><tr>
<th scope="col">${w.name}</th><th scope="col">${w.sentAt}</th><th scope="col">${w.state}</th>
<th scope="col">${w.good}</th><th scope="col">${w.bad}</th><td></td></tr></thead>
<tbody>${lists.map((list) => row(list, view))}</tbody></table></div>`
}</section>`;
}
