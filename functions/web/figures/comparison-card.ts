import { CATALOGUE, MEASURE_IDS } from '#shared/domain/reports/catalogue.ts';
import type { Figures } from '#shared/domain/reports/figures-of.ts';
import type { MeasureValue } from '#shared/domain/reports/measure-entry.ts';
import { type Html, html } from '../shell/http/html.ts';
import type { View } from '../shell/view.ts';
import { leadingTo, UNLISTED } from './behind-link.ts';
import { claimSentence, verdictText } from './claim-text.ts';
import { figuresText } from './figures-text.ts';
import type { PeriodFigures } from './read-figures.ts';
import { isNothing, valueCell } from './value-text.ts';

/** Return the table that compares a period with another one, measure by measure. */
export function comparisonCard({ period, figures, compared }: PeriodFigures, view: View): Html | false {
  if (!compared) return false;
  const w = figuresText[view.language];
  const days = ({ from, to }: typeof period) => html`<bdi dir="ltr">${from} – ${to}</bdi>`;
  const values = (id: (typeof MEASURE_IDS)[number], of: Figures): MeasureValue => CATALOGUE[id].of(of);
  const rows = MEASURE_IDS.map((id) => {
    const { unit, name, behind } = CATALOGUE[id];
    const cell = (value: MeasureValue, of: typeof period): Html => {
      const label = html` data-label="\u2066${of.from} – ${of.to}\u2069"`;
      const unlisted = behind === undefined ? html` data-unlisted="${UNLISTED}"` : '';
      return html`<td${label}${unlisted}>${leadingTo(
        valueCell(value, unit, view),
        behind,
        of,
        isNothing(value),
      )}</td>`;
    };
    const [now, before] = [values(id, figures), values(id, compared.figures)];
    return html`<tr><th scope="row">${name[view.language]}</th>${cell(now, period)}
${cell(before, compared.period)}<td data-label="${w.difference}">${verdictText(
      compared.claims[id],
      view.language,
    )}</td></tr>`;
  });
  const sentences = MEASURE_IDS.flatMap((id) => {
    const claim = compared.claims[id];
    return claim.says === 'rose' || claim.says === 'fell' ? [claimSentence(id, claim, view)] : [];
  });
  return html`<section class="card wide"><h2>${w.comparison}</h2>
<ul class="claims">${
    sentences.length === 0
      ? html`<li>${w.nothingChanged}</li>`
      : sentences.map((one) => html`<li>${one}</li>`)
  }</ul>
<div class="scroll" tabindex="0"><table class="numbers listed"><thead><tr><th scope="col">${w.columns.measure}</th>
<th scope="col">${days(period)}</th><th scope="col">${days(compared.period)}</th>
<th scope="col">${w.difference}</th></tr></thead><tbody>${rows}</tbody></table></div>
<p class="faint"><small>* ${w.few}</small></p></section>`;
}
