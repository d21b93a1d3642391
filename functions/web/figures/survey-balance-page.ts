import { localDay } from '#shared/domain/reports/local-day.ts';
import { type Period, type PeriodProblem, readPeriod } from '#shared/domain/reports/period.ts';
import type { Selection } from '#shared/domain/reports/selection.ts';
import { type SurveyBalance, surveyBalance } from '#shared/domain/reports/survey-balance.ts';
import { ROUTE_ACCESS } from '#shared/domain/staff/route-access.ts';
import type { FigureStore } from '#shared/ports/figure-store.ts';
import { opens } from '../shell/access.ts';
import { consolePage } from '../shell/console-page.ts';
import { type Html, html } from '../shell/http/html.ts';
import { suppressionLabel } from '../shell/text/suppression-label.ts';
import { textFor } from '../shell/text/text-for.ts';
import type { View } from '../shell/view.ts';
import { leadingTo } from './behind-link.ts';
import { bars } from './charts/bars.ts';
import { dateField } from './date-field.ts';
import { figuresText } from './figures-text.ts';
import type { FiguresQuery } from './read-figures.ts';
import { surveyBalanceText } from './survey-balance-text.ts';

/** The address of the balance of a period. */
export const balanceAddress = ({ from, to }: Period): string => `/figures/surveys?from=${from}&to=${to}`;

/** The pages that set a reason. The other reasons are facts of a case or of a person. */
const SET_ON: Readonly<Partial<Record<string, keyof typeof SETTINGS>>> = {
  'cool-down': 'surveySettings',
  'open-invitation': 'surveySettings',
  test: 'surveySettings',
  'not-sampled': 'serviceSettings',
  'own-staff': 'staffSettings',
};
const SETTINGS = {
  surveySettings: '/settings/survey',
  serviceSettings: '/settings/services',
  staffSettings: '/settings/staff',
} as const;

function settingOf(reason: string, view: View): Html | string {
  const name = SET_ON[reason];
  if (name === undefined || !opens(view.agent, ROUTE_ACCESS[SETTINGS[name]].GET)) return '–';
  return html`<a href="${SETTINGS[name]}">${surveyBalanceText[view.language][name]}</a>`;
}

/** Evaluations end before they are sent for reasons of calls too. */
const reasonText = (reason: string, { language }: View): string =>
  (suppressionLabel as Readonly<Record<string, { ar: string; en: string }>>)[reason]?.[language] ??
  textFor(surveyBalanceText[language].callReasons, reason);

/** The counters of the sums. The waiting ones are a difference, which has no list. */
const BEHIND = {
  eligible: ['survey-eligible'],
  sent: ['survey-sent'],
  suppressed: ['survey-suppressed'],
  waiting: undefined,
} as const satisfies Record<string, Selection | undefined>;

const sumCell = (balance: SurveyBalance, name: keyof typeof BEHIND, period: Period): Html =>
  leadingTo(balance[name], BEHIND[name], period, balance[name] === 0);

const notListed = (name: keyof typeof BEHIND): Html | false =>
  BEHIND[name] === undefined && html` data-unlisted="difference"`;

function sums(balance: SurveyBalance, period: Period, view: View): Html {
  const w = surveyBalanceText[view.language];
  const line = (name: keyof typeof BEHIND) =>
    html`<div${notListed(name)}><dt>${w[name]}</dt><dd><strong>${sumCell(balance, name, period)}</strong></dd></div>`;
  return html`<section class="card"><h2>${w.surveys(balance.eligible)}</h2>
<dl class="facts stacked">${line('eligible')}${line('sent')}${line('suppressed')}${line('waiting')}</dl></section>`;
}

function byChannel({ channels }: SurveyBalance, period: Period, view: View): Html {
  const w = surveyBalanceText[view.language];
  return html`<section class="card"><h2>${w.byChannel}</h2>${bars(
    channels.map(({ name, count, behind }) => ({
      ...{ label: w.channels[name], value: count },
      shown: leadingTo(count, behind, period, count === 0),
    })),
  )}</section>`;
}

