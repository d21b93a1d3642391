import { CATALOGUE, MEASURE_IDS } from '#shared/domain/reports/catalogue.ts';
import type { Figures } from '#shared/domain/reports/figures-of.ts';
import type { MeasureValue } from '#shared/domain/reports/measure-entry.ts';
import { significanceOf } from '#shared/domain/reports/significance.ts';
import { differenceOf } from '#shared/domain/statistics/difference.ts';
import { type Html, html } from '../shell/http/html.ts';
import type { View } from '../shell/view.ts';
import { figuresText } from './figures-text.ts';
import type { PeriodFigures } from './read-figures.ts';
import { valueCell } from './value-text.ts';

/** Say about two shares only what their intervals carry. About counts and times nothing is claimed. */
function verdict(
  now: MeasureValue,
  before: MeasureValue,
  better: 'more' | 'less' | 'neither',
  view: View,
): string {
  const w = figuresText[view.language];
  if (now === null || before === null || typeof now === 'number' || typeof before === 'number') return '';
  if ([now, before].some(({ n }) => significanceOf(n) !== 'shown')) return w.tooFew;
  const { low, high } = differenceOf(now, before);
  if (low <= 0 && high >= 0) return w.withinChance;
  const isMore = low > 0;
  return isMore === (better === 'more') ? w.isBetter : w.isWorse;
}

/** Return the table that compares a period with another one, measure by measure. */
export function comparisonCard({ period, figures, compared }: PeriodFigures, view: View): Html | false {
  if (!compared) return false;
  const w = figuresText[view.language];
  const days = ({ from, to }: typeof period) => html`<bdi dir="ltr">${from} – ${to}</bdi>`;
  const values = (id: (typeof MEASURE_IDS)[number], of: Figures): MeasureValue => CATALOGUE[id].of(of);
  const rows = MEASURE_IDS.map((id) => {
    const { unit, better, name } = CATALOGUE[id];
    const [now, before] = [values(id, figures), values(id, compared.figures)];
    return html`<tr><th scope="row">${name[view.language]}</th><td>${valueCell(now, unit, view)}</td>
<td>${valueCell(before, unit, view)}</td><td>${verdict(now, before, better, view)}</td></tr>`;
  });
  return html`<section class="card wide"><h2>${w.comparison}</h2>
<div class="scroll" tabindex="0"><table class="numbers"><thead><tr><th scope="col">${w.columns.measure}</th>
<th scope="col">${days(period)}</th><th scope="col">${days(compared.period)}</th>
<th scope="col">${w.difference}</th></tr></thead><tbody>${rows}</tbody></table></div>
<p class="faint"><small>* ${w.few}</small></p></section>`;
}
