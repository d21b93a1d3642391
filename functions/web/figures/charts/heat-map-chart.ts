import { scaleLinear } from 'd3-scale';
import type { HeatMap } from '#shared/domain/reports/heat-map.ts';
import type { Weekday } from '#shared/domain/sla/calendar.ts';
import { type Html, html } from '../../shell/http/html.ts';

const HOURS = 24;
/** Shades from none to the most. */
const SHADES = 5;

/** Draw the opened cases by weekday and hour as a table of shades. Each cell has its number. */
export function heatMapChart(
  { rows, most }: HeatMap,
  { dayName, corner }: { dayName: (weekday: Weekday) => string; corner: string },
): Html {
  const shade = scaleLinear([0, Math.max(1, most)], [0, SHADES]);
  const hours = Array.from({ length: HOURS }, (_, hour) => hour);
  return html`<table class="heat"><thead><tr><th scope="col">${corner}</th>${hours.map(
    (hour) => html`<th scope="col">${hour}</th>`,
  )}</tr></thead><tbody>${rows.map(
    ({ weekday, hours: counts }) =>
      html`<tr><th scope="row">${dayName(weekday)}</th>${counts.map(
        (count) => html`<td class="shade-${Math.ceil(shade(count))}">${count === 0 ? '' : count}</td>`,
      )}</tr>`,
  )}</tbody></table>`;
}
