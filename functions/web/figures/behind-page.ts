import type { AskedNumber, BehindPage, BehindRow } from '#shared/application/reports/behind.ts';
import { parseReference } from '#shared/domain/cases/reference.ts';
import { CATALOGUE, MEASURE_IDS } from '#shared/domain/reports/catalogue.ts';
import type { ReportTable, TableColumn } from '#shared/domain/reports/report-table.ts';
import { type FilePart, filesOf, type Selection } from '#shared/domain/reports/selection.ts';
import { TABLES } from '#shared/domain/reports/tables.ts';
import type { Weekday } from '#shared/domain/sla/calendar.ts';
import { ltr } from '../shell/badges.ts';
import { consolePage } from '../shell/console-page.ts';
import { type Html, html } from '../shell/http/html.ts';
import { dayLabel, statusLabel, typeLabel } from '../shell/text/labels.ts';
import { timeMark } from '../shell/time-mark.ts';
import { categoryName, departmentName, type View } from '../shell/view.ts';
import { behindAddress } from './behind-link.ts';
import { behindText } from './behind-text.ts';
import { figuresText } from './figures-text.ts';
import { numberName } from './number-name.ts';
import { rowName } from './row-name.ts';

export interface ShownBehind extends AskedNumber, BehindPage {
  readonly isFirst: boolean;
  /** The most rows of a file. */
  readonly mostRows: number;
}

const isSame = (a: Selection, b: Selection): boolean =>
  a.length === b.length && a.every((one, at) => one === b[at]);

/** A value in the place of a row, to compare the names around it. */
const PLACE = '\u0000';

/** Return the value of a row for which a column has these counters. */
function rowFor({ behind }: TableColumn, selection: Selection): string | undefined {
  const [pattern = ''] = behind?.(PLACE) ?? [];
  const [before = '', after] = pattern.split(PLACE);
  const [first = ''] = selection;
  if (after === undefined || !first.startsWith(before) || !first.endsWith(after)) return undefined;
  const row = first.slice(before.length, first.length - after.length);
  return behind && !row.includes('|') && isSame(behind(row), selection) ? row : undefined;
}

const nameInTable = ({ name, rowsAre, columns }: ReportTable, selection: Selection, view: View): string[] =>
  columns.flatMap((column) => {
    const row = rowFor(column, selection);
    if (row === undefined) return [];
    return [`${name[view.language]}: ${rowName(rowsAre, row, view)} · ${column.name[view.language]}`];
  });

/** Return the name of a number: of its measure, of its row and column, or of its counters. It shows no code. */
function nameOf(selection: Selection, view: View): string | undefined {
  const id = MEASURE_IDS.find((one) => isSame(CATALOGUE[one].behind ?? [], selection));
  if (id) return CATALOGUE[id].name[view.language];
  return TABLES.flatMap((table) => nameInTable(table, selection, view))[0] ?? numberName(selection, view);
}

/** The id of a call of Rida. Incoming calls have the ids of the telephone. */
const CALL_OUT = /^[0-9a-z]{26}$/u;
/** The numbers whose cases have a plan of an investor. */
const PLANS = /^(plan|touch|plan-promise|procedure|obstacle)(\||$)/u;
const TASK = /^(recovery|closure-audit|conversation-review)-/u;

/** Return the link to one row behind a number: a case, the plan of a case, a task of quality, or a call. */
function subjectLink(subject: string, selection: Selection, view: View): Html {
  const w = behindText[view.language];
  const first = selection[0] ?? '';
  if (parseReference(subject) !== undefined)
    return html`<a href="${PLANS.test(first) ? '/investors' : '/cases'}/${subject}">${ltr(subject)}</a>`;
  const [, task] = TASK.exec(subject) ?? [];
  if (task !== undefined)
    return html`<a href="/quality/${task}/${encodeURIComponent(subject)}">${
      w.tasks[task as keyof typeof w.tasks]
    } <bdi dir="ltr">${subject.slice(-8)}</bdi></a>`;
  const page = first.startsWith('call-out') || CALL_OUT.test(subject) ? '/calls-out/call' : '/calls';
  return html`<a href="${page}/${encodeURIComponent(subject)}">${w.call} <bdi
  dir="ltr">${subject.slice(-8)}</bdi></a>`;
}

