import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import type { Trend } from '#shared/domain/reports/trend.ts';
import { type Html, html } from '../../shell/http/html.ts';
import type { ChartMark } from '../trend-sentence.ts';

const WIDTH = 260;
const HEIGHT = 84;
const EDGE = 8;

/** How a chart is drawn for its reader. */
interface Drawing {
  /** Time runs in the direction of reading. */
  readonly isRtl: boolean;
  /** The content of the drawing in a sentence, for screen readers. */
  readonly sentence: string;
  /** The changes that staff noted. Each is a line in its week. */
  readonly marks?: readonly ChartMark[];
}

const fixed = (value: number): string => value.toFixed(1);

/**
 * Draw a measure week by week as an XmR chart: the mean, the limits of chance as a band, and the points. A point
 * that is more than chance is a filled diamond, so that no colour must be read.
 */
export function trendChart({ points, chart }: Trend, { isRtl, sentence, marks = [] }: Drawing): Html {
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const ends = chart ? [chart.upper, chart.lower] : [];
  const low = Math.max(0, Math.min(...values, ...ends));
  const high = Math.max(...values, ...ends, low + 1e-9);
  const x = scalePoint(
    points.map((_, at) => at),
    isRtl ? [WIDTH - EDGE, EDGE] : [EDGE, WIDTH - EDGE],
  );
  const y = scaleLinear([low, high], [HEIGHT - EDGE, EDGE]);
  const across = (at: number): number => x(at) ?? 0;
  const marked = new Set(chart?.signals.map(({ index }) => index));
  const drawn = points
    .map(({ value }, at) => ({ at, value }))
    .filter((point): point is { at: number; value: number } => point.value !== null);
  const path = line<{ at: number; value: number }>(
    ({ at }) => across(at),
    ({ value }) => y(value),
  )(drawn);
  const changes = marks.flatMap(({ day, name }) => {
    const at = points.findIndex(({ period }) => day >= period.from && day <= period.to);
    const cx = fixed(across(at));
    return at < 0
      ? []
      : [
          html`<line class="change" x1="${cx}" x2="${cx}" y1="0" y2="${HEIGHT}"><title>${day} ${name}</title></line>`,
        ];
  });
  const dots = drawn.map(({ at, value }, index) => {
    const [cx, cy] = [across(at), y(value)];
    return marked.has(index)
      ? html`<path class="signal" d="M${fixed(cx)},${fixed(cy - 4.5)}l4.5,4.5l-4.5,4.5l-4.5,-4.5z"/>`
      : html`<circle class="point" cx="${fixed(cx)}" cy="${fixed(cy)}" r="2"/>`;
  });
  const limits =
    chart &&
    html`<rect class="limits" x="0" width="${WIDTH}" y="${fixed(y(Math.min(high, chart.upper)))}"
  height="${fixed(y(Math.max(low, chart.lower)) - y(Math.min(high, chart.upper)))}"/><line class="mean" x1="0"
  x2="${WIDTH}" y1="${fixed(y(chart.mean))}" y2="${fixed(y(chart.mean))}"/>`;
  return html`<svg class="trend" viewBox="0 0 ${WIDTH} ${HEIGHT}" direction="ltr" role="img"
  aria-label="${sentence}"><title>${sentence}</title>${limits}${
    path === null ? '' : html`<path class="run" d="${path}"/>`
  }${changes}${dots}</svg>`;
}
