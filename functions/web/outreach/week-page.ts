import type { Frame } from '#shared/domain/outreach/frame.ts';
import { EXCLUSIONS } from '#shared/domain/outreach/week/population.ts';
import { may } from '#shared/domain/staff/permissions.ts';
import { ltr } from '../shell/badges.ts';
import { consolePage } from '../shell/console-page.ts';
import { type Flash, flashNotice } from '../shell/flash.ts';
import { foreignLine } from '../shell/foreign-text.ts';
import { type Html, html } from '../shell/http/html.ts';
import { serviceName, type View } from '../shell/view.ts';
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

const TARGET = 165;
const COMPLETION = 40;

function drawForm(view: View, typed: Readonly<Record<string, unknown>> = {}): Html {
  const w = weekText[view.language];
  const given = (name: string, usual: string | number): string => String(typed[name] ?? usual);
  return html`<section class="card" aria-labelledby="draw-title"><h2 id="draw-title">${w.draw}</h2>
<p class="faint">${w.drawHint}</p>
<form method="post" action="/calls-out/week/draw"><input type="hidden" name="token" value="${crypto.randomUUID()}">
<div class="pair">
<label class="field"><span>${w.target}</span><input name="target" inputmode="numeric" required dir="ltr"
  value="${given('target', TARGET)}"></label>
<label class="field"><span>${w.completion}</span><input name="completion" inputmode="numeric" required dir="ltr"
  value="${given('completion', COMPLETION)}"></label>
<label class="field"><span>${w.mode}</span><select name="mode">
<option value="agent">${w.modes.agent}</option>
<option value="flow"${typed.mode === 'flow' ? html` selected` : ''}>${w.modes.flow}</option></select></label>
<label class="field"><span>${w.seed}</span><input name="seed" dir="ltr" maxlength="80" autocomplete="off"
  value="${given('seed', '')}"></label>
</div><button type="submit" class="primary">${w.drawButton}</button></form></section>`;
}

const count = (name: string, value: number | string): Html =>
  html`<div><dt>${name}</dt><dd>${ltr(String(value))}</dd></div>`;

function sampleCard({ week, progress }: ShownWeek, view: View): Html {
  const w = weekText[view.language];
  const { target, persons, outside, excluded, strata, released, replicates, floor, seed, mode } = week;
  const reasons = EXCLUSIONS.filter((reason) => excluded[reason] > 0);
  const population = strata.reduce((sum, one) => sum + one.population, 0);
  return html`<section class="card" aria-labelledby="sample-title"><h2 id="sample-title">${w.sample}</h2>
${week.reachable !== undefined && html`<p class="notice notice-bad">${w.reachable(week.reachable, target)}</p>`}
<p><strong>${w.progress}: ${w.progressOf(progress.completes, target)}</strong></p>
<progress max="${target}" value="${Math.min(progress.completes, target)}">${progress.completes}</progress>
<p>${w.released(released, replicates.length)}</p>
<dl class="facts">${count(w.open, progress.open)}${count(w.ended, progress.ended)}
${count(w.persons, persons)}${count(w.population, population)}${count(w.outside, outside)}
${count(w.floor, floor)}<div><dt>${w.mode}</dt><dd>${w.modes[mode]}</dd></div>
<div><dt>${w.seed}</dt><dd>${foreignLine(seed)}</dd></div></dl>
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
  const isSupervisor = may(view.agent.roles, 'calls-out.plan-list');
  return consolePage(view, {
    title: w.title,
    here: 'calls-out',
    body: html`<div class="head"><h1>${w.title}</h1></div>
${flashNotice(flash)}
<nav class="tabs" aria-label="${w.week}"><a href="/calls-out">${w.back}</a>
<a href="/calls-out/week" ${isCurrent ? html` aria-current="page"` : ''}>${w.week} ${ltr(id)}</a>
<a href="/calls-out/week?of=${previous}">${w.previous}</a></nav>
${shown ? sampleCard(shown, view) : html`<p class="faint">${w.noWeek}</p>`}
${shown && estimatesCard(shown, view)}
${isSupervisor && isCurrent && !shown && drawForm(view, typed)}
${isSupervisor && listsCard(frame, view)}`,
  });
}
