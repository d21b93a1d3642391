import { notAsked } from '#events/case-resolved.v1.ts';
import { CATALOGUE, MEASURE_IDS, type MeasureId } from '#shared/domain/reports/catalogue.ts';
import { groupedLines } from '#shared/domain/reports/grouped-lines.ts';
import type { Period } from '#shared/domain/reports/period.ts';
import type { Satisfaction } from '#shared/domain/reports/satisfaction.ts';
import type { Selection } from '#shared/domain/reports/selection.ts';
import { significanceOf } from '#shared/domain/reports/significance.ts';
import type { Share } from '#shared/domain/statistics/wilson.ts';
import { consolePage } from '../shell/console-page.ts';
import { type Html, html } from '../shell/http/html.ts';
import { channelLabel, dayLabel, outcomeLabel, scoreLabel, typeLabel } from '../shell/text/labels.ts';
import { textFor } from '../shell/text/text-for.ts';
import type { View } from '../shell/view.ts';
import { backlogCard } from './backlog-card.ts';
import { leadingTo, UNLISTED } from './behind-link.ts';
import { callFiguresCard } from './call-figures-card.ts';
import { marksCard } from './changes/changes-page.ts';
import { type Bar, bars } from './charts/bars.ts';
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
  const cell = (line: (typeof lines)[number], what: 'opened' | 'resolved'): Html =>
    html`<td>${leadingTo(line[what], [what], { from: line.first, to: line.last }, line[what] === 0)}</td>`;
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
    (line) =>
      html`<tr><th scope="row"><bdi dir="ltr">${line.day}</bdi></th>${cell(
        line,
        'opened',
      )}${cell(line, 'resolved')}</tr>`,
  )}</tbody></table></details>
</section>`;
}

/** A bar whose number leads to its cases. */
const barOf = (label: string, value: number, selection: Selection, period: Period): Bar => ({
  ...{ label, value },
  shown: leadingTo(value, selection, period, value === 0),
});

function byChannel({ figures, period }: PeriodFigures, view: View): Html {
  const { language } = view;
  const w = figuresText[language];
  const list = figures.byChannelAndType.map(({ channel, type, count }) =>
    barOf(
      `${channelLabel[channel][language]} · ${typeLabel[type][language]}`,
      count,
      [`opened|${channel}|${type}`],
      period,
    ),
  );
  return html`<section class="card">
<h2>${w.byChannel}</h2>${list.length === 0 ? html`<p class="faint">${w.none}</p>` : bars(list)}</section>`;
}

function outcomes({ figures, period }: PeriodFigures, view: View): Html {
  const { language } = view;
  const w = figuresText[language];
  const list = figures.outcomes.map(({ outcome, count }) =>
    barOf(outcomeLabel[outcome][language], count, [`outcome|${outcome}`], period),
  );
  return html`<section class="card">
<h2>${w.outcomes}</h2>${list.length === 0 ? html`<p class="faint">${w.none}</p>` : bars(list)}</section>`;
}

/** The resolutions whose beneficiaries were not asked, by reason. */
const NOT_ASKED: Selection = notAsked.options.map((reason) => `asked|${reason}`);

function kept({ figures, period }: PeriodFigures, view: View): Html {
  const { language } = view;
  const w = figuresText[language];
  const line = (label: string, shown: Html | number, selection: Selection | undefined, isEmpty: boolean) =>
    html`<div><dt>${label}</dt><dd>${leadingTo(shown, selection, period, isEmpty)}</dd></div>`;
  const share = (label: string, id: MeasureId, of: Share | null) =>
    line(label, shareText(of, view), CATALOGUE[id].behind, of === null);
  const count = (label: string, of: number, selection: Selection) =>
    line(label, html`<strong>${of}</strong>`, selection, of === 0);
  const time = (label: string, id: MeasureId, minutes: number | null) =>
    minutes !== null &&
    html`<div><dt>${label}</dt><dd>${leadingTo(
      html`<strong>${workingTimeText(minutes, language)}</strong>`,
      CATALOGUE[id].behind,
      period,
    )} <small class="faint">${w.workingTime}</small></dd></div>`;
  const unlisted = (label: string, of: number) =>
    html`<div data-unlisted="${UNLISTED}"><dt>${label}</dt><dd><strong>${of}</strong></dd></div>`;
  const { median, p90 } = figures.workingMinutes;
  const { contested, unanswered, notAsked: unasked, share: confirmed } = figures.confirmed;
  return html`<section class="card"><h2>${w.finishing}</h2><p class="faint">${w.finishingHint}</p>
