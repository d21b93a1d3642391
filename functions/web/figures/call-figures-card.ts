import type { CallFigures, CallGroup, Mean } from '#shared/domain/reports/call-figures.ts';
import { significanceOf } from '#shared/domain/reports/significance.ts';
import { SECOND } from '#shared/domain/time/instant.ts';
import { clockText } from '../shell/clock-text.ts';
import { type Html, html } from '../shell/http/html.ts';
import { textFor } from '../shell/text/text-for.ts';
import type { View } from '../shell/view.ts';
import { callFiguresText } from './call-figures-text.ts';
import { bars } from './charts/bars.ts';
import { figuresText } from './figures-text.ts';
import { shareText } from './share-text.ts';

/** Format a mean by the rules of shares: hidden below a minimum count, marked as few below a second one. */
function meanText(mean: Mean | null, view: View): Html {
  const w = figuresText[view.language];
  if (mean === null) return html`<span class="faint">${w.none}</span>`;
  const significance = significanceOf(mean.n);
  if (significance === 'hidden') return html`<span class="faint">${w.hidden}</span>`;
  return html`<strong class="share share-${significance}">${clockText(mean.seconds * SECOND)}</strong>
<small class="faint">${callFiguresText[view.language].minutes} · <bdi dir="ltr">n = ${mean.n}</bdi></small>${
    significance === 'few' && html`<small class="few">${w.few}</small>`
  }`;
}

const row = (label: string, value: Html | number, hint?: string): Html =>
  html`<div><dt>${label}</dt><dd>${value}${hint !== undefined && html` <small class="faint">${hint}</small>`}</dd>
</div>`;

function groups(
  list: readonly CallGroup[],
  heading: string,
  nameOf: (name: string) => Html | string,
  view: View,
) {
  const w = callFiguresText[view.language];
  return html`<div class="scroll" tabindex="0"><table class="numbers"><thead><tr><th scope="col">${heading}</th>
<th scope="col">${w.offered}</th><th scope="col">${w.served}</th><th scope="col">${w.abandoned}</th></tr></thead>
<tbody>${list.map(
    ({ name, offered, served, abandoned }) =>
      html`<tr><th scope="row">${nameOf(name)}</th><td>${offered}</td><td>${served}</td><td>${abandoned}</td></tr>`,
  )}</tbody></table></div>`;
}

/** Return the figures of answered calls, each with the count it is based on. */
export function callFiguresCard(calls: CallFigures, view: View): Html {
  const { language } = view;
  const w = callFiguresText[language];
  const { offered, served, abandoned, short, machine, messages, callbacks, transfers, lines, hours } = calls;
  return html`<section class="card"><h2>${w.title}</h2>
${bars([
  { label: w.served, value: served },
  { label: w.abandoned, value: abandoned },
  { label: w.machine, value: machine },
])}
<dl class="facts stacked">
${row(w.offered, offered)}
${row(w.serviceLevel, shareText(calls.serviceLevel, view), w.serviceLevelHint)}
${row(w.abandonment, shareText(calls.abandonment, view), short > 0 ? w.short(short) : undefined)}
${row(w.wait, meanText(calls.wait, view))}
</dl></section>
<section class="card"><h2>${w.work}</h2><dl class="facts stacked">
${row(w.handling, meanText(calls.handling, view), w.handlingHint)}
${row(w.talk, meanText(calls.talk, view))}
${row(w.hold, meanText(calls.hold, view))}
${row(w.afterWork, meanText(calls.afterWork, view))}
${row(w.transfers, transfers)}
${row(
  w.callbacks,
  html`${w.kept} <bdi dir="ltr">${callbacks.kept}</bdi> · ${w.notReached} <bdi dir="ltr">${callbacks.asked}</bdi>`,
)}
${row(w.messages, messages)}
</dl></section>
${
  offered > 0 &&
  html`<section class="card"><h2>${w.byLine}</h2>${groups(lines, w.line, (name) => textFor(w.lines, name), view)}
<details><summary>${w.byHour}</summary>${groups(
    hours,
    w.hour,
    (name) => html`<bdi dir="ltr">${name}:00</bdi>`,
    view,
  )}</details></section>`
}`;
}
