import type { Case } from '#shared/domain/cases/case.ts';
import { channelMark, dueBadge, ltr, priorityBadge, staffMark, statusBadge } from './badges.ts';
import { dueState } from './due.ts';
import { foreignLine } from './foreign-text.ts';
import { type Html, html } from './http/html.ts';
import { shownSubject } from './shown-subject.ts';
import { caseTableText } from './text/cases-table-text.ts';
import { typeLabel } from './text/labels.ts';
import { departmentName, districtName, type View } from './view.ts';

function row(supportCase: Case, view: View): Html {
  const { language, rules, now } = view;
  const { id, type, channel } = supportCase;
  const place = supportCase.place?.district;
  const w = caseTableText[language];
  const due = dueState(supportCase, rules, now);
  return html`<tr class="row-${due.tone}">
<td data-label="${w.columns.time}">${dueBadge(due, now, language)}</td>
<td class="what">
<a href="/cases/${id}">${foreignLine(shownSubject(supportCase, language))}</a>
<span class="meta">${channelMark(channel, language)}${ltr(id)}<span>${typeLabel[type][language]}</span>${priorityBadge(
    supportCase.priority,
    language,
  )}${place !== undefined && html`<span>${districtName(view, place)}</span>`}${foreignLine(
    supportCase.beneficiary.name ?? '',
  )}</span>
</td>
<td data-label="${w.columns.department}">${departmentName(view, supportCase.department)}</td>
<td data-label="${w.columns.status}">${statusBadge(supportCase.status, language)}</td>
<td data-label="${w.columns.assignee}">${
    supportCase.assignee === undefined
      ? html`<span class="faint">${w.unassigned}</span>`
      : staffMark(view, supportCase.assignee)
  }</td>
</tr>`;
}

/** Return a table of cases. On a narrow screen it is shown as cards. */
export function caseTable(cases: readonly Case[], view: View): Html {
  const { caption, columns } = caseTableText[view.language];
  return html`<table class="cases">
<caption class="visually-hidden">${caption}</caption>
<thead><tr>${Object.values(columns).map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${cases.map((supportCase) => row(supportCase, view))}</tbody>
</table>`;
}
