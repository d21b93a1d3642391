import { type Html, html } from '../../shell/http/html.ts';

/** One bar with its label. The number is written beside it, so that no colour must be read. */
export interface Bar {
  readonly label: string;
  readonly value: number;
  /** The number beside it, as a link when it leads to its cases. */
  readonly shown?: Html;
}

/** Draw horizontal bars, the longest at full width. Screen readers get a list. */
export function bars(list: readonly Bar[], tone: 'green' | 'blue' = 'green'): Html {
  const most = Math.max(1, ...list.map(({ value }) => value));
  return html`<ul class="bars">${list.map(
    ({ label, value, shown }) =>
      html`<li><span class="bar-label">${label}</span><svg class="bar bar-${tone}" viewBox="0 0 100 10"
  preserveAspectRatio="none" aria-hidden="true"><rect class="bar-back" width="100" height="10" rx="2"/><rect
  width="${((value / most) * 100).toFixed(1)}" height="10" rx="2"/></svg><bdi
  class="bar-value">${shown ?? value}</bdi></li>`,
  )}</ul>`;
}
