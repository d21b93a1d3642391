import { type CallGroup, type Mean, OFFERED } from '#shared/domain/reports/call-figures.ts';
import { CATALOGUE, type MeasureId } from '#shared/domain/reports/catalogue.ts';
import type { Period } from '#shared/domain/reports/period.ts';
import { significanceOf } from '#shared/domain/reports/significance.ts';
import type { Share } from '#shared/domain/statistics/wilson.ts';
import { SECOND } from '#shared/domain/time/instant.ts';
import { clockText } from '../shell/clock-text.ts';
import { type Html, html } from '../shell/http/html.ts';
import { textFor } from '../shell/text/text-for.ts';
import type { View } from '../shell/view.ts';
import { leadingTo } from './behind-link.ts';
import { callFiguresText } from './call-figures-text.ts';
import { type Bar, bars } from './charts/bars.ts';
import { figuresText } from './figures-text.ts';
import type { PeriodFigures } from './read-figures.ts';
import { shareText, sizeText } from './share-text.ts';

/** Format a mean by the rules of shares: hidden below a minimum count, marked as few below a second one. */
function meanText(mean: Mean | null, view: View): Html {
  const w = figuresText[view.language];
  if (mean === null) return html`<span class="faint">${w.none}</span>`;
  const significance = significanceOf(mean.n);
  if (significance === 'hidden') return html`<span class="faint">${w.hidden}</span>`;
  return html`<strong class="share share-${significance}">${clockText(mean.seconds * SECOND)}</strong>
<small class="faint">${callFiguresText[view.language].minutes} · <bdi>${sizeText(
    mean.n,
    view.language,
  )}</bdi></small>${significance === 'few' && html`<small class="few">${w.few}</small>`}`;
}

const row = (label: string, value: Html | number, hint?: string): Html =>
  html`<div><dt>${label}</dt><dd>${value}${hint !== undefined && html` <small class="faint">${hint}</small>`}</dd>
</div>`;

function groups(
  list: readonly CallGroup[],
  heading: string,
  nameOf: (name: string) => Html | string,
  { counter, period, view }: { counter: string; period: Period; view: View },
) {
  const w = callFiguresText[view.language];
  const cell = (count: number, name: string, outcomes: readonly string[]): Html =>
    html`<td>${leadingTo(
      count,
      outcomes.map((one) => `${counter}|${name}|${one}`),
      period,
      count === 0,
    )}</td>`;
  return html`<div class="scroll" tabindex="0"><table class="numbers"><thead><tr><th scope="col">${heading}</th>
<th scope="col">${w.offered}</th><th scope="col">${w.served}</th><th scope="col">${w.abandoned}</th></tr></thead>
<tbody>${list.map(
    ({ name, offered, served, abandoned }) =>
      html`<tr><th scope="row">${nameOf(name)}</th>${cell(offered, name, OFFERED)}${cell(served, name, [
        'served',
      ])}${cell(abandoned, name, ['abandoned'])}</tr>`,
  )}</tbody></table></div>`;
}

/** Return the figures of answered calls, each with the count it is based on. */
export function callFiguresCard({ figures, period }: PeriodFigures, view: View): Html {
  const { calls } = figures;
  const { language } = view;
  const w = callFiguresText[language];
  const { offered, served, abandoned, short, machine, messages, callbacks, transfers, lines, hours } = calls;
  const count = (value: number, ...selection: string[]): Html =>
    leadingTo(value, selection, period, value === 0);
  const share = (value: Share | null, id: MeasureId): Html =>
    leadingTo(shareText(value, view), CATALOGUE[id].behind, period, value === null);
  const mean = (value: Mean | null, id: MeasureId): Html =>
    leadingTo(meanText(value, view), CATALOGUE[id].behind, period, value === null);
  const bar = (label: string, value: number, outcome: string): Bar => ({
    ...{ label, value, shown: count(value, `call|${outcome}`) },
  });
  return html`<section class="card"><h2>${w.title}</h2>
${bars([
  bar(w.served, served, 'served'),
  bar(w.abandoned, abandoned, 'abandoned'),
  bar(w.machine, machine, 'machine'),
])}
<dl class="facts stacked">
${row(w.offered, count(offered, ...OFFERED.map((outcome) => `call|${outcome}`)))}
${row(w.serviceLevel, share(calls.serviceLevel, 'callsServiceLevel'), w.serviceLevelHint)}
${row(w.abandonment, share(calls.abandonment, 'callsAbandoned'), short > 0 ? w.short(short) : undefined)}
${row(w.wait, mean(calls.wait, 'callsWait'))}
</dl></section>
<section class="card"><h2>${w.work}</h2><dl class="facts stacked">
${row(w.handling, mean(calls.handling, 'callsHandling'), w.handlingHint)}
${row(w.talk, mean(calls.talk, 'callsHandling'))}
${row(w.hold, mean(calls.hold, 'callsHandling'))}
${row(w.afterWork, mean(calls.afterWork, 'callsHandling'))}
${row(w.transfers, count(transfers, 'call-transfers'))}
${row(
  w.callbacks,
  html`${w.kept} <bdi dir="ltr">${count(callbacks.kept, 'call-callback|kept')}</bdi> · ${w.notReached} <bdi
  dir="ltr">${count(callbacks.asked, 'call-callback|asked')}</bdi>`,
)}
${row(w.messages, count(messages, 'call-message'))}
</dl></section>
${
  offered > 0 &&
  html`<section class="card"><h2>${w.byLine}</h2>${groups(lines, w.line, (name) => textFor(w.lines, name), {
    counter: 'call-line',
    period,
    view,
  })}
<details><summary>${w.byHour}</summary>${groups(
    hours,
    w.hour,
    (name) => html`<bdi dir="ltr">${name}:00</bdi>`,
    { counter: 'call-hour', period, view },
  )}</details></section>`
}`;
}
