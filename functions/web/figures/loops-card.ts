import type { Language } from '#events/vocabulary.ts';
import type { LoopLine, Loops } from '#shared/domain/reports/recovery-figures.ts';
import { type Html, html } from '../shell/http/html.ts';
import { recoveryLabel } from '../shell/text/recovery-label.ts';
import { serviceName, type View } from '../shell/view.ts';
import { bars } from './charts/bars.ts';
import { departmentOrNone } from './department-or-none.ts';
import { figuresText } from './figures-text.ts';
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

function table(lines: readonly LoopLine[], heading: string, name: (id: string) => string, view: View): Html {
  const w = text[view.language];
  if (lines.length === 0) return html``;
  return html`<div class="scroll" tabindex="0"><table class="numbers"><thead><tr><th scope="col">${heading}</th>
<th scope="col">${w.opened}</th><th scope="col">${w.closed}</th><th scope="col">${w.inTime}</th></tr></thead>
<tbody>${lines.map(
    ({ id, opened, closed, inTime }) => html`<tr><th scope="row">${name(id)}</th><td>${opened}</td>
<td>${shareCell(closed)}</td><td>${shareCell(inTime)}</td></tr>`,
  )}</tbody></table></div>`;
}

/** Return how many dissatisfied people were contacted, by department and service. */
export function loopsCard(
  { opened, closed, inTime, medianMinutes, outcomes, ...by }: Loops,
  view: View,
): Html {
  const { language } = view;
  const w = text[language];
  if (opened === 0) return html``;
  const list = outcomes.map(({ outcome, count }) => ({
    label: recoveryLabel[outcome]?.[language] ?? outcome,
    value: count,
  }));
  return html`<section class="card wide" id="loops"><h2>${w.title}</h2><dl class="facts">
<div><dt>${w.opened}</dt><dd><strong>${opened}</strong></dd></div>
<div><dt>${w.closed}</dt><dd>${shareText(closed, view)}</dd></div>
<div><dt>${w.inTime}</dt><dd>${shareText(inTime, view)}</dd></div>
${
  medianMinutes !== null &&
  html`<div><dt>${w.median}</dt><dd><strong>${workingTimeText(medianMinutes, view.language)}</strong></dd></div>`
}</dl>${list.length > 0 && bars(list)}
${table(by.departments, w.about, (id) => departmentOrNone(id, view), view)}
${table(by.services, w.service, (id) => serviceName(view, id), view)}
<p class="faint"><small>${w.hint} * ${figuresText[view.language].few}</small></p></section>`;
}