function row(one: BehindRow, selection: Selection, hasCases: boolean, view: View): Html {
  const { language } = view;
  const w = behindText[language];
  const { subject, at, by, case: found } = one;
  const reference = subjectLink(subject, selection, view);
  return html`<tr><th scope="row">${reference}${by < 0 && html`<br><small>${w.takenBack}</small>`}</th>
<td data-label="${w.when}">${timeMark(at, view)}</td>${
    hasCases &&
    html`
<td data-label="${w.type}">${found ? typeLabel[found.type][language] : '–'}</td>
<td data-label="${w.category}">${found ? categoryName(view, found.category) : '–'}</td>
<td data-label="${w.department}">${found ? departmentName(view, found.department) : '–'}</td>
<td data-label="${w.status}">${found ? statusLabel[found.status][language] : '–'}</td>`
  }</tr>`;
}

const onlyOn = (weekday: Weekday | undefined): Record<string, string> => (weekday ? { on: weekday } : {});

/** Return the addresses of one of the files of a long list. */
function partOfList(
  { period, rows }: FilePart,
  { selection, weekday }: AskedNumber,
  shown: (first: number, last: number) => string,
): Html {
  const range: Record<string, string> = rows ? { rows: `${rows.start}-${rows.end}` } : {};
  const on = onlyOn(weekday);
  const file = (as: string): Html =>
    html`<a href="${behindAddress(selection, period, { ...on, ...range, as })}">${as.toUpperCase()}</a>`;
  return html`<li><bdi dir="ltr">${period.from} – ${period.to}</bdi>${
    rows && html` ${shown(rows.start + 1, rows.end)}`
  }: ${file('csv')} · ${file('xlsx')}</li>`;
}

/** Return the cases and calls behind a number, and the way back to it. */
export function behindPage(view: View, shown: ShownBehind): Html {
  const w = behindText[view.language];
  const { selection, period, weekday, number, parts, rows, next, unproven, isFirst, mostRows } = shown;
  const name = nameOf(selection, view);
  const on = onlyOn(weekday);
  const file = (as: string): Html =>
    html`<a href="${behindAddress(selection, period, { ...on, as })}">${as.toUpperCase()}</a>`;
  // Calls alone have no facts of a case.
  const hasCases = rows.some((one) => one.case !== undefined);
  const heads = [w.reference, w.when, ...(hasCases ? [w.type, w.category, w.department, w.status] : [])];
  return consolePage(view, {
    title: name === undefined ? w.title : `${w.title}: ${name}`,
    here: 'figures',
    body: html`<div class="head"><h1>${name ?? w.title}</h1>
<a class="button quiet" href="/figures?from=${period.from}&amp;to=${period.to}">${w.back}</a></div>
<section class="card wide"><p>${figuresText[view.language].count}: <strong class="share">${number}</strong> ·
<bdi dir="ltr" class="whole">${period.from} – ${period.to}</bdi>${
      weekday && html` · ${dayLabel[weekday][view.language]}`
    }</p>
${unproven > 0 && html`<p class="notice">${w.expired(unproven)}</p>`}
${
  rows.length === 0
    ? html`<p class="faint">${w.none}</p>`
    : html`<div class="scroll" tabindex="0"><table class="listed"><thead><tr>${heads.map(
        (head) => html`<th scope="col">${head}</th>`,
      )}</tr></thead><tbody>${rows.map((one) => row(one, selection, hasCases, view))}</tbody></table></div>`
}
<p>${!isFirst && html`<a class="button quiet" href="${behindAddress(selection, period, on)}">${w.first}</a> `}${
      next &&
      html`<a class="button quiet" rel="next" href="${behindAddress(selection, period, {
        ...on,
        after: `${next.day}.${next.skip}`,
      })}">${w.next}</a>`
    }</p>
${
  number > mostRows
    ? html`<p class="notice">${w.inParts(mostRows)}</p><ol>${filesOf(parts, mostRows).map((one) =>
        partOfList(one, shown, w.rows),
      )}</ol>`
    : html`<p class="faint"><small>${w.files} ${file('csv')} · ${file('xlsx')}</small></p>`
}</section>`,
  });
}
