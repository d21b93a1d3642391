import { checkVerdict } from '#events/task-vocabulary.ts';
import type { Check } from '#shared/domain/tasks/check.ts';
import { ownersFor } from '#shared/domain/tasks/choose-owner.ts';
import { CHECK_MARKS, conversationForm } from '#shared/domain/tasks/conversation-form.ts';
import { type CheckKind, hasHandled } from '#shared/domain/tasks/decide-check.ts';
import type { Task } from '#shared/domain/tasks/task.ts';
import { can } from '../shell/access.ts';
import { ltr } from '../shell/badges.ts';
import { consolePage } from '../shell/console-page.ts';
import { type Flash, flashNotice } from '../shell/flash.ts';
import { type Html, html } from '../shell/http/html.ts';
import { timeMark } from '../shell/time-mark.ts';
import { departmentName, staffName, type View } from '../shell/view.ts';
import { checkText } from './check-text.ts';
import { dueOf } from './recovery-page.ts';

export interface CheckShown {
  readonly task: Task & { readonly kind: CheckKind; readonly check: Check };
  /** The fields of a form that was refused, shown again. */
  readonly typed?: Readonly<Record<string, unknown>> | undefined;
  readonly flash?: Flash | undefined;
}

/** The roles that check closed cases and conversations. */
const CHECKERS = ['quality', 'supervisor'] as const;

const address = (action: string, { kind, id }: Task): string => `/quality/${kind}/${id}/${action}`;

/** Return what a check is about, with a link. */
export function aboutCheck({ case: reference, call }: Check, view: View): Html {
  const w = checkText[view.language];
  return html`${
    call !== undefined && html`<a href="/calls/${call}">${w.call}</a>`
  }${call !== undefined && reference !== undefined && ' · '}${
    reference !== undefined && html`<a href="/cases/${reference}">${ltr(reference)}</a>`
  }`;
}

/** Return the reviewer of a check, or that it has none. */
export const reviewerName = ({ owner }: Pick<Task, 'owner'>, view: View): Html =>
  owner === undefined
    ? html`<span class="faint">${checkText[view.language].nobody}</span>`
    : html`<bdi>${staffName(view, owner)}</bdi>`;

const choices = <V extends string>(
  name: string,
  legend: string,
  values: readonly V[],
  label: Readonly<Record<V, string>>,
  typed: unknown,
): Html =>
  html`<fieldset><legend>${legend}</legend><div class="choices">${values.map(
    (value) =>
      html`<label class="choice"><input type="radio" name="${name}" value="${value}" required${
        typed === value && html` checked`
      }> <span>${label[value]}</span></label>`,
  )}</div></fieldset>`;

function resultForm({ task, typed = {} }: CheckShown, view: View): Html {
  const w = checkText[view.language];
  const note = typeof typed.note === 'string' ? typed.note : '';
  return html`<form method="post" action="${address('check', task)}">${
    task.kind === 'closure-audit'
      ? html`${choices('verdict', w.verdict, checkVerdict.options, w.verdicts, typed.verdict)}
<p class="faint">${w.verdictHint}</p>`
      : html`${conversationForm().map(({ id, text }) =>
          choices(id, text[view.language], CHECK_MARKS, w.marks, typed[id]),
        )}<label class="field"><span>${w.note}</span><textarea name="note" rows="4" maxlength="1000"
  dir="auto">${note}</textarea><small class="faint">${w.noteHint}</small></label>`
  }<button type="submit" class="primary">${w.save}</button></form>`;
}

function ownerForms(task: CheckShown['task'], view: View): Html {
  const w = checkText[view.language];
  const not = new Set([...task.check.handlers, ...(task.owner === undefined ? [] : [task.owner])]);
  const others = ownersFor({ roles: CHECKERS, not }, view.rules.staff.values());
  return html`${
    task.owner !== view.agent.user &&
    !hasHandled(task.check, view.agent.user) &&
    html`<form method="post" action="${address('take', task)}"><button type="submit">${w.take}</button></form>`
  }${
    others.length > 0 &&
    html`<form method="post" action="${address('assign', task)}" class="pair"><label
  class="field"><span>${w.assignTo}</span><select name="to" required><option value="">${w.choose}</option>${others.map(
    ({ user }) => html`<option value="${user}">${staffName(view, user)}</option>`,
  )}</select></label><button type="submit">${w.assign}</button></form>`
  }`;
}

function actsCard(shown: CheckShown, view: View): Html {
  const w = checkText[view.language];
  const { task } = shown;
  const { user } = view.agent;
  const isBarred = hasHandled(task.check, user);
  const isFree = task.owner === undefined || task.owner === user;
  return html`<section class="card">${
    task.owner === undefined && html`<p class="notice notice-bad">${w.nobodyHint}</p>`
  }${isBarred && html`<p class="notice">${w.handled}</p>`}${ownerForms(task, view)}${
    isFree && !isBarred && resultForm(shown, view)
  }</section>`;
}

/** Return the result of a check. */
export function resultText({ result }: Check, view: View): Html {
  const w = checkText[view.language];
  if (result === undefined) return html``;
  const { verdict, form, marks = {}, note } = result;
  return html`${verdict !== undefined && html`<strong>${w.verdicts[verdict]}</strong>`}${
    form !== undefined &&
    html`<ul class="others">${conversationForm(form).map(({ id, text }) => {
      const mark = marks[id];
      return html`<li>${text[view.language]}: <strong>${mark === undefined ? '–' : w.marks[mark]}</strong></li>`;
    })}</ul>`
  }${note !== undefined && html`<p class="written" dir="auto">${note}</p>`}`;
}

/** Return the page of one check. */
export function checkPage(view: View, shown: CheckShown): Html {
  const w = checkText[view.language];
  const { task, flash } = shown;
  const { check } = task;
  const title = w.titles[task.kind];
  return consolePage(view, {
    title,
    here: 'quality',
    body: html`<div class="head"><h1>${title}</h1><a class="button" href="/quality">${w.back}</a></div>
${flashNotice(flash)}
<div class="grid"><section class="card"><dl class="facts">
<div><dt>${w.about}</dt><dd>${aboutCheck(check, view)}${
      check.department !== undefined && html` · ${departmentName(view, check.department)}`
    }</dd></div>
${check.agent !== undefined && html`<div><dt>${w.agent}</dt><dd><bdi>${staffName(view, check.agent)}</bdi></dd></div>`}
<div><dt>${w.owner}</dt><dd>${reviewerName(task, view)}</dd></div>
${
  task.ended
    ? html`<div><dt>${w.result}</dt><dd>${resultText(check, view)} ${timeMark(task.ended.at, view)}</dd></div>`
    : html`<div><dt>${w.due}</dt><dd>${dueOf(task, view)}</dd></div>`
}
<div><dt>${w.week}</dt><dd>${ltr(check.week)}</dd></div>
<div><dt>${w.seed}</dt><dd>${ltr(check.seed)}</dd></div></dl></section>
${!task.ended && can(view, 'quality.check') && actsCard(shown, view)}</div>`,
  });
}
