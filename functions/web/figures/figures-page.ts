import { CATALOGUE, MEASURE_IDS } from '#shared/domain/reports/catalogue.ts';
import { groupedLines } from '#shared/domain/reports/grouped-lines.ts';
import type { Satisfaction } from '#shared/domain/reports/satisfaction.ts';
import { significanceOf } from '#shared/domain/reports/significance.ts';
import { consolePage } from '../shell/console-page.ts';
import { type Html, html } from '../shell/http/html.ts';
import { channelLabel, dayLabel, outcomeLabel, scoreLabel, typeLabel } from '../shell/text/labels.ts';
import { textFor } from '../shell/text/text-for.ts';
import type { View } from '../shell/view.ts';
import { backlogCard } from './backlog-card.ts';
import { callFiguresCard } from './call-figures-card.ts';
import { marksCard } from './changes/changes-page.ts';
import { bars } from './charts/bars.ts';
import { dayChart } from './charts/day-chart.ts';
import { heatMapChart } from './charts/heat-map-chart.ts';
import { checksFiguresCard } from './checks-card.ts';
import { comparisonCard } from './comparison-card.ts';
import { correctionFigures } from './correction-figures.ts';
import { departmentsCard } from './departments-card.ts';
import { figuresText } from './figures-text.ts';
import { firstScreen } from './first-screen.ts';
import { firstScreenText } from './first-screen-text.ts';
import { investorsCard } from './investors-card.ts';
import { loopsCard } from './loops-card.ts';
import { periodForm, periodTabs } from './period-form.ts';
import type { PeriodFigures } from './read-figures.ts';
import { shareText } from './share-text.ts';
import { speedCard } from './speed-card.ts';
import { tableCard } from './table-card.ts';
import { tablesFor } from './tables-for.ts';
import { workingTimeText } from './working-time-text.ts';

function perDay({ figures }: PeriodFigures, view: View): Html {
  const { language } = view;
  const w = figuresText[language];
  const { by, lines } = groupedLines(figures.perDay);
  const pairs = lines.map(({ day, opened, resolved }) => ({
    label: `${Number(day.slice(8))}/${Number(day.slice(5, 7))}`,
    first: opened,
    second: resolved,
  }));
  return html`<section class="card wide"><h2>${w.per[by]}</h2>
<p class="legend"><span class="key key-first"></span>${w.opened}<span class="key key-second"></span>${w.resolved}</p>
<div class="scroll" tabindex="0">${dayChart(pairs, language === 'ar', w.per[by])}</div>
<details><summary>${w.data}</summary><table class="numbers"><thead><tr><th scope="col">${w.starts[by]}</th>
<th scope="col">${w.opened}</th><th scope="col">${w.resolved}</th></tr></thead><tbody>${lines.map(
    ({ day, opened, resolved }) =>
      html`<tr><th scope="row"><bdi dir="ltr">${day}</bdi></th><td>${opened}</td><td>${resolved}</td></tr>`,
  )}</tbody></table></details>
</section>`;
}

function byChannel({ figures }: PeriodFigures, view: View): Html {
  const { language } = view;
  const w = figuresText[language];
  const list = figures.byChannelAndType.map(({ channel, type, count }) => ({
    label: `${channelLabel[channel][language]} · ${typeLabel[type][language]}`,
    value: count,
  }));
  return html`<section class="card">
<h2>${w.byChannel}</h2>${list.length === 0 ? html`<p class="faint">${w.none}</p>` : bars(list)}</section>`;
}

function outcomes({ figures }: PeriodFigures, view: View): Html {
  const { language } = view;
  const w = figuresText[language];
  const list = figures.outcomes.map(({ outcome, count }) => ({
    ...{ label: outcomeLabel[outcome][language], value: count },
  }));
  return html`<section class="card">
<h2>${w.outcomes}</h2>${list.length === 0 ? html`<p class="faint">${w.none}</p>` : bars(list)}</section>`;
}

function kept({ figures }: PeriodFigures, view: View): Html {
  const { language } = view;
  const w = figuresText[language];
  const { median, p90 } = figures.workingMinutes;
  const time = (label: string, minutes: number | null) =>
    minutes !== null &&
    html`<div><dt>${label}</dt>
<dd><strong>${workingTimeText(minutes, language)}</strong> <small class="faint">${w.workingTime}</small></dd></div>`;
  const { contested, unanswered, notAsked, share } = figures.confirmed;
  return html`<section class="card"><h2>${w.finishing}</h2><p class="faint">${w.finishingHint}</p>
<dl class="facts stacked">
<div><dt>${w.answeredInTime}</dt><dd>${shareText(figures.firstResponseKept, view)}</dd></div>
<div><dt>${w.reported}</dt><dd><strong>${figures.resolved}</strong></dd></div>
<div><dt>${w.confirmed}</dt><dd>${shareText(share, view)}</dd></div>
<div><dt>${w.contested}</dt><dd><strong>${contested}</strong></dd></div>
<div><dt>${w.unconfirmed}</dt><dd><strong>${unanswered}</strong></dd></div>
<div><dt>${w.notAsked}</dt><dd><strong>${notAsked}</strong></dd></div>
</dl></section>
<section class="card"><h2>${w.kept}</h2><dl class="facts stacked">
<div><dt>${w.firstResponse}</dt><dd>${shareText(figures.firstResponseKept, view)}</dd></div>
<div><dt>${w.resolution}</dt><dd>${shareText(figures.resolutionKept, view)}</dd></div>
<div><dt>${w.promises}</dt><dd>${shareText(figures.promisesKept, view)}</dd></div>
<div><dt>${w.departmentsInTime}</dt><dd>${shareText(figures.departmentsInTime, view)}</dd></div>
${
  figures.retracted > 0 &&
  html`<div><dt>${w.retracted}</dt>
<dd><strong>${figures.retracted}</strong> <small class="faint">${w.retractedHint}</small></dd></div>`
}
${time(w.median, median)}
${time(w.p90, p90)}
</dl></section>`;
}

