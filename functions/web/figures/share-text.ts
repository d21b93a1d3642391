import type { Language } from '#events/vocabulary.ts';
import { significanceOf } from '#shared/domain/reports/significance.ts';
import type { Share } from '#shared/domain/statistics/wilson.ts';
import { type Html, html } from '../shell/http/html.ts';
import type { View } from '../shell/view.ts';
import { figuresText } from './figures-text.ts';

/** Format a share as whole percent. */
export const percent = (share: number): string => `${Math.round(share * 100)}%`;

/** Write the number that a share or a mean is of. A line does not break inside it. */
export const sizeText = (n: number, language: Language): string =>
  language === 'ar' ? `العدد\u00a0${n}` : `n\u00a0=\u00a0${n}`;

/** Format a share with its interval and count. Hide it, or mark it as few, when the count is too small. */
export function shareText(share: Share | null, view: View): Html {
  const w = figuresText[view.language];
  if (share === null) return html`<span class="faint">${w.none}</span>`;
  const { n, low, high } = share;
  const significance = significanceOf(n);
  if (significance === 'hidden') return html`<span class="faint">${w.hidden}</span>`;
  return html`<strong class="share share-${significance}"><bdi dir="ltr">${percent(share.share)}</bdi></strong>
<small class="faint">${w.interval}: <bdi dir="ltr">${percent(low)} – ${percent(high)}</bdi> · <bdi>${sizeText(
    n,
    view.language,
  )}</bdi></small>${significance === 'few' && html`<small class="few">${w.few}</small>`}`;
}

/** Format a share for a table cell. */
export function shareCell(share: Share | null): Html {
  if (share === null || significanceOf(share.n) === 'hidden') return html`<span class="faint">–</span>`;
  const few = significanceOf(share.n) === 'few' ? html`<sup>*</sup>` : '';
  return html`<bdi dir="ltr">${percent(share.share)}</bdi>${few}`;
}
