import type { Case } from '#shared/domain/cases/case.ts';
import { REACHED } from '#shared/domain/tasks/recovery.ts';
import { type LowAnswer, openAnswers, type Task } from '#shared/domain/tasks/task.ts';
import { can } from '../shell/access.ts';
import { dueBadge, ltr } from '../shell/badges.ts';
import { consolePage } from '../shell/console-page.ts';
import { type Flash, flashNotice } from '../shell/flash.ts';
import { foreignLine } from '../shell/foreign-text.ts';
import { type Html, html } from '../shell/http/html.ts';
import { timeMark } from '../shell/time-mark.ts';
import { departmentName, serviceName, staffName, type View } from '../shell/view.ts';
import { recoveryText } from './recovery-text.ts';

export interface RecoveryShown {
  readonly task: Task;
  /** The case of the newest answer, or the one that it was merged into, as the reader may see it. */
  readonly about?: Case | undefined;
  /** The number of an answer that is about no case. */
  readonly phone?: string | undefined;
  readonly flash?: Flash | undefined;
}

/** Return the owner of a task, or that it has none. */
const ownerName = ({ owner }: Pick<Task, 'owner'>, view: View): Html =>
  owner === undefined
    ? html`<span class="faint">${recoveryText[view.language].nobody}</span>`
    : html`<bdi>${staffName(view, owner)}</bdi>`;

/** Return the due time of a task that is not ended. */
export function dueOf({ dueAt }: Pick<Task, 'dueAt'>, { now, language }: View): Html {
  return dueBadge({ tone: dueAt < now ? 'overdue' : 'calm', dueAt }, now, language);
}

const address = (action: string, { id }: Task): string => `/quality/recovery/${id}/${action}`;

function answerRow(one: LowAnswer, view: View): Html {
  const w = recoveryText[view.language];
  const links = [
    one.case !== undefined && html`<a href="/cases/${one.case}">${ltr(one.case)}</a>`,
    one.call !== undefined && html`<a href="/calls/${one.call}">${w.call}</a>`,
    one.callOut !== undefined &&
      html`<a href="/calls-out?purpose=evaluation&listing=finished">${w.callOut}</a>`,
    one.service !== undefined && html`${serviceName(view, one.service)}`,
    one.department !== undefined && html`${departmentName(view, one.department)}`,
  ].filter((part) => part !== false);
  return html`<tr><td data-label="${w.when}">${timeMark(one.at, view)}</td>
<td data-label="${w.score}">${one.score === undefined ? w.noScore : ltr(`${one.score} / 5`)}${
    one.finished === false && html` · ${w.unfinished}`
  }</td>
<td data-label="${w.source}">${w.sources[one.source]}</td>
<td data-label="${w.about}">${links.map((link, at) => html`${at > 0 && ' · '}${link}`)}</td>
<td>${w.states[one.state]}</td></tr>`;
}

function answersCard({ task }: RecoveryShown, view: View): Html {
  const w = recoveryText[view.language];
  const answers = (task.recovery?.answers ?? []).toReversed();
  return html`<section class="card wide"><h2>${w.answers}</h2><div class="scroll" tabindex="0"><table
  class="cases answered"><thead><tr><th scope="col">${w.when}</th><th scope="col">${w.score}</th><th
  scope="col">${w.source}</th><th scope="col">${w.about}</th><th
  scope="col">${w.ended}</th></tr></thead>
<tbody>${answers.map((one) => answerRow(one, view))}</tbody></table></div></section>`;
}

function contactOf({ about, phone }: RecoveryShown, view: View): Html {
  const w = recoveryText[view.language];
  const { email, phone: own } = about?.beneficiary ?? {};
  const number = own ?? phone;
  if (email === undefined && number === undefined) return html`<span class="faint">${w.noContact}</span>`;
  const isShown = can(view, 'cases.work');
  return html`${
    number !== undefined && (isShown ? html`<a href="tel:${number}">${ltr(number)}</a>` : ltr(number))
  } ${email !== undefined && ltr(email)}`;
}

function ownerForms(task: Task, view: View): Html {
  const w = recoveryText[view.language];
  const others = [...view.rules.staff.values()].filter(({ user }) => user !== task.owner);
  return html`${
    task.owner !== view.agent.user &&
    html`<form method="post" action="${address('take', task)}"><button
  type="submit">${w.take}</button></form>`
  }${
    others.length > 0 &&
    html`<form method="post" action="${address('assign', task)}" class="pair"><label
  class="field"><span>${w.assignTo}</span><select name="to" required><option value="">${w.choose}</option>${others.map(
    ({ user }) => html`<option value="${user}">${staffName(view, user)}</option>`,
  )}</select></label><button type="submit">${w.assign}</button></form>`
  }`;
}

