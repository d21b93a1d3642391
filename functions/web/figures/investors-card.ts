import type { Language } from '#events/vocabulary.ts';
import { obstacleLabel } from '#shared/domain/investors/obstacle-label.ts';
import { type Html, html } from '../shell/http/html.ts';
import { departmentName, type View } from '../shell/view.ts';
import { leadingTo } from './behind-link.ts';
import { figuresText } from './figures-text.ts';
import type { PeriodFigures } from './read-figures.ts';
import { workingTimeText } from './working-time-text.ts';

const ar = {
  title: 'ما يعيق المستثمرين',
  hint: 'العوائق المسجلة على إجراءات المستثمرين. وقت التعطل يخص العوائق التي زالت، بساعات العمل.',
  obstacle: 'العائق',
  count: 'عدد المرات',
  time: 'وقت التعطل',
};
const en: typeof ar = {
  title: 'What holds investors up',
  hint: 'Obstacles at procedures of investors. The time is that of obstacles out of the way, in working hours.',
  obstacle: 'Obstacle',
  count: 'Times',
  time: 'Time lost',
};
const text: Readonly<Record<Language, typeof ar>> = { ar, en };

/** Return the obstacles of investors by department and kind, the most frequent first. */
export function investorsCard({ figures, period }: PeriodFigures, view: View): Html {
  const { obstacles } = figures.investors;
  const { language } = view;
  const w = text[language];
  if (obstacles.length === 0) return html``;
  return html`<section class="card wide" id="investors"><h2>${w.title}</h2>
<div class="scroll" tabindex="0"><table class="numbers listed"><thead><tr><th
  scope="col">${figuresText[language].department}</th><th scope="col">${w.obstacle}</th><th
  scope="col">${w.count}</th><th scope="col">${w.time}</th></tr></thead>
<tbody>${obstacles.map(
    ({
      department,
      kind,
      count,
      minutes,
    }) => html`<tr><th scope="row">${departmentName(view, department)}</th>
<td data-label="${w.obstacle}">${obstacleLabel[kind][language]}</td><td data-label="${w.count}">${leadingTo(
      count,
      [`obstacle|${department}|${kind}`],
      period,
      count === 0,
    )}</td><td data-label="${w.time}">${
      minutes === 0
        ? '–'
        : leadingTo(workingTimeText(minutes, language), [`obstacle|${department}|${kind}`], period)
    }</td></tr>`,
  )}</tbody></table></div>
<p class="faint"><small>${w.hint}</small></p></section>`;
}
