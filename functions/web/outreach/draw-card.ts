import { isChosen } from '#shared/application/programme/draw/run-draw.ts';
import { DRAW_STAGES, stepsOf, type WeekDraw } from '#shared/domain/outreach/week/week-draw.ts';
import { type Html, html } from '../shell/http/html.ts';
import type { View } from '../shell/view.ts';
import { drawText } from './draw-text.ts';
import { weekText } from './week-text.ts';

const TARGET = 165;
const COMPLETION = 40;

/** Return the form that begins a draw. */
export function drawForm(view: View, typed: Readonly<Record<string, unknown>> = {}): Html {
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

const act = (action: 'continue' | 'cancel', { id }: WeekDraw, label: string, isNext = false): Html =>
  html`<form method="post" action="/calls-out/week/draw/${action}"${isNext ? html` data-continue` : ''}><input
  type="hidden" name="id" value="${id}"><button class="quiet" type="submit">${label}</button></form>`;

/** Return the progress of a draw, with the next run of it and its cancellation. */
export function drawCard(draw: WeekDraw, view: View, isSupervisor: boolean): Html {
  const t = drawText[view.language];
  const { stage, step } = draw;
  const at = DRAW_STAGES.indexOf(stage);
  const steps = stepsOf(draw);
  const within = steps === undefined ? 0 : Math.min(1, step / Math.max(1, steps));
  return html`<section class="card" aria-labelledby="going-title"><h2 id="going-title">${t.title}</h2>
<p role="status">${t.stage(at + 1, DRAW_STAGES.length)}: ${t.stages[stage]}${
    steps !== undefined && steps > 1 && html` (${t.steps(step, steps)})`
  }</p>
<progress max="${DRAW_STAGES.length}" value="${(at + within).toFixed(2)}"></progress>
<p class="faint">${t.hint}</p>
${
  isSupervisor &&
  html`<div class="filters">${act('continue', draw, t.goOn, true)}${
    !isChosen(draw) && act('cancel', draw, t.cancel)
  }</div>`
}</section>`;
}
