import { type Html, html } from '../shell/http/html.ts';

/** One bar with its label. The number is written beside it, so that no colour must be read. */
export interface Bar {
  readonly label: string;
  readonly value: number;
  readonly shown?: string;
}

const WIDTH = 640;
const HEIGHT = 180;
const FOOT = 24;
/** Space for the numbers of the scale, at the start of the line. */
const GUTTER = 26;

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

interface Pair {
  readonly label: string;
  readonly first: number;
  readonly second: number;
}

/** Return the next round number that leaves headroom on the scale. */
const roundUp = (value: number): number => {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, value)));
  return [1, 2, 4, 5, 10].map((step) => step * power).find((step) => step >= value) ?? 10 * power;
};

/**
 * Draw two vertical bars per day. Time runs in the direction of reading. Labels and filling distinguish the
 * bars, not colour alone.
 */
export function dayChart(days: readonly Pair[], rtl: boolean, title: string): Html {
  const most = roundUp(Math.max(1, ...days.flatMap(({ first, second }) => [first, second])));
  const slot = (WIDTH - GUTTER) / Math.max(1, days.length);
  const bar = Math.max(1.5, Math.min(14, slot * 0.36));
  const scale = (value: number) => (value / most) * (HEIGHT - FOOT - 14);
  const base = HEIGHT - FOOT;
  const every = Math.ceil(days.length / 8);
  const column = (value: number, x: number, kind: string) =>
    html`<rect class="${kind}" x="${x.toFixed(1)}" y="${(base - scale(value)).toFixed(1)}" width="${bar.toFixed(1)}"
  height="${scale(value).toFixed(1)}" rx="1.5"/>`;
  const groups = days.map(({ label, first, second }, at) => {
    const place = rtl ? days.length - 1 - at : at;
    const middle = (rtl ? 0 : GUTTER) + place * slot + slot / 2;
    const [near, far] = rtl ? [middle, middle - bar] : [middle - bar, middle];
    const named = (days.length - 1 - at) % every === 0;
    return html`${column(first, near, 'first')}${column(second, far, 'second')}${
      named && html`<text x="${middle.toFixed(1)}" y="${HEIGHT - 6}" text-anchor="middle">${label}</text>`
    }`;
  });
  const lines = [0, 0.5, 1].map((share) => {
    const y = (base - scale(most * share)).toFixed(1);
    return html`<line x1="0" x2="${WIDTH}" y1="${y}" y2="${y}"/><text class="tick" x="${rtl ? WIDTH : 0}"
  y="${Number(y) - 3}" text-anchor="${rtl ? 'end' : 'start'}">${most * share}</text>`;
  });
  return html`<svg class="day-chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" direction="ltr" role="img"
  aria-label="${title}"><title>${title}</title>${lines}${groups}</svg>`;
}
