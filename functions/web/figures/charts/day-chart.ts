import { scaleLinear } from 'd3-scale';
import { type Html, html } from '../../shell/http/html.ts';

const WIDTH = 640;
const HEIGHT = 180;
const FOOT = 24;
/** Space for the numbers of the scale, at the start of the line. */
const GUTTER = 26;
const TICKS = 4;

interface Pair {
  readonly label: string;
  readonly first: number;
  readonly second: number;
}

/**
 * Draw two vertical bars per day. Time runs in the direction of reading. Labels and filling distinguish the
 * bars, not colour alone.
 */
export function dayChart(days: readonly Pair[], rtl: boolean, title: string): Html {
  const counts = scaleLinear(
    [0, Math.max(1, ...days.flatMap(({ first, second }) => [first, second]))],
    [0, 1],
  ).nice(TICKS);
  const most = counts.domain()[1] ?? 1;
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
  // A count has no fractions, also on the axis.
  const lines = counts
    .ticks(TICKS)
    .filter(Number.isInteger)
    .map((value) => {
      const y = (base - scale(value)).toFixed(1);
      return html`<line x1="0" x2="${WIDTH}" y1="${y}" y2="${y}"/><text class="tick" x="${rtl ? WIDTH : 0}"
  y="${Number(y) - 3}" text-anchor="${rtl ? 'end' : 'start'}">${value}</text>`;
    });
  return html`<svg class="day-chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" direction="ltr" role="img"
  aria-label="${title}"><title>${title}</title>${lines}${groups}</svg>`;
}
