import type { Language } from '#events/vocabulary.ts';
import type { DepartmentRequest } from '#shared/domain/cases/case.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { formatInstant } from '#shared/domain/text/format-instant.ts';
import { type Html, html } from '../shell/http/html.ts';
import { icon } from '../shell/icons.ts';
import { categoryName, departmentName } from '../shell/view.ts';
import { departmentsFrame } from './departments-frame.ts';
import { departmentsText } from './departments-text.ts';

/** One open request of a department, with the link to its page. */
export interface OwedRow {
  readonly reference: string;
  readonly category: string;
  readonly request: DepartmentRequest;
  readonly link: string;
}

interface Owed {
  readonly rules: Rules;
  readonly language: Language;
  readonly path: string;
  readonly now: number;
  readonly department: string;
  readonly rows: readonly OwedRow[];
  /** The number of cases beyond those of the rows. */
  readonly beyond: number;
}

function row({ reference, category, request, link }: OwedRow, { rules, language, now }: Owed): Html {
  const w = departmentsText[language];
  const { zone } = rules.desk.calendar.calendar;
  const instant = (at: number): string => formatInstant(at, language, zone);
  const { dueAt, askedAt, firstDueAt, time } = request;
  const isLate = dueAt < now;
  return html`<li class="owed"><div><strong><bdi dir="ltr">${reference}</bdi></strong> · ${categoryName(
    { rules, language },
    category,
  )}<p class="due due-${isLate ? 'overdue' : 'calm'}">${icon(isLate ? 'alarm' : 'clock')}${w.dueAt} ${instant(dueAt)}${
    isLate && html` <span class="badge badge-bad">${w.late}</span>`
  }</p><p class="faint">${w.askedOn} ${instant(askedAt)}${
    firstDueAt !== undefined && html` · ${w.extended} ${instant(firstDueAt)}`
  }${time?.state === 'asked' && html` · ${w.waiting}`}</p></div><a class="button" href="${link}">${w.open}</a></li>`;
}

/** Return the page with all that a department owes, the most overdue first. */
export function owedPage(owed: Owed): Html {
  const { rules, language, path, now, department, rows, beyond } = owed;
  const w = departmentsText[language];
  const late = rows.filter(({ request }) => request.dueAt < now).length;
  return departmentsFrame({
    ...{ rules, language, title: w.owedTitle, path },
    body: html`<section class="card"><h1>${w.owedTitle}</h1>
<p class="faint"><bdi>${departmentName({ rules, language }, department)}</bdi></p>
${
  rows.length === 0
    ? html`<p role="status">${w.none}</p>`
    : html`<p><strong>${w.openCount(rows.length)}</strong>${
        late > 0 && html` · <strong>${w.lateCount(late)}</strong>`
      }</p>
<ul class="owed-list">${rows.map((one) => row(one, owed))}</ul>`
}${beyond > 0 && html`<p class="faint">${w.beyond(beyond)}</p>`}</section>`,
  });
}
