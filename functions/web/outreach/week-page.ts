import type { Frame } from '#shared/domain/outreach/frame.ts';
import { EXCLUSIONS } from '#shared/domain/outreach/week/population.ts';
import { sizesOf } from '#shared/domain/outreach/week/week.ts';
import { may } from '#shared/domain/staff/permissions.ts';
import { plainDay } from '#shared/domain/text/format-instant.ts';
import { ltr } from '../shell/badges.ts';
import { consolePage } from '../shell/console-page.ts';
import { type Flash, flashNotice } from '../shell/flash.ts';
import { foreignLine } from '../shell/foreign-text.ts';
import { type Html, html } from '../shell/http/html.ts';
import { serviceName, type View } from '../shell/view.ts';
import { drawCard, drawForm } from './draw-card.ts';
import { estimatesCard } from './estimates-card.ts';
import { listsCard } from './lists-card.ts';
import type { ShownWeek } from './shown-week.ts';
import { weekText } from './week-text.ts';

export interface ProgrammeShown {
  /** First day of the shown week. */
  readonly id: string;
  readonly isCurrent: boolean;
  readonly previous: string;
  readonly frame: Frame | undefined;
  readonly shown: ShownWeek | undefined;
  readonly flash?: Flash | undefined;
  readonly typed?: Readonly<Record<string, unknown>>;
}

const count = (name: string, value: number | string): Html =>
  html`<div><dt>${name}</dt><dd>${ltr(String(value))}</dd></div>`;

function sampleCard({ week, progress }: ShownWeek, view: View): Html {
  const w = weekText[view.language];
  const { target, persons, outside, excluded, strata, released, floor, seed, mode } = week;
  const reasons = EXCLUSIONS.filter((reason) => excluded[reason] > 0);
  const population = strata.reduce((sum, one) => sum + one.population, 0);
  return html`<section class="card" aria-labelledby="sample-title"><h2 id="sample-title">${w.sample}</h2>
${week.reachable !== undefined && html`<p class="notice notice-bad">${w.reachable(week.reachable, target)}</p>`}
<p><strong>${w.progress}: ${w.progressOf(progress.completes, target)}</strong></p>
<progress max="${target}" value="${Math.min(progress.completes, target)}">${progress.completes}</progress>
<p>${w.released(released, sizesOf(week).length)}</p>
<dl class="facts">${count(w.open, progress.open)}${count(w.ended, progress.ended)}
${count(w.persons, persons)}${count(w.population, population)}${count(w.outside, outside)}
${count(w.floor, floor)}<div><dt>${w.mode}</dt><dd>${w.modes[mode]}</dd></div>
<div><dt>${w.drawnWith}</dt><dd>${foreignLine(seed)}</dd></div></dl>
${
  reasons.length > 0 &&
  html`<h3>${w.excluded}</h3><dl class="facts">${reasons.map((reason) =>
    count(w.exclusions[reason], excluded[reason]),
  )}</dl>`
}
<div class="scroll" tabindex="0"><table class="numbers"><thead><tr>
<th scope="col">${w.service}</th><th scope="col">${w.inPopulation}</th><th scope="col">${w.inSample}</th></tr></thead>
<tbody>${strata.map(
    ({ name, population: all, drawn }) =>
      html`<tr><td>${foreignLine(serviceName(view, name))}</td><td>${ltr(String(all))}</td><td>${ltr(
        String(drawn),
      )}</td></tr>`,
  )}</tbody></table></div></section>`;
}

/** Return the page of the evaluation programme: the lists, the draw, and a week with its progress and estimates. */
export function weekPage(view: View, page: ProgrammeShown): Html {
  const w = weekText[view.language];
  const { id, isCurrent, previous, frame, shown, flash, typed } = page;
  const draw = isCurrent ? frame?.draw : undefined;
  const isSupervisor = may(view.agent.roles, 'calls-out.plan-list');
  return consolePage(view, {
    title: w.title,
    here: 'calls-out',
    body: html`<div class="head"><h1>${w.title}</h1></div>
${flashNotice(flash)}
<nav class="tabs" aria-label="${w.week}"><a href="/calls-out">${w.back}</a>
${!isCurrent && html`<a href="/calls-out/week">${w.thisWeek}</a>`}
<a href="/calls-out/week?of=${id}" aria-current="page">${w.week} ${plainDay(id, view.language)}</a>
<a href="/calls-out/week?of=${previous}">${w.previous}</a></nav>
${draw && drawCard(draw, view, isSupervisor)}
${shown ? sampleCard(shown, view) : !draw && html`<p class="faint">${w.noWeek}</p>`}
${shown && estimatesCard(shown, view)}
${isSupervisor && isCurrent && !shown && !draw && drawForm(view, typed)}
${isSupervisor && listsCard(frame, view)}`,
  });
}
