import { type PartEffect, WEEKS_AROUND } from '#shared/domain/reports/before-after.ts';
import { ofMeasureIn } from '#shared/domain/reports/behind-department.ts';
import { CATALOGUE, MEASURE_IDS, type MeasureId } from '#shared/domain/reports/catalogue.ts';
import type { MeasureUnit } from '#shared/domain/reports/measure-entry.ts';
import type { NotedChange } from '#shared/domain/reports/noted-change.ts';
import type { Period } from '#shared/domain/reports/period.ts';
import type { Selection } from '#shared/domain/reports/selection.ts';
import { consolePage } from '../../shell/console-page.ts';
import { type Html, html } from '../../shell/http/html.ts';
import { listOf } from '../../shell/text/list-of.ts';
import { departmentName, staffName, type View } from '../../shell/view.ts';
import { leadingTo, UNLISTED } from '../behind-link.ts';
import { trendChart } from '../charts/trend-chart.ts';
import { verdictText } from '../claim-text.ts';
import { figuresText } from '../figures-text.ts';
import { firstScreenText } from '../first-screen-text.ts';
import { trendSentence } from '../trend-sentence.ts';
import { isNothing, valueCell } from '../value-text.ts';
import type { AskedAround, BeforeAfter } from './before-after.ts';
import { concernsText } from './changes-page.ts';
import { changesText } from './changes-text.ts';
import { effectText } from './effect-text.ts';

const days = ({ from, to }: Period): Html => html`<bdi dir="ltr">${from} – ${to}</bdi>`;

function choice(change: NotedChange, { weeks, measures }: AskedAround, view: View): Html {
  const { language } = view;
  const w = changesText[language];
  return html`<form class="period" method="get" action="/figures/changes/${change.id}">
<label class="field"><span>${w.around}</span><select name="weeks">${WEEKS_AROUND.map(
    (one) => html`<option value="${one}"${one === weeks && html` selected`}>${w.weeks(one)}</option>`,
  )}</select></label><button class="button">${w.show}</button>
<details><summary>${w.measures}</summary><div class="choices">${MEASURE_IDS.map(
    (id) =>
      html`<label class="check"><input type="checkbox" name="of" value="${id}"${
        measures.includes(id) && html` checked`
      }> <span>${CATALOGUE[id].name[language]}</span></label>`,
  )}</div></details></form>`;
}

function comparison({ around, before, after, claims }: BeforeAfter, asked: AskedAround, view: View): Html {
  const { language } = view;
  const w = changesText[language];
  const row = (id: MeasureId): Html => {
    const { name, unit, of, behind } = CATALOGUE[id];
    const claim = claims[id];
    const unlisted = behind === undefined && html` data-unlisted="${UNLISTED}"`;
    const cell = (figures: typeof before, period: Period): Html => {
      const value = of(figures);
      return leadingTo(valueCell(value, unit, view), behind, period, isNothing(value));
    };
    return html`<tr><th scope="row">${name[language]}</th>
<td data-label="${w.before}"${unlisted}>${cell(before, around.before)}</td>
<td data-label="${w.after}"${unlisted}>${cell(after, around.after)}</td>
<td data-label="${w.difference}">${claim.says === 'nothing' ? '–' : effectText(claim.effect, language)}</td>
<td data-label="${w.verdict}">${verdictText(claim, language)}</td></tr>`;
  };
  return html`<div class="scroll" tabindex="0"><table class="numbers listed"><thead><tr>
<th scope="col">${w.measure}</th>
<th scope="col">${w.before}<br><small>${days(around.before)}</small></th>
<th scope="col">${w.after}<br><small>${days(around.after)}</small></th>
<th scope="col">${w.difference}</th><th scope="col">${w.verdict}</th></tr></thead>
<tbody>${asked.measures.map(row)}</tbody></table></div><p class="faint"><small>* ${
    figuresText[language].few
  }</small></p>`;
}

