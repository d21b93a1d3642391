import { scaleLinear } from 'd3-scale';
import type { HeatMap } from '#shared/domain/reports/heat-map.ts';
import type { Weekday } from '#shared/domain/sla/calendar.ts';
import { type Html, html } from '../../shell/http/html.ts';

const HOURS = 24;
/** Shades from none to the most. */
const SHADES = 5;

interface HeatMapOptions {
  readonly dayName: (weekday: Weekday) => string;
  readonly corner: string;
  /** Return the number of an hour, `00` to `23`, as a link to its cases. */
  readonly leading: (count: number, weekday: Weekday, hour: string) => Html;
}

/** Draw the opened cases by weekday and hour as a table of shades. Each cell has its number. */
export function heatMapChart({ rows, most }: HeatMap, { dayName, corner, leading }: HeatMapOptions): Html {
  const shade = scaleLinear([0, Math.max(1, most)], [0, SHADES]);
  const hours = Array.from({ length: HOURS }, (_, hour) => hour);
  return html`<table class="heat"><thead><tr><th scope="col">${corner}</th>${hours.map(
    (hour) => html`<th scope="col">${hour}</th>`,
  )}</tr></thead><tbody>${rows.map(
    ({ weekday, hours: counts }) =>
      html`<tr><th scope="row">${dayName(weekday)}</th>${counts.map(
        (count, hour) =>
          html`<td class="shade-${Math.ceil(shade(count))}">${
            count === 0 ? '' : leading(count, weekday, String(hour).padStart(2, '0'))
          }</td>`,
      )}</tr>`,
  )}</tbody></table>`;
}
