import { significanceOf } from '#shared/domain/reports/significance.ts';
import type { Share } from '#shared/domain/statistics/wilson.ts';
import { type Html, html } from '../shell/http/html.ts';

const percent = (share: number): string => `${Math.round(share * 100)}%`;

/** Format a share with its interval for a table cell. Hide it for too few, and mark it for few. */
export function intervalCell(share: Share | null): Html {
  if (share === null || significanceOf(share.n) === 'hidden') return html`<span class="faint">–</span>`;
  const { low, high, n } = share;
  return html`<strong><bdi dir="ltr">${percent(share.share)}</bdi></strong>${
    significanceOf(n) === 'few' && html`<sup>*</sup>`
  } <small class="faint"><bdi dir="ltr">(${percent(low)} – ${percent(high)})</bdi></small>`;
}
