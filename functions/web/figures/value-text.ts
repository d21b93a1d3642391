import type { MeasureUnit, MeasureValue } from '#shared/domain/reports/measure-entry.ts';
import { significanceOf } from '#shared/domain/reports/significance.ts';
import { type Html, html } from '../shell/http/html.ts';
import type { View } from '../shell/view.ts';
import { percent, shareCell } from './share-text.ts';
import { workingTimeText } from './working-time-text.ts';

/** Format a plain number of a measure. A share is between 0 and 1. */
export function numberText(value: number, unit: MeasureUnit, view: Pick<View, 'language'>): string {
  if (unit === 'share') return percent(value);
  if (unit === 'working-minutes') return workingTimeText(value, view.language);
  if (unit === 'count') return String(value);
  const seconds = Math.round(value);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Check whether a value shows nothing that could lead to a list: none, a count of zero, or a hidden share. */
export const isNothing = (value: MeasureValue): boolean =>
  value === null || value === 0 || (typeof value === 'object' && significanceOf(value.n) === 'hidden');

/** Format the value of a measure for a table cell. */
export function valueCell(value: MeasureValue, unit: MeasureUnit, view: View): Html {
  if (value === null) return html`<span class="faint">–</span>`;
  if (typeof value !== 'number') return shareCell(value);
  const text = numberText(value, unit, view);
  return unit === 'working-minutes' ? html`${text}` : html`<bdi dir="ltr">${text}</bdi>`;
}
