import { localDay } from '#shared/domain/reports/local-day.ts';
import { COMPARISONS, PERIOD_DAYS, type Period } from '#shared/domain/reports/period.ts';
import { type Html, html } from '../shell/http/html.ts';
import type { View } from '../shell/view.ts';
import { behindAddress } from './behind-link.ts';
import { changesText } from './changes/changes-text.ts';
import { dateField } from './date-field.ts';
import { evidenceText } from './evidence/evidence-text.ts';
import { figuresText } from './figures-text.ts';
import { fileAddress } from './file-address.ts';
import { offeredDays, type PeriodFigures } from './read-figures.ts';
import { reportText } from './report/report-text.ts';

/** Return the address of the report of a period. */
const reportAddress = ({ from, to }: Period, compare: string): string =>
  `/figures/report?from=${from}&to=${to}&compare=${compare}`;

/** Return the address of the evidence of a period by axis. */
const evidenceAddress = ({ from, to }: Period, more: Readonly<Record<string, string>> = {}): string =>
  `/figures/evidence?${new URLSearchParams({ from, to, ...more })}`;

/** Return the links to the usual periods. */
export function periodTabs({ period, problem }: PeriodFigures, view: View): Html {
  const w = figuresText[view.language];
  const chosen = problem ? undefined : offeredDays(period, localDay(view.now));
  const tabs = PERIOD_DAYS.map(
    (days) =>
      html`<a href="/figures?days=${days}"${days === chosen ? html` aria-current="page"` : ''}>${w.days[days]}</a>`,
  );
  return html`<nav class="tabs" aria-label="${w.period}">${tabs}</nav>`;
}

/** Return the choice of the period by two dates, and with which other one it is compared. */
export function periodForm(
  { period, comparison, typed, problem }: PeriodFigures,
  view: View,
  page: '/figures' | '/figures/report' | '/figures/evidence' = '/figures',
): Html {
  const w = figuresText[view.language];
  const field = (name: 'from' | 'to') => dateField(name, { typed, problem }, view);
  const choice = html`<label class="field"><span>${w.compareWith}</span><select name="compare">${COMPARISONS.map(
    (how) =>
      html`<option value="${how}"${how === comparison ? html` selected` : ''}>${w.comparisons[how]}</option>`,
  )}</select></label>`;
  if (page === '/figures/evidence')
    return html`<form class="period" method="get" action="${page}">${field('from')}${field('to')}
<button class="button">${w.show}</button>
<a class="button quiet" href="${evidenceAddress(period, { as: 'xlsx' })}">${
      evidenceText[view.language].file
    }</a></form>`;
  return html`<form class="period" method="get" action="${page}">${field('from')}${field('to')}${choice}
<button class="button">${w.show}</button>
${
  page === '/figures' &&
  html`<a class="button quiet" href="${reportAddress(period, comparison)}">${reportText[view.language].report}</a>
<a class="button quiet" href="${evidenceAddress(period)}">${evidenceText[view.language].link}</a>
<a class="button quiet" href="/figures/changes">${changesText[view.language].link}</a>`
}
<span class="files">${w.allFiles} ${(['xlsx', 'csv', 'json'] as const).map(
    (as) =>
      html` <a class="button quiet" href="${fileAddress(period, as, { compare: comparison })}">${as.toUpperCase()}</a>`,
  )}</span>
<span class="files">${w.casesFile} ${(['xlsx', 'csv'] as const).map(
    (as) =>
      html` <a class="button quiet" href="${behindAddress(['opened'], period, { as })}">${as.toUpperCase()}</a>`,
  )}</span></form>`;
}
