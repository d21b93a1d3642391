import { agentQuality, checkedWeeks } from '#shared/domain/tasks/check-results.ts';
import { conversationForm } from '#shared/domain/tasks/conversation-form.ts';
import type { CheckKind } from '#shared/domain/tasks/decide-check.ts';
import type { Task } from '#shared/domain/tasks/task.ts';
import { ltr } from '../shell/badges.ts';
import { type Html, html } from '../shell/http/html.ts';
import { timeMark } from '../shell/time-mark.ts';
import { staffName, type View } from '../shell/view.ts';
import { aboutCheck, resultText, reviewerName } from './check-page.ts';
import { checkText } from './check-text.ts';
import { intervalCell } from './interval-cell.ts';
import { dueOf } from './recovery-page.ts';

/** Weeks that are shown. */
const WEEKS = 12;
/** Reviews of own conversations that are shown. */
const OWN = 20;

function weeksTable(kind: CheckKind, tasks: readonly Task[], view: View): Html {
  const w = checkText[view.language];
  const weeks = checkedWeeks(tasks).slice(0, WEEKS);
  if (weeks.length === 0) return html`<p class="faint">${w.noWeeks}</p>`;
  const isClosure = kind === 'closure-audit';
  return html`<div class="scroll" tabindex="0"><table class="numbers"><thead><tr><th scope="col">${w.week}</th>
<th scope="col">${w.population}</th><th scope="col">${w.drawn}</th><th scope="col">${w.checked}</th>${
    isClosure && html`<th scope="col">${w.errors}</th>`
  }<th scope="col">${w.seed}</th></tr></thead><tbody>${weeks.map(
    ({ week, population, drawn, checked, errors, seed }) => html`<tr><th scope="row">${ltr(week)}</th>
<td>${population}</td><td>${drawn}</td><td>${checked}</td>${isClosure && html`<td>${intervalCell(errors)}</td>`}
<td><small>${ltr(seed)}</small></td></tr>`,
  )}</tbody></table></div><p class="faint"><small>${w.seedHint}${isClosure && html` ${w.intervalHint}`}</small></p>`;
}

function waitingTable(kind: CheckKind, tasks: readonly Task[], view: View): Html {
  const w = checkText[view.language];
  const waiting = tasks.filter(({ ended }) => !ended).sort((a, b) => a.dueAt - b.dueAt);
  if (waiting.length === 0) return html`<p class="faint">${w.none}</p>`;
  const isReview = kind === 'conversation-review';
  return html`<table class="cases"><thead><tr><th scope="col">${w.due}</th><th scope="col">${w.about}</th>${
    isReview && html`<th scope="col">${w.agent}</th>`
  }<th scope="col">${w.owner}</th></tr></thead><tbody>${waiting.map(
    (task) => html`<tr><td data-label="${w.due}">${dueOf(task, view)}</td>
<td><a href="/quality/${kind}/${task.id}">${w.titles[kind]}</a> <span class="meta">${
      task.check && aboutCheck(task.check, view)
    }</span></td>${
      isReview &&
      html`<td data-label="${w.agent}">${
        task.check?.agent !== undefined && html`<bdi>${staffName(view, task.check.agent)}</bdi>`
      }</td>`
    }<td data-label="${w.owner}">${reviewerName(task, view)}</td></tr>`,
  )}</tbody></table>`;
}

function agentsTable(tasks: readonly Task[], view: View): Html {
  const w = checkText[view.language];
  const rows = agentQuality(tasks);
  if (rows.length === 0) return html``;
  const questions = conversationForm();
  return html`<h3>${w.agents}</h3><div class="scroll" tabindex="0"><table class="numbers"><thead><tr><th
  scope="col">${w.agent}</th><th scope="col">${w.conversations}</th><th scope="col">${w.good}</th>${questions.map(
    ({ text }) => html`<th scope="col">${text[view.language]}</th>`,
  )}</tr></thead><tbody>${rows.map(
    ({
      agent,
      conversations,
      good,
      questions: shares,
    }) => html`<tr><th scope="row"><bdi>${staffName(view, agent)}</bdi></th>
<td>${conversations}</td><td>${intervalCell(good)}</td>${questions.map(
      ({ id }) => html`<td>${intervalCell(shares[id] ?? null)}</td>`,
    )}</tr>`,
  )}</tbody></table></div><p class="faint"><small>${w.agentsHint} ${w.intervalHint}</small></p>`;
}

/** Return the checks of a kind: the open ones, and the results by week and by member of staff. */
export function checksCard(kind: CheckKind, tasks: readonly Task[], view: View): Html {
  const w = checkText[view.language];
  return html`<section class="card wide" id="${kind}"><h2>${w.lists[kind]}</h2><p class="faint">${w.hints[kind]}</p>
${weeksTable(kind, tasks, view)}
<h3>${w.waiting}</h3>${waitingTable(kind, tasks, view)}
${kind === 'conversation-review' && agentsTable(tasks, view)}</section>`;
}

/** Return the results by week alone, without names. */
export function weeksCard(kind: CheckKind, tasks: readonly Task[], view: View): Html {
  const w = checkText[view.language];
  return html`<section class="card wide" id="${kind}"><h2>${w.lists[kind]}</h2><p class="faint">${w.hints[kind]}</p>
${weeksTable(kind, tasks, view)}</section>`;
}

/** Return the reviews of the reader's own conversations, with their coaching notes. */
export function ownReviewsCard(tasks: readonly Task[], view: View): Html {
  const w = checkText[view.language];
  const own = tasks.filter(({ check }) => check?.agent === view.agent.user && check.result).slice(0, OWN);
  return html`<section class="card wide" id="own-reviews"><h2>${w.own}</h2>${
    own.length === 0
      ? html`<p class="faint">${w.ownNone}</p>`
      : html`<ul class="others">${own.map(
          ({ check }) =>
            check?.result &&
            html`<li>${timeMark(check.result.at, view)} · ${aboutCheck(check, view)}${resultText(check, view)}</li>`,
        )}</ul>`
  }</section>`;
}