function satisfaction(one: Satisfaction, view: View): Html {
  const { language } = view;
  const w = figuresText[language];
  const { mode, scores, answers, invited, topTwo, finished, late } = one;
  const list = scores
    .map((value, at) => ({
      label: `${at + 1} · ${scoreLabel[(at + 1) as 1][language]}`,
      value,
      shown: `${value}`,
    }))
    .reverse();
  const enough = significanceOf(answers) !== 'hidden';
  return html`<section class="card"><h2>${w.satisfaction} · ${textFor(w.modes, mode)}</h2>
<dl class="facts stacked">
<div><dt>${w.topTwo}</dt><dd>${shareText(topTwo, view)}</dd></div>
<div><dt>${w.invited}</dt><dd>${invited}</dd></div>
<div><dt>${w.answered}</dt><dd>${answers}</dd></div>
${
  enough &&
  html`<div><dt>${w.finished}</dt>
<dd>${w.yes} <bdi dir="ltr">${finished.yes}</bdi> · ${w.no} <bdi dir="ltr">${finished.no}</bdi></dd></div>`
}
${late > 0 && html`<div><dt>${w.late}</dt><dd>${late}</dd></div>`}
</dl>
${enough && bars(list, 'blue')}
</section>`;
}

/** Return when cases are opened. The newest days of the week are in view on a telephone. */
function heatMapCard({ heatMap }: PeriodFigures, view: View): Html | false {
  const w = firstScreenText[view.language];
  return (
    heatMap.most > 0 &&
    html`<section class="card wide"><h2>${w.heat}</h2><div class="scroll" tabindex="0">${heatMapChart(
      heatMap,
      {
        dayName: (weekday) => dayLabel[weekday][view.language],
        corner: w.weekday,
      },
    )}</div></section>`
  );
}

/** Return what each measure means, from the catalogue. */
function definitions(view: View): Html {
  const { language } = view;
  const w = firstScreenText[language];
  return html`<details class="card definitions"><summary>${w.definitions}</summary><div class="scroll"
  tabindex="0"><table><thead><tr><th scope="col">${figuresText[language].columns.measure}</th>
<th scope="col">${w.definition}</th><th scope="col">${w.formula}</th><th scope="col">${w.owner}</th></tr></thead>
<tbody>${MEASURE_IDS.map((id) => {
    const { name, definition, formula, owner } = CATALOGUE[id];
    return html`<tr id="measure-${id}"><th scope="row">${name[language]}</th><td>${definition[language]}</td>
<td><bdi dir="ltr" lang="en">${formula.replaceAll('`', '')}</bdi></td><td>${w.owners[owner]}</td></tr>`;
  })}</tbody></table></div></details>`;
}

/** Return every table that the person may see, folded. */
function tables({ counts, period }: PeriodFigures, view: View): Html {
  return html`<div class="report-tables"><h2>${figuresText[view.language].tables}</h2>${tablesFor(view).map(
    (table) => tableCard(table, counts, period, view),
  )}</div>`;
}

/** Return the figures of a period, each with the count it is based on. */
export function figuresPage(view: View, given: PeriodFigures): Html {
  const w = figuresText[view.language];
  return consolePage(view, {
    title: w.title,
    here: 'figures',
    body: html`<div class="head"><h1>${w.title}</h1>${periodTabs(given, view)}</div>
${periodForm(given, view)}
${firstScreen(given, view)}
<div class="grid">
${marksCard(given.changes, view)}
${perDay(given, view)}
${comparisonCard(given, view)}
${backlogCard(given, view)}
${kept(given, view)}
${given.figures.satisfaction.map((one) => satisfaction(one, view))}
${loopsCard(given.figures.loops, view)}
${speedCard(given.figures.speed, view)}
${checksFiguresCard(given.figures.checks, view)}
${byChannel(given, view)}
${outcomes(given, view)}
${callFiguresCard(given.figures.calls, view)}
${departmentsCard(given, view)}
${investorsCard(given.figures.investors, view)}
${heatMapCard(given, view)}
${correctionFigures(given.figures, view)}
</div>
${tables(given, view)}
${definitions(view)}
<p class="faint notes">${w.notes}</p>`,
  });
}