<dl class="facts stacked">
${share(w.answeredInTime, 'firstResponse', figures.firstResponseKept)}
${count(w.reported, figures.resolved, ['resolved'])}
${share(w.confirmed, 'confirmedShare', confirmed)}
${unlisted(w.contested, contested)}
${unlisted(w.unconfirmed, unanswered)}
${count(w.notAsked, unasked, NOT_ASKED)}
</dl></section>
<section class="card"><h2>${w.kept}</h2><dl class="facts stacked">
${share(w.firstResponse, 'firstResponse', figures.firstResponseKept)}
${share(w.resolution, 'resolution', figures.resolutionKept)}
${share(w.promises, 'promises', figures.promisesKept)}
${share(w.departmentsInTime, 'departmentsInTime', figures.departmentsInTime)}
${
  figures.retracted > 0 &&
  html`<div><dt>${w.retracted}</dt><dd>${leadingTo(
    html`<strong>${figures.retracted}</strong>`,
    ['retracted'],
    period,
  )} <small class="faint">${w.retractedHint}</small></dd></div>`
}
${time(w.median, 'median', median)}
${time(w.p90, 'p90', p90)}
</dl></section>`;
}

function satisfaction(one: Satisfaction, period: Period, view: View): Html {
  const { language } = view;
  const w = figuresText[language];
  const { mode, scores, answers, invited, topTwo, finished, late } = one;
  const list = scores
    .map((value, at) => ({ label: `${at + 1} · ${scoreLabel[(at + 1) as 1][language]}`, value }))
    .reverse();
  const enough = significanceOf(answers) !== 'hidden';
  return html`<section class="card"><h2>${w.satisfaction} · ${textFor(w.modes, mode)}</h2>
<dl class="facts stacked">
<div data-unlisted="${UNLISTED}"><dt>${w.topTwo}</dt><dd>${shareText(topTwo, view)}</dd></div>
<div><dt>${w.invited}</dt><dd>${leadingTo(invited, [`invited|${mode}`], period, invited === 0)}</dd></div>
<div data-unlisted="${UNLISTED}"><dt>${w.answered}</dt><dd>${answers}</dd></div>
${
  enough &&
  html`<div data-unlisted="${UNLISTED}"><dt>${w.finished}</dt>
<dd>${w.yes} <bdi dir="ltr">${finished.yes}</bdi> · ${w.no} <bdi dir="ltr">${finished.no}</bdi></dd></div>`
}
${late > 0 && html`<div data-unlisted="${UNLISTED}"><dt>${w.late}</dt><dd>${late}</dd></div>`}
</dl>
${enough && html`<div data-unlisted="${UNLISTED}">${bars(list, 'blue')}</div>`}
<p class="faint"><small>${w.unlisted}</small></p></section>`;
}

/** Return when cases are opened. The newest days of the week are in view on a telephone. */
function heatMapCard({ heatMap, period }: PeriodFigures, view: View): Html | false {
  const w = firstScreenText[view.language];
  return (
    heatMap.most > 0 &&
    html`<section class="card wide"><h2>${w.heat}</h2><div class="scroll" tabindex="0">${heatMapChart(
      heatMap,
      {
        dayName: (weekday) => dayLabel[weekday][view.language],
        corner: w.weekday,
        leading: (count, weekday, hour) =>
          leadingTo(count, [`opened-hour|${hour}`], period, count === 0, { on: weekday }),
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
${given.figures.satisfaction.map((one) => satisfaction(one, given.period, view))}
${loopsCard(given, view)}
${speedCard(given, view)}
${checksFiguresCard(given, view)}
${byChannel(given, view)}
${outcomes(given, view)}
${callFiguresCard(given, view)}
${departmentsCard(given, view)}
${investorsCard(given, view)}
${heatMapCard(given, view)}
${correctionFigures(given, view)}
</div>
${tables(given, view)}
${definitions(view)}
<p class="faint notes">${w.notes}</p>`,
  });
}
