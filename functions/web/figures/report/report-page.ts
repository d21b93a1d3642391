import { REPORT_KINDS } from '#shared/domain/reports/report-schedule.ts';
import { ROUTE_ACCESS } from '#shared/domain/staff/route-access.ts';
import { opens } from '../../shell/access.ts';
import { wholeDates } from '../../shell/badges.ts';
import { consolePage } from '../../shell/console-page.ts';
import { type Flash, flashNotice } from '../../shell/flash.ts';
import { foreignText } from '../../shell/foreign-text.ts';
import { type Html, html, raw } from '../../shell/http/html.ts';
import type { View } from '../../shell/view.ts';
import { periodForm } from '../period-form.ts';
import type { PeriodFigures } from '../read-figures.ts';
import { type MailState, mailCard } from './mail-card.ts';
import type { Report, ReportTable } from './report.ts';
import { reportOf } from './report-of.ts';
import { reportText } from './report-text.ts';

const leading = (cell: string, path: string | undefined): Html =>
  path === undefined ? foreignText(cell) : html`<a class="behind" href="${path}">${foreignText(cell)}</a>`;

const table = ({ title, columns, rows, paths }: ReportTable): Html | false =>
  rows.length > 0 &&
  html`<section><h2>${title}</h2><div class="scroll" tabindex="0"><table
  class="numbers listed"><thead><tr>${columns.map(
    (column) => html`<th scope="col">${column}</th>`,
  )}</tr></thead><tbody>${rows.map(
    ([name = '', ...cells], row) =>
      html`<tr><th scope="row">${foreignText(name)}</th>${cells.map((cell, at) => {
        const path = paths[row]?.[at + 1];
        return html`<td data-label="${columns[at + 1]}"${
          path === undefined && html` data-unlisted="stated"`
        }>${leading(cell, path)}</td>`;
      })}</tr>`,
  )}</tbody></table></div></section>`;

const list = (title: string, items: readonly string[]): Html =>
  html`<section><h2>${title}</h2><ul>${items.map((item) => html`<li>${foreignText(item)}</li>`)}</ul></section>`;

const pictures = ({ pictures: all }: Report): Html =>
  html`<div class="report-pictures">${all.map(({ svg }) => raw(svg))}</div>`;

/** Return which reports are sent by mail, when and to whom. It is not printed. */
function schedule(view: View): Html {
  const { rules, language } = view;
  const w = reportText[language];
  const rows = REPORT_KINDS.map((kind) => {
    const { isSent, hour, to } = rules.reports[kind];
    return html`<tr><th scope="row">${w.titles[kind]}</th><td data-label="${w.hour}">${
      isSent ? html`<bdi dir="ltr">${String(hour).padStart(2, '0')}:00</bdi>` : w.notSent
    }</td>
<td data-label="${w.recipients}">${isSent && to.map((address) => html`<bdi dir="ltr">${address}</bdi> `)}</td></tr>`;
  });
  return html`<section class="card on-screen"><h2>${w.schedule}</h2>
<div class="scroll" tabindex="0"><table class="listed"><thead><tr><th scope="col">${w.kind}</th>
<th scope="col">${w.hour}</th><th scope="col">${w.recipients}</th></tr></thead><tbody>${rows}</tbody></table></div>
<p class="faint">${w.scheduleHint} ${
    opens(view.agent, ROUTE_ACCESS['/settings/reports'].GET) &&
    html`<a href="/settings/reports">${w.settings}</a>`
  }</p></section>`;
}

/** Return the report of a period as a page that prints well: on A4, with its period and without the menu. */
export function reportPage(
  view: View,
  given: PeriodFigures,
  { flash, mail }: { readonly flash?: Flash | undefined; readonly mail: MailState },
): Html {
  const w = reportText[view.language];
  const report = reportOf(given, view);
  const { from, to } = given.period;
  return consolePage(view, {
    title: report.title,
    here: 'figures',
    body: html`<div class="on-screen">${flashNotice(flash)}<p><a
  href="/figures?from=${from}&to=${to}&compare=${given.comparison}">${w.back}</a></p>
${periodForm(given, view, '/figures/report')}
<button type="button" class="button" data-print hidden>${w.print}</button></div>
<article class="card report"><h1>${wholeDates(report.title)}</h1>
<p class="faint">${view.rules.centre.name[view.language]} · ${foreignText(report.period)}</p>
${report.sentences.map((sentence) => html`<p>${foreignText(sentence)}</p>`)}
${table(report.tiles)}
${pictures(report)}
${table(report.departments)}
${table(report.late)}
${list(report.changesTitle, report.changes)}
${table(report.weeks)}
${list(report.notesTitle, report.notes)}
</article>
${mailCard(given, mail, view)}${schedule(view)}`,
  });
}
