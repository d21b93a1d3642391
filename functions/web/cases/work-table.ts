import { isSetAside } from '#shared/domain/cases/set-aside.ts';
import type { CallOut } from '#shared/domain/outreach/call-out.ts';
import { openAnswers, type Task } from '#shared/domain/tasks/task.ts';
import type { WorkOrder } from '#shared/domain/work-list/work-query.ts';
import { can } from '../shell/access.ts';
import { channelMark, dueBadge, ltr, priorityBadge, staffMark, statusBadge } from '../shell/badges.ts';
import { dueState } from '../shell/due.ts';
import { foreignLine } from '../shell/foreign-text.ts';
import { type Html, html } from '../shell/http/html.ts';
import { icon } from '../shell/icons.ts';
import { shownSubject } from '../shell/shown-subject.ts';
import { typeLabel } from '../shell/text/labels.ts';
import { timeMark } from '../shell/time-mark.ts';
import { departmentName, districtName, staffName, usedServiceName, type View } from '../shell/view.ts';
import type { ListRow } from './list-cases.ts';
import { isFiltered, type ListQuery, listAddress, queryText } from './list-query.ts';
import { workText } from './text/work-text.ts';

/** The id of the form for the selected cases, below the table. */
export const MANY_FORM = 'many';

/** The query and the selection of a table. */
export interface WorkTable {
  readonly query: ListQuery;
  /** The selected cases, by `<reference>:<version>`. */
  readonly picked: ReadonlySet<string>;
}

const mayAct = (view: View): boolean => can(view, 'cases.work');

function caseRow({ case: one, news }: Extract<ListRow, { is: 'case' }>, view: View, table: WorkTable): Html {
  const { language, rules, now } = view;
  const { id, type, channel, version, openedAt, promise } = one;
  const w = workText[language];
  const due = dueState(one, rules, now);
  const pick = `${id}:${version}`;
  const within = isFiltered(table.query) ? `?in=${encodeURIComponent(queryText(table.query))}` : '';
  const title = shownSubject(one, language);
  return html`<tr class="row-${due.tone}${news === undefined ? '' : ' unread'}">
${
  mayAct(view) &&
  html`<td class="pick"><label><input type="checkbox" name="pick" id="pick-${id}" form="${MANY_FORM}"
  value="${pick}"${table.picked.has(pick) ? html` checked` : ''}><span
  class="visually-hidden">${w.pick} ${id}</span></label></td>`
}<td data-label="${w.columns.due}">${dueBadge(due, now, language)}</td>
<td class="what">
${
  news !== undefined && html`<span class="badge badge-new">${w[news]}</span> `
}<a href="/cases/${id}${within}">${foreignLine(title)}</a>
<span class="meta">${channelMark(channel, language)}${ltr(id)}<span>${
    isSetAside(one) ? w.kinds['set-aside'] : typeLabel[type][language]
  }</span>${priorityBadge(one.priority, language)}${
    promise && html`<span class="badge">${w.kinds.task}</span>`
  }${
    one.place?.district !== undefined && html`<span>${districtName(view, one.place.district)}</span>`
  }${foreignLine(one.beneficiary.name ?? '')}</span>
</td>
<td data-label="${w.columns.opened}">${timeMark(openedAt, view)}</td>
<td data-label="${w.columns.department}">${departmentName(view, one.department)}</td>
<td data-label="${w.columns.status}">${statusBadge(one.status, language)}</td>
<td data-label="${w.columns.assignee}">${
    one.assignee === undefined
      ? html`<span class="faint">${w.unassigned}</span>`
      : staffMark(view, one.assignee)
  }</td>
</tr>`;
}

