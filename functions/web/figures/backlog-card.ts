import type { AgeGroup } from '#shared/domain/reports/backlog.ts';
import { localDay } from '#shared/domain/reports/local-day.ts';
import { type Html, html } from '../shell/http/html.ts';
import type { View } from '../shell/view.ts';
import { bars } from './charts/bars.ts';
import { firstScreenText } from './first-screen-text.ts';
import type { PeriodFigures } from './read-figures.ts';

function ageText({ from, to }: AgeGroup, view: View): string {
  const w = firstScreenText[view.language];
  if (from === 0) return w.ageUpTo;
  return to === null ? w.ageOver(from) : w.ageRange(from, to);
}

/** Return the open cases by their age in days. */
export function backlogCard({ backlog, period }: PeriodFigures, view: View): Html {
  const w = firstScreenText[view.language];
  const { open, ages, since } = backlog;
  const isNow = period.to === localDay(view.now);
  // The list of work has the open cases of now, the oldest first: a group begins after all older ones.
  const leading = (shown: Html | number, older: number, isEmpty: boolean): Html =>
    isEmpty || !isNow
      ? html`${shown}`
      : html`<a class="behind" href="/cases?sort=opened${older > 0 && html`&amp;from=${older}`}">${shown}</a>`;
  return html`<section class="card"><h2>${w.backlog}</h2>
<p${!isNow && html` data-unlisted="earlier"`}>${leading(html`<strong class="share">${open}</strong>`, 0, open === 0)} ${
    isNow ? w.backlogOpen : w.backlogThen(period.to)
  }</p>
<div${!isNow && html` data-unlisted="earlier"`}>${bars(
    ages.map((group) => ({
      label: ageText(group, view),
      value: group.count,
      shown: leading(group.count, group.older, group.count === 0),
    })),
  )}</div>
<p class="faint"><small>${since !== null && w.backlogSince(since)} <a
  href="/cases?sort=opened">${w.toList}</a></small></p></section>`;
}
