import { CATALOGUE } from '#shared/domain/reports/catalogue.ts';
import {
  type Axis,
  DGA_AXES,
  type MeasuredEvidence,
  measuresOf,
  tablesOf,
} from '#shared/domain/reports/dga-axes.ts';
import { readTable } from '#shared/domain/reports/report-table.ts';
import { sourceEvents } from '#shared/domain/reports/source-events.ts';
import { formatInstant } from '#shared/domain/text/format-instant.ts';
import { wholeDates } from '../../shell/badges.ts';
import { consolePage } from '../../shell/console-page.ts';
import { foreignText } from '../../shell/foreign-text.ts';
import { type Html, html } from '../../shell/http/html.ts';
import type { View } from '../../shell/view.ts';
import { leadingTo, UNLISTED } from '../behind-link.ts';
import { figuresText } from '../figures-text.ts';
import { periodForm } from '../period-form.ts';
import type { PeriodFigures } from '../read-figures.ts';
import { daysText, isEmpty, numberNotes, periodText } from '../report/period-text.ts';
import { reportText } from '../report/report-text.ts';
import { percent } from '../share-text.ts';
import { tableRows } from '../table-card.ts';
import { numberText } from '../value-text.ts';
import { evidenceNote } from './evidence-note.ts';
import { evidenceText } from './evidence-text.ts';

/** Rows of a table on the page, so that it prints on a few sheets. The file of the table has all. */
const MOST_ROWS = 40;

const NONE = html`<span class="faint">–</span>`;

function measureRow(one: MeasuredEvidence, { period }: PeriodFigures, view: View): Html {
  const { language } = view;
  const [w, { columns }] = [evidenceText[language], figuresText[language]];
  const { id, unit, value, n, low, high, shows } = one;
  const { name, definition, behind } = CATALOGUE[id];
  const note = evidenceNote(one, language);
  const shown = value === null ? NONE : html`<bdi>${numberText(value, unit, view)}</bdi>`;
  return html`<tr data-measure="${id}"><th scope="row">${name[language]}
<p>${w.shows}: ${shows[language]}</p>
<p class="faint">${definition[language]}</p>
<p class="faint">${w.events}: <bdi dir="ltr" lang="en">${sourceEvents(CATALOGUE[id]).join(', ')}</bdi></p></th>
<td data-label="${columns.value}"${behind === undefined && html` data-unlisted="${UNLISTED}"`}>${leadingTo(
    shown,
    behind,
    period,
    value === null || (unit === 'count' && value === 0),
  )}${note && html`<small class="few">${note}</small>`}</td>
<td data-label="${w.interval}" data-unlisted="interval">${
    low === null || high === null ? NONE : html`<bdi dir="ltr">${percent(low)} – ${percent(high)}</bdi>`
  }</td>
<td data-label="${w.size}"${behind === undefined && html` data-unlisted="${UNLISTED}"`}>${
    n === null ? NONE : html`<bdi dir="ltr">${leadingTo(n, behind, period, n === 0)}</bdi>`
  }</td></tr>`;
}

function tables(axis: Axis, { counts, period }: PeriodFigures, view: View): Html {
  const { language } = view;
  const w = figuresText[language];
  return html`${tablesOf(axis).map(({ table, shows }) => {
    const rows = readTable(table, counts);
    const left = rows.slice(MOST_ROWS);
    return html`<section class="evidence-table"><h3>${table.name[language]}</h3>
<p class="faint">${evidenceText[language].shows}: ${shows[language]}</p>${
      rows.length === 0
        ? html`<p>${evidenceText[language].noRows}</p>`
        : tableRows(table, rows.slice(0, MOST_ROWS), { period, view, isDetailed: true })
    }${left.length > 0 && html`<p class="faint">${w.onlyInFiles(left.length)}</p>`}</section>`;
  })}`;
}

function axisPart(axis: Axis, given: PeriodFigures, view: View): Html {
  const { language } = view;
  const [w, { columns }] = [evidenceText[language], figuresText[language]];
  return html`<section class="axis" id="axis-${axis.id}"><h2>${axis.name[language]}</h2>
<p>${axis.asks[language]}</p>
<p class="faint">${foreignText(periodText(given.period, language))}</p>
<div class="scroll" tabindex="0"><table class="numbers listed evidence" data-axis="${axis.id}"><thead><tr>
<th scope="col">${columns.measure}</th><th scope="col">${columns.value}</th>
<th scope="col">${w.interval}</th><th scope="col">${w.size}</th></tr></thead>
<tbody>${measuresOf(axis, given.figures).map((one) => measureRow(one, given, view))}</tbody></table></div>
${tables(axis, given, view)}
<section class="evidence-limits"><h3>${w.limits}</h3>
<ul>${axis.limits.map((limit) => html`<li>${limit[language]}</li>`)}</ul></section></section>`;
}

/** Return the evidence of a period by axis, as a page that prints on A4. */
export function evidencePage(view: View, given: PeriodFigures): Html {
  const { language, now } = view;
  const [w, report] = [evidenceText[language], reportText[language]];
  const { from, to } = given.period;
  const title = `${w.title}: ${daysText(given.period)}`;
  const notes = [...numberNotes(given, language), report.made(formatInstant(now, language))];
  return consolePage(view, {
    title,
    here: 'figures',
    body: html`<div class="on-screen"><p><a href="/figures?from=${from}&to=${to}">${report.back}</a></p>
${periodForm(given, view, '/figures/evidence')}
<button type="button" class="button" data-print hidden>${report.print}</button></div>
<article class="card report"><h1>${wholeDates(title)}</h1>
<p class="faint">${view.rules.centre.name[language]} · ${foreignText(periodText(given.period, language))}</p>
<p>${w.about}</p>
${isEmpty(given) && html`<p>${report.noNumbers}</p>`}
${DGA_AXES.map((axis) => axisPart(axis, given, view))}
<section><h2>${report.notes}</h2>
<ul>${notes.map((note) => html`<li>${foreignText(note)}</li>`)}</ul></section>
</article>`,
  });
}
