import type { Language } from '#events/vocabulary.ts';
import type { DepartmentAnswers } from '#shared/domain/reports/department-answers.ts';
import { type Html, html } from '../shell/http/html.ts';
import { departmentName, type View } from '../shell/view.ts';
import { figuresText } from './figures-text.ts';
import { shareCell } from './share-text.ts';
import { workingTimeText } from './working-time-text.ts';

const ar = {
  title: 'ما وعدت به الإدارات وما وفت به',
  hint: 'تُقاس الإجابة بالموعد الأول الذي أُعطي للإدارة. ما أُجيب خلال مهلة مُددت يُعدّ في عموده، لا في موعده.',
  asked: 'سُئل',
  kept: 'وفى بموعده الأول',
  inTime: 'في موعده',
  extended: 'خلال مهلة ممددة',
  missed: 'فات موعده',
  median: 'وسيط وقت الإجابة',
  timeAsked: 'طلب مهلة',
  passedOn: 'أحال',
  wroteAgain: 'عدّل إجابته',
};

const en: typeof ar = {
  title: 'What departments promised and kept',
  hint: 'An answer is measured against the time given first. One within time granted later has a column of its own.',
  asked: 'Asked',
  kept: 'First time kept',
  inTime: 'In time',
  extended: 'Within granted time',
  missed: 'Time passed',
  median: 'Median time to answer',
  timeAsked: 'Asked for time',
  passedOn: 'Passed on',
  wroteAgain: 'Corrected its answer',
};

const text: Readonly<Record<Language, typeof ar>> = { ar, en };

function row(one: DepartmentAnswers, view: View): Html {
  const { asked, inTime, extended, missed, kept, medianMinutes, timeAsked, passedOn, wroteAgain } = one;
  const median = medianMinutes === null ? '–' : workingTimeText(medianMinutes, view.language);
  return html`<tr><th scope="row">${departmentName(view, one.department)}</th><td>${asked}</td>
<td>${shareCell(kept)}</td><td>${inTime}</td><td>${extended}</td><td>${missed}</td><td>${median}</td>
<td>${timeAsked}</td><td>${passedOn}</td><td>${wroteAgain}</td></tr>`;
}

/** Return the agreement with each department: the requests, and how many answers came in the time given first. */
export function departmentAnswersCard(lines: readonly DepartmentAnswers[], view: View): Html {
  const w = text[view.language];
  if (lines.length === 0) return html``;
  return html`<section class="card wide" id="department-answers"><h2>${w.title}</h2>
<div class="scroll" tabindex="0"><table class="numbers"><thead><tr><th
  scope="col">${figuresText[view.language].department}</th><th scope="col">${w.asked}</th><th
  scope="col">${w.kept}</th><th scope="col">${w.inTime}</th><th scope="col">${w.extended}</th><th
  scope="col">${w.missed}</th><th scope="col">${w.median}</th><th scope="col">${w.timeAsked}</th><th
  scope="col">${w.passedOn}</th><th scope="col">${w.wroteAgain}</th></tr></thead>
<tbody>${lines.map((one) => row(one, view))}</tbody></table></div>
<p class="faint"><small>${w.hint} * ${figuresText[view.language].few}</small></p></section>`;
}
