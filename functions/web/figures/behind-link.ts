import type { Period } from '#shared/domain/reports/period.ts';
import type { Selection } from '#shared/domain/reports/selection.ts';
import { type Html, html } from '../shell/http/html.ts';

/** Return the address of the page with everything behind a number. */
export function behindAddress(
  selection: Selection,
  { from, to }: Period,
  more: Readonly<Record<string, string>> = {},
): string {
  const query = new URLSearchParams({ from, to, ...more });
  for (const counter of selection) query.append('of', counter);
  return `/figures/behind?${query}`;
}

/** Marks numbers that lead nowhere on purpose: no list shows whose answers they are. */
export const UNLISTED = 'answers';

/** Let a number lead to everything behind it. An empty number leads nowhere. */
export const leadingTo = (
  shown: Html | string | number,
  selection: Selection | undefined,
  period: Period,
  isEmpty = false,
  more: Readonly<Record<string, string>> = {},
): Html =>
  selection === undefined || isEmpty
    ? html`${shown}`
    : html`<a class="behind" href="${behindAddress(selection, period, more)}">${shown}</a>`;