function byReason({ reasons }: SurveyBalance, period: Period, view: View): Html {
  const w = surveyBalanceText[view.language];
  if (reasons.length === 0)
    return html`<section class="card wide"><h2>${w.byReason}</h2><p class="faint">${w.noneSuppressed}</p></section>`;
  return html`<section class="card wide"><h2>${w.byReason}</h2><div class="scroll" tabindex="0"><table
  class="numbers listed"><thead><tr><th scope="col">${w.reason}</th><th scope="col">${w.about}</th><th
  scope="col">${w.count}</th><th scope="col">${w.where}</th></tr></thead><tbody>${reasons.map(
    ({ about, name, count, behind }) => html`<tr><th scope="row">${reasonText(name, view)}</th>
<td data-label="${w.about}">${w.subjects[about]}</td><td
  data-label="${w.count}">${leadingTo(count, behind, period)}</td>
<td data-label="${w.where}">${settingOf(name, view)}</td></tr>`,
  )}</tbody></table></div></section>`;
}

function perDay({ days }: ReturnType<typeof surveyBalance>, view: View): Html {
  const w = surveyBalanceText[view.language];
  const names = days[0]?.channels.map(({ name }) => name) ?? [];
  return html`<section class="card wide"><h2>${w.perDay}</h2><div class="scroll" tabindex="0"><table
  class="numbers listed"><thead><tr><th scope="col">${w.day}</th><th scope="col">${w.eligible}</th>${names.map(
    (name) => html`<th scope="col">${w.channels[name]}</th>`,
  )}<th scope="col">${w.suppressed}</th><th scope="col">${w.waiting}</th></tr></thead><tbody>${days.map(
    ({ day, channels, ...one }) => html`<tr><th scope="row"><a
  href="${balanceAddress({ from: day, to: day })}"><bdi dir="ltr">${day}</bdi></a></th>
<td data-label="${w.eligible}">${sumCell({ channels, ...one }, 'eligible', { from: day, to: day })}</td>${channels.map(
      ({ name, count, behind }) =>
        html`<td data-label="${w.channels[name]}">${leadingTo(
          count,
          behind,
          { from: day, to: day },
          count === 0,
        )}</td>`,
    )}<td data-label="${w.suppressed}">${sumCell({ channels, ...one }, 'suppressed', { from: day, to: day })}</td>
<td data-label="${w.waiting}"${notListed('waiting')}>${one.waiting}</td></tr>`,
  )}</tbody></table></div></section>`;
}

function periodForm(typed: Period, problem: PeriodProblem | undefined, view: View): Html {
  const w = figuresText[view.language];
  const field = (name: 'from' | 'to') => dateField(name, { typed, problem }, view);
  return html`<form class="period" method="get" action="/figures/surveys">${field('from')}${field('to')}
<button class="button">${w.show}</button></form>`;
}

/**
 * Return the balance of surveys of a period, day by day: possible ones are those that were sent, were not sent for a
 * reason, or wait. A period that cannot be read is named, and the usual one is shown.
 */
export async function surveyBalancePage(
  store: FigureStore,
  view: View,
  query: FiguresQuery,
): Promise<{ readonly page: Html; readonly isRead: boolean }> {
  const w = surveyBalanceText[view.language];
  const today = localDay(view.now);
  const read = readPeriod(query, today);
  const problem = 'problem' in read ? read : undefined;
  const period = problem ? (readPeriod({}, today) as Period) : (read as Period);
  const balance = surveyBalance(await store.range(period.from, period.to));
  const typed = problem ? { from: query.from ?? '', to: query.to ?? '' } : period;
  const page = consolePage(view, {
    title: w.title,
    here: 'figures',
    body: html`<p><a href="/figures?from=${period.from}&to=${period.to}">${w.back}</a></p><h1>${w.title}</h1>
<p class="faint">${w.hint}</p>
${periodForm(typed, problem, view)}
${
  balance.days.length === 0
    ? html`<p class="card">${w.none}</p>`
    : html`<div class="grid">${sums(balance.whole, period, view)}${byChannel(balance.whole, period, view)}${byReason(
        balance.whole,
        period,
        view,
      )}${perDay(balance, view)}</div>`
}`,
  });
  return { page, isRead: problem === undefined };
}
