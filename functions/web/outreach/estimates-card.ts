import { changeBetween, type QuestionEstimate } from '#shared/domain/outreach/week/estimates.ts';
import { significanceOf } from '#shared/domain/reports/significance.ts';
import type { Interval } from '#shared/domain/statistics/wilson.ts';
import { ltr } from '../shell/badges.ts';
import { foreignLine } from '../shell/foreign-text.ts';
import { type Html, html } from '../shell/http/html.ts';
import { serviceName, type View } from '../shell/view.ts';
import type { ShownWeek } from './shown-week.ts';
import { weekText } from './week-text.ts';

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;
const range = ({ low, high }: Interval): Html => ltr(`${percent(low)} – ${percent(high)}`);

const points = (share: number): string => `${share > 0 ? '+' : ''}${(share * 100).toFixed(1)}`;

function changeOf(of: QuestionEstimate, before: QuestionEstimate | undefined, view: View): Html {
  const w = weekText[view.language];
  const change = changeBetween(of, before);
  if (!change) return html`–`;
  const isProven = change.low > 0 || change.high < 0;
  return html`${ltr(`${points(change.estimate)} (${points(change.low)} – ${points(change.high)})`)}${
    !isProven && html` <small class="faint">${w.noChange}</small>`
  }`;
}

function details({ shown }: QuestionEstimate, view: View): Html {
  const w = weekText[view.language];
  if (!shown) return html``;
  const { merged, raked, interviewers, logit } = shown;
  const names = (services: readonly string[]): Html =>
    html`<li>${services.map((name, index) => html`${index > 0 && ' + '}${foreignLine(serviceName(view, name))}`)}</li>`;
  return html`${logit && html`<p><small>${w.logit}: ${range(logit)}</small></p>`}${
    raked &&
    html`<p><small>${w.raked}: ${ltr(percent(raked.share))} (${range(raked)}) · ${w.effective}: ${ltr(
      raked.effectiveN.toFixed(1),
    )}</small></p>`
  }${
    interviewers &&
    html`<p><small>${w.interviewers}: ${ltr(interviewers.effect.toFixed(2))} (ρ = ${ltr(
      interviewers.rho.toFixed(3),
    )})</small></p>`
  }${merged.length > 0 && html`<details><summary>${w.merged}</summary><ul>${merged.map(names)}</ul></details>`}`;
}

function row(of: QuestionEstimate, before: QuestionEstimate | undefined, view: View): Html {
  const w = weekText[view.language];
  const { question, n, shown } = of;
  const label = html`<th scope="row">${question.label[view.language]}${details(of, view)}</th>`;
  if (!shown) return html`<tr>${label}<td colspan="5" class="faint">${w.tooFew}</td></tr>`;
  const { estimate, interval, effectiveN } = shown.estimate;
  return html`<tr>${label}<td data-label="${w.satisfied}"><strong>${ltr(percent(estimate))}</strong>${
    significanceOf(n) === 'few' && html` <small class="few">${w.few}</small>`
  }</td><td data-label="${w.interval}">${range(interval)}</td><td data-label="${w.answers}">${ltr(String(n))}</td>
<td data-label="${w.effective}">${ltr(effectiveN.toFixed(1))}</td>
<td data-label="${w.change}">${changeOf(of, before, view)}</td></tr>`;
}

const RATES = ['RR1', 'RR3', 'COOP1', 'CON1', 'REF1', 'e'] as const;

/** Return the estimates of a week with their intervals, and the response rates behind them. */
export function estimatesCard({ week, estimates, before }: ShownWeek, view: View): Html {
  const w = weekText[view.language];
  const { questions, rates, codes } = estimates;
  const headings = [w.question, w.satisfied, w.interval, w.answers, w.effective, w.change];
  return html`<section class="card" aria-labelledby="estimates-title"><h2 id="estimates-title">${w.estimates}</h2>
<p class="faint">${w.estimatesHint(w.modes[week.mode])}</p>
<div class="scroll" tabindex="0"><table class="numbers listed"><thead><tr>${headings.map(
    (name) => html`<th scope="col">${name}</th>`,
  )}</tr></thead><tbody>${questions.map((one, index) => row(one, before?.questions[index], view))}</tbody></table></div>
<h3>${w.rates}</h3><p class="faint">${rates ? w.ratesHint : w.noRates}</p>
<dl class="facts">${
    rates &&
    RATES.map((name) => {
      const rate = rates[name];
      return html`<div><dt>${w.rateNames[name]}</dt><dd>${rate === null ? '–' : ltr(percent(rate))}</dd></div>`;
    })
  }</dl>
<details><summary>${w.codes}</summary><table class="numbers"><thead><tr><th scope="col">${w.code}</th><th
  scope="col">${w.count}</th></tr></thead><tbody>${Object.entries(codes)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([code, count]) => html`<tr><td>${ltr(code)}</td><td>${ltr(String(count))}</td></tr>`,
    )}</tbody></table></details></section>`;
}
