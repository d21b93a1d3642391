import { ofAnswersInTime, ofResolutionKept } from '#shared/domain/reports/behind-department.ts';
import type { Funnel } from '#shared/domain/reports/funnel.ts';
import { type Html, html } from '../shell/http/html.ts';
import { departmentName, type View } from '../shell/view.ts';
import { leadingTo, UNLISTED } from './behind-link.ts';
import { funnelChart } from './charts/funnel-chart.ts';
import { figuresText } from './figures-text.ts';
import { firstScreenText } from './first-screen-text.ts';
import type { PeriodFigures } from './read-figures.ts';
import { shareCell } from './share-text.ts';

function funnelPart(funnel: Funnel, view: View): Html {
  const w = firstScreenText[view.language];
  const outside = funnel.points.filter(({ place }) => place !== 'inside');
  const nameOf = (id: string): string => departmentName(view, id);
  const said = outside.map(({ name, place }) => `${nameOf(name)}: ${w[place]}`).join(' · ');
  return html`<div class="scroll" tabindex="0">${funnelChart(funnel, {
    isRtl: view.language === 'ar',
    sentence: `${w.funnel}. ${said === '' ? w.nowhere : said}`,
    nameOf,
  })}</div><p class="faint"><small>${w.funnelHint}</small></p>`;
}

/** Return the departments: a funnel plot of their resolutions in time, and the table of all their numbers. */
export function departmentsCard({ figures, funnel, period }: PeriodFigures, view: View): Html {
  const w = figuresText[view.language];
  const first = firstScreenText[view.language];
  const rows = figures.departments.map(
    ({ department, opened, resolved, resolutionKept, topTwo, answersInTime }) => {
      const leading = (shown: Html | number, selection: readonly string[], isEmpty: boolean): Html =>
        leadingTo(shown, selection, period, isEmpty);
      const place = funnel?.points.find(({ name }) => name === department)?.place;
      return html`<tr><th scope="row"><a
  href="/cases?department=${department}">${departmentName(view, department)}</a></th><td>${leading(
    opened,
    [`opened-in|${department}`],
    opened === 0,
  )}</td><td>${leading(resolved, [`resolved|${department}`], resolved === 0)}</td><td>${leading(
    shareCell(resolutionKept),
    ofResolutionKept(department),
    resolutionKept === null,
  )}</td><td>${place === undefined ? '–' : first[place]}</td><td>${leading(
    shareCell(answersInTime),
    ofAnswersInTime(department),
    answersInTime === null,
  )}</td><td data-unlisted="${UNLISTED}">${shareCell(topTwo)}</td></tr>`;
    },
  );
  return html`<section class="card wide" id="departments"><h2>${first.funnel}</h2>${
    funnel && funnelPart(funnel, view)
  }${
    rows.length === 0
      ? html`<p class="faint">${w.none}</p>`
      : html`<div class="scroll" tabindex="0"><table class="numbers"><thead><tr><th scope="col">${w.department}</th>
<th scope="col">${w.opened}</th><th scope="col">${w.resolved}</th><th scope="col">${w.resolvedInTime}</th>
<th scope="col">${first.position}</th><th scope="col">${w.answersInTime}</th><th scope="col">${w.topTwo}</th></tr>
</thead><tbody>${rows}</tbody></table></div><p class="faint"><small>* ${w.few}</small></p>`
  }</section>`;
}
