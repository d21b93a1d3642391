import type { Period, PeriodProblem } from '#shared/domain/reports/period.ts';
import { type Html, html } from '../shell/http/html.ts';
import type { View } from '../shell/view.ts';
import { figuresText } from './figures-text.ts';

/** Dates as they were typed, and the reason why they are refused. */
interface TypedPeriod {
  readonly typed: Period;
  readonly problem: PeriodProblem | undefined;
}

/** Return the field of the first or the last day of a period, with the reason why it is refused. */
export function dateField(name: 'from' | 'to', { typed, problem }: TypedPeriod, view: View): Html {
  const w = figuresText[view.language];
  const wrong = problem?.field === name ? problem : undefined;
  return html`<label class="field"><span>${w.columns[name]}</span>${
    wrong &&
    html`<small class="wrong-field" id="wrong-${name}"><span>${w.problems[wrong.problem]}</span></small>`
  }<input type="date" name="${name}" value="${typed[name]}"${
    wrong ? html` aria-invalid="true" aria-describedby="wrong-${name}"` : ''
  }></label>`;
}