function also({ also: found }: BeforeAfter, view: View): Html {
  const { language } = view;
  const w = changesText[language];
  const names = (ids: readonly string[]): string =>
    listOf(
      ids.map((id) => departmentName(view, id)),
      language,
    );
  const items: readonly (string | Html)[] = [
    ...found.changes.map(
      ({ id, day, name }) => html`<a href="/figures/changes/${id}">${w.alsoChange(day, name[language])}</a>`,
    ),
    ...(found.ramadan ? [w.ramadan(...found.ramadan)] : []),
    ...(found.workingDays ? [w.workingDays(...found.workingDays)] : []),
    ...(found.hours ? [w.hours] : []),
    ...(found.newDepartments.length > 0 ? [w.newDepartments(names(found.newDepartments))] : []),
    ...(found.goneDepartments.length > 0 ? [w.goneDepartments(names(found.goneDepartments))] : []),
  ];
  return html`<section class="card"><h2>${w.also}</h2>${
    items.length === 0
      ? html`<p>${w.alsoNone}</p>`
      : html`<ul>${items.map((one) => html`<li>${one}</li>`)}</ul>`
  }</section>`;
}

function elsewhere({ departments, around }: BeforeAfter, change: NotedChange, view: View): Html | false {
  const { language } = view;
  const w = changesText[language];
  const part = ({ before, after, effect }: PartEffect, unit: MeasureUnit, behind?: Selection): Html =>
    html`<td data-label="${w.before}"${behind === undefined && html` data-unlisted="difference"`}>${leadingTo(
      valueCell(before, unit, view),
      behind,
      around.before,
      isNothing(before),
    )}</td>
<td data-label="${w.after}"${behind === undefined && html` data-unlisted="difference"`}>${leadingTo(
      valueCell(after, unit, view),
      behind,
      around.after,
      isNothing(after),
    )}</td>
<td data-label="${w.difference}">${effect === null ? w.unknown : effectText(effect, language)}</td>`;
  return (
    departments.length > 0 &&
    html`<section class="card wide"><h2>${w.where(concernsText(change, view))}</h2>
<div class="scroll" tabindex="0"><table class="numbers listed"><thead><tr><th
  scope="col">${w.measure}</th><th scope="col">${w.place}</th>
<th scope="col">${w.before}</th><th scope="col">${w.after}</th><th scope="col">${w.difference}</th></tr></thead>
<tbody>${departments.map(({ measure, department, others }) => {
      const { name, unit } = CATALOGUE[measure];
      return html`<tr><th scope="row">${name[language]}</th>
<td data-label="${w.place}">${w.inDepartment}</td>${part(
        department,
        unit,
        change.department === undefined ? undefined : ofMeasureIn(measure, change.department),
      )}</tr>
<tr><th scope="row">${name[language]}</th><td data-label="${w.place}">${w.inOthers}</td>${part(others, unit)}</tr>`;
    })}</tbody></table></div><p class="faint"><small>${w.whereHint}</small></p></section>`
  );
}

function trends({ trends: all }: BeforeAfter, change: NotedChange, view: View): Html {
  const { language } = view;
  const marks = [{ day: change.day, name: change.name[language] }];
  return html`<div class="headlines">${all
    .filter(({ chart }) => chart !== null)
    .map(
      (trend) => html`<section class="card headline"><h2>${CATALOGUE[trend.measure].name[language]}</h2>
<p class="says says-${trend.says}">${firstScreenText[language].says[trend.says]}</p>${trendChart(trend, {
        ...{ isRtl: language === 'ar', marks },
        sentence: trendSentence(trend, marks, view),
      })}</section>`,
    )}</div>`;
}

/** Return the numbers before and after a change, and other differences of the times. It claims no reason. */
export function beforeAfterPage(
  view: View,
  change: NotedChange,
  { asked, read }: { readonly asked: AskedAround; readonly read: BeforeAfter | null },
): Html {
  const { language } = view;
  const w = changesText[language];
  const { name, day, kind, by } = change;
  return consolePage(view, {
    title: `${w.compare}: ${name[language]}`,
    here: 'figures',
    body: html`<div class="head"><h1>${w.compare}: <bdi>${name[language]}</bdi></h1>
<a class="button quiet" href="/figures/changes">${w.all}</a></div>
<p class="faint"><bdi dir="ltr" class="whole">${day}</bdi> · ${w.kinds[kind]} · ${concernsText(change, view)} · ${w.by}
<bdi>${staffName(view, by)}</bdi></p>
${choice(change, asked, view)}
${
  read === null
    ? html`<p class="notice">${w.tooEarly}</p>`
    : html`${read.around.weeks < asked.weeks && html`<p class="notice">${w.shorter(read.around.weeks)}</p>`}
<p class="notice">${w.caution}</p>
<section class="card wide">${comparison(read, asked, view)}</section>
${also(read, view)}${elsewhere(read, change, view)}${trends(read, change, view)}`
}`,
  });
}
