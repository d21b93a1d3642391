import type { AgeGroup } from '#shared/domain/reports/backlog.ts';
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
export function backlogCard({ backlog }: PeriodFigures, view: View): Html {
  const w = firstScreenText[view.language];
  const { open, ages, since } = backlog;
  return html`<section class="card"><h2>${w.backlog}</h2>
<p><strong class="share">${open}</strong> ${w.backlogOpen}</p>
${bars(ages.map((group) => ({ label: ageText(group, view), value: group.count })))}
<p class="faint"><small>${since !== null && w.backlogSince(since)} <a
  href="/cases?sort=opened">${w.toList}</a></small></p></section>`;
}