function actsCard({ task }: RecoveryShown, view: View): Html {
  const w = recoveryText[view.language];
  const isFree = task.owner === undefined || task.owner === view.agent.user;
  return html`<section class="card">${
    task.owner === undefined && html`<p class="notice notice-bad">${w.nobodyHint}</p>`
  }${ownerForms(task, view)}${
    isFree &&
    html`<form method="post" action="${address('record', task)}"><fieldset><legend>${w.record}</legend>
<div class="choices">${REACHED.map(
      (outcome) => html`<label class="choice"><input type="radio" name="outcome" value="${outcome}" required>
<span>${w.outcomes[outcome]}</span></label>`,
    )}</div></fieldset><p class="faint">${w.recordHint}</p>
<button type="submit" class="primary">${w.save}</button></form>
<form method="post" action="${address('attempt', task)}"><p class="faint">${w.attemptHint}</p>
<button type="submit">${w.attempt}</button></form>`
  }</section>`;
}

/** Return the page of the recovery of one person: the answers, how to reach the person, and the result. */
export function recoveryPage(view: View, shown: RecoveryShown): Html {
  const w = recoveryText[view.language];
  const { task, about, flash } = shown;
  const { ended } = task;
  const attempts = task.recovery?.attempts ?? [];
  return consolePage(view, {
    title: w.title,
    here: 'quality',
    body: html`<div class="head"><h1>${w.title}</h1><a class="button" href="/quality">${w.back}</a></div>
${flashNotice(flash)}
<div class="grid"><section class="card"><dl class="facts">
${about && html`<div><dt>${w.person}</dt><dd>${foreignLine(about.beneficiary.name ?? '–')}</dd></div>`}
<div><dt>${w.contact}</dt><dd>${contactOf(shown, view)}</dd></div>
<div><dt>${w.owner}</dt><dd>${ownerName(task, view)}</dd></div>
${
  ended
    ? html`<div><dt>${w.ended}</dt><dd>${w.outcomes[ended.outcome]} · ${timeMark(ended.at, view)}</dd></div>`
    : html`<div><dt>${w.due}</dt><dd>${dueOf(task, view)}</dd></div>`
}</dl>
<h2>${w.attempts}</h2>${
      attempts.length === 0
        ? html`<p class="faint">${w.noAttempts}</p>`
        : html`<ul class="others">${attempts.map(
            ({ at, by }) =>
              html`<li>${timeMark(at, view)} · <bdi>${staffName(view, by.replace(/^agent:/u, ''))}</bdi></li>`,
          )}</ul>`
    }</section>
${!ended && can(view, 'cases.work') && actsCard(shown, view)}
${answersCard(shown, view)}</div>`,
  });
}

function listRow(task: Task, view: View): Html {
  const w = recoveryText[view.language];
  const answers = task.recovery?.answers ?? [];
  const [first] = task.ended ? answers.toReversed() : openAnswers(task);
  const { ended } = task;
  return html`<tr><td data-label="${ended ? w.ended : w.due}">${
    ended ? timeMark(ended.at, view) : dueOf(task, view)
  }</td>
<td><a href="/quality/recovery/${task.id}">${
    first?.score === undefined ? w.unfinished : html`${w.score} ${ltr(`${first.score} / 5`)}`
  }</a> <span class="meta">${first && w.sources[first.source]}</span></td>
<td data-label="${w.owner}">${ownerName(task, view)}</td>
<td>${ended && w.outcomes[ended.outcome]}</td></tr>`;
}

/** Return the dissatisfied people who wait, the most urgent first, and those whose recovery ended lately. */
export function recoveriesCard(tasks: readonly Task[], view: View): Html {
  const w = recoveryText[view.language];
  const open = tasks.filter(({ ended }) => !ended).sort((a, b) => a.dueAt - b.dueAt);
  const over = tasks
    .filter(({ ended }) => ended && ended.outcome !== 'corrected')
    .sort((a, b) => (b.ended?.at ?? 0) - (a.ended?.at ?? 0));
  const table = (rows: readonly Task[], isOver: boolean): Html =>
    rows.length === 0
      ? html`<p class="faint">${w.none}</p>`
      : html`<table class="cases"><thead><tr><th scope="col">${isOver ? w.ended : w.due}</th><th
  scope="col">${w.answers}</th><th scope="col">${w.owner}</th><th scope="col">${
    isOver ? w.ended : html`<span class="visually-hidden">${w.ended}</span>`
  }</th></tr></thead><tbody>${rows.map((one) => listRow(one, view))}</tbody></table>`;
  return html`<section class="card wide" id="recovery"><h2>${w.list}</h2><p class="faint">${w.listHint}</p>
<h3>${w.open}</h3>${table(open, false)}<h3>${w.recent}</h3>${table(over, true)}</section>`;
}
