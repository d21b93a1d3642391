import { type CaseType, caseType } from '#events/vocabulary.ts';
import { openedOfType } from '#shared/domain/reports/figures-of.ts';
import { type Html, html } from '../shell/http/html.ts';
import { typeLabel } from '../shell/text/labels.ts';
import { categoryName, type View } from '../shell/view.ts';
import { leadingTo } from './behind-link.ts';
import { figuresText } from './figures-text.ts';
import type { PeriodFigures } from './read-figures.ts';

const SHOWN = 8;

/** Return the matrix of corrected types: the registered type in rows, the corrected type in columns. */
function typeMatrix({ figures, period }: PeriodFigures, { language }: View): Html {
  const w = figuresText[language];
  const types = caseType.options;
  const count = (from: string, to: string): number =>
    figures.corrections.find((one) => one.field === 'type' && one.from === from && one.to === to)?.count ?? 0;
  const opened = (type: CaseType): number => openedOfType(figures, type);
  const cell = (from: string, to: string): Html => {
    if (from === to) return html`<td class="same">–<span class="visually-hidden">${w.sameType}</span></td>`;
    const moved = count(from, to);
    return html`<td${moved > 0 ? html` class="moved"` : ''}>${leadingTo(
      moved,
      [`corrected|type|${from}|${to}`],
      period,
      moved === 0,
    )}</td>`;
  };
  return html`<div class="scroll" tabindex="0"><table class="numbers matrix"><caption>${w.typeMatrix}</caption>
<thead><tr><th scope="col">${w.registeredAs}</th>${types.map(
    (to) => html`<th scope="col">${w.correctedTo} ${typeLabel[to][language]}</th>`,
  )}<th scope="col">${w.openedAll}</th></tr></thead>
<tbody>${types.map(
    (from) => html`<tr>
<th scope="row">${typeLabel[from][language]}</th>${types.map((to) => cell(from, to))}<td>${leadingTo(
      opened(from),
      figures.byChannelAndType.flatMap(({ channel, type }) =>
        type === from ? [`opened|${channel}|${type}`] : [],
      ),
      period,
      opened(from) === 0,
    )}</td>
</tr>`,
  )}</tbody></table></div>`;
}

function categories({ figures: { corrections }, period }: PeriodFigures, view: View): Html {
  const w = figuresText[view.language];
  const rows = corrections.filter(({ field }) => field === 'category').slice(0, SHOWN);
  if (rows.length === 0) return html``;
  return html`<div class="scroll" tabindex="0"><table class="numbers"><caption>${w.categoryCorrections}</caption>
<thead><tr><th scope="col">${w.registeredAs}</th><th scope="col">${w.correctedTo}</th>
<th scope="col">${w.count}</th></tr></thead>
<tbody>${rows.map(
    ({ from, to, count }) => html`<tr><th scope="row">${categoryName(view, from)}</th>
<td>${categoryName(view, to)}</td><td>${leadingTo(
      count,
      [`corrected|category|${from}|${to}`],
      period,
      count === 0,
    )}</td></tr>`,
  )}</tbody></table></div>`;
}

/** Return the figures of corrections that agents made to the classifier or to a colleague. */
export function correctionFigures(given: PeriodFigures, view: View): Html {
  const { figures } = given;
  const w = figuresText[view.language];
  return html`<section class="card wide"><h2>${w.corrections}</h2>${
    figures.corrections.length === 0
      ? html`<p class="faint">${w.noCorrections}</p>`
      : html`${typeMatrix(given, view)}${categories(given, view)}<p
  class="faint"><small>${w.correctionsNote}</small></p>`
  }</section>`;
}
