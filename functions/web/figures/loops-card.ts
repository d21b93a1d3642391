import type { Language } from '#events/vocabulary.ts';
import { CATALOGUE, type MeasureId } from '#shared/domain/reports/catalogue.ts';
import type { Period } from '#shared/domain/reports/period.ts';
import type { LoopLine } from '#shared/domain/reports/recovery-figures.ts';
import { type Html, html } from '../shell/http/html.ts';
import { recoveryLabel } from '../shell/text/recovery-label.ts';
import { serviceName, type View } from '../shell/view.ts';
import { leadingTo } from './behind-link.ts';
import { bars } from './charts/bars.ts';
import { departmentOrNone } from './department-or-none.ts';
import { figuresText } from './figures-text.ts';
import type { PeriodFigures } from './read-figures.ts';
import { shareCell, shareText } from './share-text.ts';
import { workingTimeText } from './working-time-text.ts';

const ar = {
  title: 'التواصل مع غير الراضين',
  hint: 'تُحسب كل إجابة في يومها، وبعضها ما زال ضمن المهلة فقد ترتفع النسب. من تعذّر الوصول إليه لم يتم التواصل معه.',
  opened: 'إجابات غير راضية',
  closed: 'تم التواصل مع صاحبها',
  inTime: 'في الموعد',
  median: 'نصفهم خلال',
  about: 'الإدارة',
  service: 'الخدمة',
};

const en: typeof ar = {
  title: 'Dissatisfied people: were they contacted?',
  hint: 'Each answer counts on its day. Some are not due yet, so shares may rise. Not reached is not contacted.',
  opened: 'Dissatisfied answers',
  closed: 'Person contacted',
  inTime: 'In time',
  median: 'Half of them within',
  about: 'Department',
  service: 'Service',
};

const text: Readonly<Record<Language, typeof ar>> = { ar, en };

interface LinesOf {
  readonly heading: string;
  readonly name: (id: string) => string;
  /** The counter of the dissatisfied answers of a line. */
  readonly behind: (id: string) => string;
}

function table(
  lines: readonly LoopLine[],
  { heading, name, behind }: LinesOf,
  period: Period,
  view: View,
): Html {
  const w = text[view.language];
  const leading = (shown: Html | number, id: string, isEmpty: boolean) =>
    leadingTo(shown, [behind(id)], period, isEmpty);
  if (lines.length === 0) return html``;
  return html`<div class="scroll" tabindex="0"><table class="numbers"><thead><tr><th scope="col">${heading}</th>
<th scope="col">${w.opened}</th><th scope="col">${w.closed}</th><th scope="col">${w.inTime}</th></tr></thead>
<tbody>${lines.map(
    ({ id, opened, closed, inTime }) => html`<tr><th scope="row">${name(id)}</th><td>${leading(
      opened,
      id,
      opened === 0,
    )}</td><td>${leading(shareCell(closed), id, closed === null)}</td>
<td>${leading(shareCell(inTime), id, inTime === null)}</td></tr>`,
  )}</tbody></table></div>`;
}

/** Return how many dissatisfied people were contacted, by department and service. */
export function loopsCard({ figures, period }: PeriodFigures, view: View): Html {
  const { opened, closed, inTime, medianMinutes, outcomes, ...by } = figures.loops;
  const { language } = view;
  const w = text[language];
  if (opened === 0) return html``;
  const list = outcomes.map(({ outcome, count }) => ({
    label: recoveryLabel[outcome]?.[language] ?? outcome,
    value: count,
    shown: leadingTo(count, [`loop-ended|${outcome}`], period, count === 0),
  }));
  const leading = (shown: Html | string, id: MeasureId, isEmpty = false) =>
    leadingTo(shown, CATALOGUE[id].behind, period, isEmpty);
  return html`<section class="card wide" id="loops"><h2>${w.title}</h2><dl class="facts">
<div><dt>${w.opened}</dt><dd>${leading(html`<strong>${opened}</strong>`, 'dissatisfied')}</dd></div>
<div><dt>${w.closed}</dt><dd>${leading(shareText(closed, view), 'loopsClosed', closed === null)}</dd></div>
<div><dt>${w.inTime}</dt><dd>${leading(shareText(inTime, view), 'loopsInTime', inTime === null)}</dd></div>
${
  medianMinutes !== null &&
  html`<div><dt>${w.median}</dt><dd>${leading(
    html`<strong>${workingTimeText(medianMinutes, view.language)}</strong>`,
    'loopMedian',
  )}</dd></div>`
}</dl>${list.length > 0 && bars(list)}
${table(
  by.departments,
  { heading: w.about, name: (id) => departmentOrNone(id, view), behind: (id) => `loop-opened|${id}` },
  period,
  view,
)}
${table(
  by.services,
  { heading: w.service, name: (id) => serviceName(view, id), behind: (id) => `loop-about|opened|${id}` },
  period,
  view,
)}
<p class="faint"><small>${w.hint} * ${figuresText[view.language].few}</small></p></section>`;
}
