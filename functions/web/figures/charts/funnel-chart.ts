import { max, ticks } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import { type Funnel, funnelLimits } from '#shared/domain/reports/funnel.ts';
import { type Html, html } from '../../shell/http/html.ts';

const WIDTH = 640;
const HEIGHT = 240;
const FOOT = 26;
const GUTTER = 40;
/** Points of the curves of the limits. */
const STEPS = 60;

interface Drawing {
  readonly isRtl: boolean;
  readonly sentence: string;
  readonly nameOf: (group: string) => string;
}

const percent = (share: number): string => `${Math.round(share * 100)}%`;

/** Draw a funnel plot: each group by its size and share, in the limits of chance. Only groups outside are named. */
export function funnelChart({ mean, points }: Funnel, { isRtl, sentence, nameOf }: Drawing): Html {
  const most = (max(points, ({ n }) => n) ?? 1) * 1.1;
  const [start, end] = isRtl ? [WIDTH - GUTTER, 10] : [GUTTER, WIDTH - 10];
  const x = scaleLinear([0, most], [start, end]);
  const y = scaleLinear([0, 1], [HEIGHT - FOOT, 10]);
  const limits = Array.from({ length: STEPS }, (_, step) =>
    funnelLimits(mean, 1 + ((most - 1) * step) / (STEPS - 1)),
  );
  const band = (of: 'near' | 'far') =>
    area<(typeof limits)[number]>(
      ({ n }) => x(n),
      (limit) => y(limit[of][0]),
      (limit) => y(limit[of][1]),
    )(limits) ?? '';
  const edge = (of: 'near' | 'far', side: 0 | 1) =>
    line<(typeof limits)[number]>(
      ({ n }) => x(n),
      (limit) => y(limit[of][side]),
    )(limits) ?? '';
  const marks = points.map(({ name, n, share, place }) => {
    const [cx, cy] = [x(n).toFixed(1), y(share).toFixed(1)];
    const label = html`<text x="${cx}" y="${(y(share) + (place === 'above' ? -9 : 16)).toFixed(1)}"
  text-anchor="middle">${nameOf(name)}</text>`;
    return html`<circle class="point point-${place}" cx="${cx}" cy="${cy}"
  r="${place === 'inside' ? 4 : 6}"><title>${nameOf(name)}: ${percent(share)}, n = ${n}</title></circle>${
    place !== 'inside' && label
  }`;
  });
  const sizes = ticks(0, most, 5).filter((n) => n > 0 && Number.isInteger(n));
  return html`<svg class="funnel" viewBox="0 0 ${WIDTH} ${HEIGHT}" direction="ltr" role="img"
  aria-label="${sentence}"><title>${sentence}</title><path class="far" d="${band('far')}"/><path class="near"
  d="${band('near')}"/>${([0, 1] as const).map((side) => html`<path class="edge" d="${edge('far', side)}"/>`)}<line
  class="mean" x1="${x(0)}" x2="${x(most)}" y1="${y(mean).toFixed(1)}" y2="${y(mean).toFixed(1)}"/>${marks}${[
    0, 0.25, 0.5, 0.75, 1,
  ].map(
    (share) =>
      html`<text class="tick" x="${isRtl ? WIDTH - 2 : 2}" y="${(y(share) + 4).toFixed(1)}"
  text-anchor="${isRtl ? 'end' : 'start'}">${percent(share)}</text>`,
  )}${sizes.map(
    (n) => html`<text class="tick" x="${x(n).toFixed(1)}" y="${HEIGHT - 8}" text-anchor="middle">${n}</text>`,
  )}</svg>`;
}
