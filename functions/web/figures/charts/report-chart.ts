import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import type { Trend } from '#shared/domain/reports/trend.ts';
import { type Html, html } from '../../shell/http/html.ts';

/** The size in pixels of a mail, which is at most 600 wide. */
export const REPORT_CHART = { width: 544, height: 190 } as const;
const { width: WIDTH, height: HEIGHT } = REPORT_CHART;
const EDGE = 14;
/** The room for the numbers at the side where time begins, for the title and for the days. */
const GUTTER = 62;
const HEAD = 34;
const FOOT = 26;

const GREEN = '#1b8354';
const RED = '#b42318';
const INK = '#1f2a37';
const GREY = '#5b6675';

interface Drawing {
  /** Time runs in the direction of reading. */
  readonly isRtl: boolean;
  readonly title: string;
  readonly sentence: string;
  /** Write a value of the measure. */
  readonly text: (value: number) => string;
  /** The days of changes of the work. Each is a line in its week. */
  readonly days?: readonly string[];
}

const fixed = (value: number): string => value.toFixed(1);
/** A day as `22/11`. */
const shortDay = (day: string): string => `${Number(day.slice(8))}/${Number(day.slice(5, 7))}`;

/** Labels with less distance would overlap. */
const APART = 13;

/** Return the labels of values from top to bottom without those that would overlap an earlier one. */
function labelsApart(values: readonly number[], y: (value: number) => number): readonly number[] {
  const kept: number[] = [];
  for (const value of values)
    if (kept.every((other) => Math.abs(y(other) - y(value)) >= APART)) kept.push(value);
  return kept;
}

/**
 * Draw a trend for a mail or a printed page: a complete SVG document with its title, the values of the mean and of the
 * limits, and the days of the first and last week. All colours are attributes, so that it needs no style sheet.
 */
export function reportChart(
  { points, chart }: Trend,
  { isRtl, title, sentence, text, days: changes = [] }: Drawing,
): Html {
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const ends = chart ? [chart.upper, Math.max(0, chart.lower)] : [];
  const low = Math.max(0, Math.min(...values, ...ends));
  const high = Math.max(...values, ...ends, low + 1e-9);
  const [near, far] = isRtl ? [WIDTH - GUTTER, EDGE] : [GUTTER, WIDTH - EDGE];
  const x = scalePoint(
    points.map((_, at) => at),
    [near, far],
  );
  const across = (at: number): number => x(at) ?? 0;
  const y = scaleLinear([low, high], [HEIGHT - FOOT - 6, HEAD + 8]);
  const drawn = points.flatMap(({ value }, at) => (value === null ? [] : [{ at, value }]));
  const path = line<(typeof drawn)[number]>(
    ({ at }) => across(at),
    ({ value }) => y(value),
  )(drawn);
  const marked = new Set(chart?.signals.map(({ index }) => index));
  const marks = drawn.map(({ at, value }, index) => {
    const [cx, cy] = [fixed(across(at)), y(value)];
    return marked.has(index)
      ? html`<path fill="${RED}" d="M${cx},${fixed(cy - 6)}l6,6l-6,6l-6,-6z"/>`
      : html`<circle fill="${GREEN}" cx="${cx}" cy="${fixed(cy)}" r="3.5"/>`;
  });
  const changed = changes.flatMap((day) => {
    const at = points.findIndex(({ period }) => day >= period.from && day <= period.to);
    const cx = fixed(across(at));
    return at < 0
      ? []
      : [
          html`<line stroke="${INK}" stroke-dasharray="2 3" x1="${cx}" x2="${cx}" y1="${HEAD}" y2="${HEIGHT - FOOT}"/>`,
        ];
  });
  const left = Math.min(near, far);
  const limits =
    chart &&
    html`<rect fill="#e7f3ed" x="${left}" width="${Math.abs(far - near)}" y="${fixed(y(chart.upper))}"
  height="${fixed(y(Math.max(low, chart.lower)) - y(chart.upper))}"/><line stroke="${GREY}" stroke-dasharray="5 4"
  x1="${near}" x2="${far}" y1="${fixed(y(chart.mean))}" y2="${fixed(y(chart.mean))}"/>`;
  const sideX = isRtl ? WIDTH - 6 : 6;
  const anchor = isRtl ? 'end' : 'start';
  const labels = labelsApart(chart ? [chart.mean, chart.upper, Math.max(0, chart.lower)] : [high, low], y);
  // An isolate, because the title of a drawing has no direction of its own (UAX #9, section 2.4).
  const heading = isRtl ? `\u2067${title}\u2069` : title;
  const days = points.filter((_, at) => at === 0 || at === points.length - 1);
  return html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}"
  height="${HEIGHT}" font-family="IBM Plex Sans Arabic" font-size="12" fill="${GREY}" direction="ltr" role="img"
  aria-label="${sentence}"><title>${sentence}</title><rect fill="#ffffff" width="${WIDTH}"
  height="${HEIGHT}"/><text x="${sideX}" y="21" font-size="15" font-weight="600" fill="${INK}"
  text-anchor="${anchor}">${heading}</text>${limits}${
    path === null ? '' : html`<path fill="none" stroke="${GREEN}" stroke-width="2" d="${path}"/>`
  }${changed}${marks}${labels.map(
    (value) =>
      html`<text x="${sideX}" y="${fixed(y(value) + 4)}" text-anchor="${anchor}">${text(value)}</text>`,
  )}${days.map(({ period }) => {
    const at = points.findIndex((point) => point.period.to === period.to);
    const isAtEdge = Math.abs(across(at) - far) < 1;
    const toEdge = isRtl ? 'start' : 'end';
    return html`<text x="${fixed(across(at))}" y="${HEIGHT - 8}"
  text-anchor="${isAtEdge ? toEdge : 'middle'}">${shortDay(period.to)}</text>`;
  })}</svg>`;
}