function callRow(call: CallOut, view: View): Html {
  const { language, now } = view;
  const { state, caseRef, purpose, plannedAt } = call;
  const w = workText[language];
  const dueAt = state.is === 'planned' ? state.at : call.nextDueAt;
  const tone = dueAt !== undefined && dueAt < now ? 'overdue' : dueAt === undefined ? 'open' : 'calm';
  return html`<tr class="row-${tone}">
${mayAct(view) && html`<td class="pick"></td>`}<td data-label="${w.columns.due}">${dueBadge(
    { tone, ...(dueAt !== undefined && { dueAt }) },
    now,
    language,
  )}</td>
<td class="what">
${
  purpose === 'evaluation'
    ? html`<a href="/calls-out/call/${call.id}">${w.kinds.evaluation}</a>`
    : html`<a href="/calls-out?purpose=${purpose}">${w.kinds['call-back']}</a>`
}
<span class="meta">${icon('phone')}${call.service && foreignLine(usedServiceName(view, call.service))}${
    caseRef !== undefined && html`<a href="/cases/${caseRef}">${ltr(caseRef)}</a>`
  }</span>
</td>
<td data-label="${w.columns.opened}">${timeMark(plannedAt, view)}</td>
<td></td>
<td data-label="${w.columns.status}"><span class="status">${w.calls[state.is]}</span></td>
<td>${call.lease && call.lease.until > now && html`<bdi>${staffName(view, call.lease.by)}</bdi>`}</td>
</tr>`;
}

function taskRow(task: Task, view: View): Html {
  const { language, now } = view;
  const { id, kind, dueAt, openedAt, owner, recovery } = task;
  const w = workText[language];
  const tone = dueAt < now ? 'overdue' : 'calm';
  const [first] = openAnswers(task);
  const { case: reference, department } = first ?? task.check ?? {};
  const score = first?.score;
  return html`<tr class="row-${tone}">
${mayAct(view) && html`<td class="pick"></td>`}<td
  data-label="${w.columns.due}">${dueBadge({ tone, dueAt }, now, language)}</td>
<td class="what"><a href="/quality/${kind}/${id}">${w.tasks[kind]}</a>
<span class="meta">${icon('star')}${score !== undefined && ltr(`${score} / 5`)}${
    reference !== undefined && html`<a href="/cases/${reference}">${ltr(reference)}</a>`
  }</span></td>
<td data-label="${w.columns.opened}">${timeMark(openedAt, view)}</td>
<td>${department !== undefined && departmentName(view, department)}</td>
<td data-label="${w.columns.status}"><span class="status">${
    kind === 'recovery' ? w.taskAttempts(recovery?.attempts.length ?? 0) : w.taskWaits
  }</span></td>
<td data-label="${w.columns.assignee}">${
    owner === undefined
      ? html`<span class="faint">${w.unassigned}</span>`
      : html`<bdi>${staffName(view, owner)}</bdi>`
  }</td>
</tr>`;
}

const rowOf = (row: ListRow, view: View, table: WorkTable): Html => {
  if (row.is === 'call') return callRow(row.call, view);
  return row.is === 'task' ? taskRow(row.task, view) : caseRow(row, view, table);
};

/** The columns in their order, each with the order that its heading sorts by. */
const COLUMNS = [
  ['due', 'due'],
  ['case', 'priority'],
  ['opened', 'opened'],
  ['department', 'department'],
  ['status', 'status'],
  ['assignee', 'assignee'],
] as const satisfies readonly (readonly [string, WorkOrder])[];

function heading([column, order]: (typeof COLUMNS)[number], query: ListQuery, view: View): Html {
  const w = workText[view.language];
  const isSorted = query.sort === order;
  const isReversed = isSorted && query.desc !== undefined;
  const change = { sort: order, desc: isSorted && !isReversed ? ('1' as const) : undefined };
  const sorted = isReversed ? 'descending' : 'ascending';
  return html`<th scope="col"${isSorted ? html` aria-sort="${sorted}"` : ''}><a
  href="${listAddress(query, change)}" title="${w.sortBy[order]}">${w.columns[column]}${
    isSorted && html`<span class="arrow${isReversed ? ' arrow-down' : ''}">${icon('up')}</span>`
  }</a></th>`;
}

/** Return the table of work. On a narrow screen it is shown as cards. */
export function workTable(rows: readonly ListRow[], view: View, table: WorkTable): Html {
  const w = workText[view.language];
  const { sort = 'urgency' } = table.query;
  return html`<table class="cases work">
<caption class="visually-hidden">${w.caption[sort]}</caption>
<thead><tr>${
    mayAct(view) &&
    html`<th scope="col" class="pick"><label><input type="checkbox" data-all="pick"><span
  class="visually-hidden">${w.pickAll}</span></label></th>`
  }${COLUMNS.map((column) => heading(column, table.query, view))}</tr></thead>
<tbody>${rows.map((row) => rowOf(row, view, table))}</tbody>
</table>`;
}
