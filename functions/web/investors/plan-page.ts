import { obstacleKind, procedureKind, procedureState } from '#events/investor-vocabulary.ts';
import { type Case, isActive } from '#shared/domain/cases/case.ts';
import { obstacleLabel } from '#shared/domain/investors/obstacle-label.ts';
import {
  type FollowUpPlan,
  isOpenProcedure,
  isRunning,
  type KeptAndLate,
  openObstacles,
  openProcedures,
  type Procedure,
} from '#shared/domain/investors/plan.ts';
import type { Bilingual } from '#shared/domain/text/bilingual.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import { can } from '../shell/access.ts';
import { ltr } from '../shell/badges.ts';
import { consolePage } from '../shell/console-page.ts';
import { type Flash, flashNotice } from '../shell/flash.ts';
import { foreignLine } from '../shell/foreign-text.ts';
import { fieldTime } from '../shell/form-fields.ts';
import { type Html, html } from '../shell/http/html.ts';
import { planEndLabel, procedureLabel, procedureStateLabel } from '../shell/text/investor-labels.ts';
import { sinceMark, timeMark } from '../shell/time-mark.ts';
import { departmentName, staffName, type View } from '../shell/view.ts';
import { investorsText } from './investors-text.ts';
import { investorName, procedureLine } from './plans-page.ts';

/** A month is the usual time of a procedure. It is only a proposal. */
const USUAL_TIME = 30 * DAY;

interface Shown {
  readonly investor: Case;
  readonly flash?: Flash | undefined;
}

const form = ({ id, version }: Case, name: string, body: Html): Html =>
  html`<form method="post" action="/investors/${id}/${name}"><input type="hidden"
  name="token" value="${crypto.randomUUID()}"><input type="hidden" name="seen"
  value="${String(version)}">${body}</form>`;

const select = (
  name: string,
  label: string,
  options: readonly (readonly [string, string])[],
  chosen = '',
): Html =>
  html`<label class="field"><span>${label}</span><select name="${name}">${options.map(
    ([value, text]) =>
      html`<option value="${value}"${value === chosen ? html` selected` : ''}>${text}</option>`,
  )}</select></label>`;

const labelled = <K extends string>(
  keys: readonly K[],
  labels: Readonly<Record<K, Bilingual>>,
  { language }: View,
): readonly (readonly [string, string])[] => keys.map((key) => [key, labels[key][language]] as const);

/** Return the departments to choose from, and one that was removed when a procedure still has it. */
const departments = (view: View, held?: string): readonly (readonly [string, string])[] => {
  const ids = [...view.rules.departments.keys()];
  const all = held === undefined || ids.includes(held) ? ids : [held, ...ids];
  return all.map((id) => [id, departmentName(view, id)] as const);
};

const dueField = (at: number, view: View): Html =>
  html`<label class="field"><span>${investorsText[view.language].due}</span><input type="datetime-local" name="dueAt"
  required value="${fieldTime(at, view)}"></label>`;

function addForm(investor: Case, view: View): Html {
  const w = investorsText[view.language];
  return html`<details class="action"><summary>${w.add}</summary>${form(
    investor,
    'procedure',
    html`<div class="pair">${select('kind', w.kind, labelled(procedureKind.options, procedureLabel, view))}
${select('department', w.department, departments(view), investor.department)}
${dueField(view.now + USUAL_TIME, view)}
<label class="field"><span>${w.number}</span><input name="number" maxlength="60" dir="auto"></label></div>
<button type="submit" class="primary">${w.add}</button>`,
  )}</details>`;
}

function procedureForms(investor: Case, plan: FollowUpPlan, one: Procedure, view: View): Html {
  const w = investorsText[view.language];
  const hidden = html`<input type="hidden" name="procedure" value="${one.id}">`;
  const states = labelled(procedureState.options, procedureStateLabel, view);
  const change = form(
    investor,
    'change',
    html`${hidden}<div class="pair">${select('state', w.state, states, one.state)}
${select('department', w.department, departments(view, one.department), one.department)}
${dueField(one.dueAt, view)}</div>
<button type="submit">${w.save}</button>`,
  );
  const meet = form(
    investor,
    'obstacle',
    html`${hidden}${select('kind', w.obstacle, labelled(obstacleKind.options, obstacleLabel, view))}
<button type="submit">${w.meet}</button>`,
  );
  return html`${openObstacles(plan, one.id).map(
    ({ id, kind, since }) => html`<p>${obstacleLabel[kind][view.language]} · ${sinceMark(since, view)}
${form(
  investor,
  'clear',
  html`<input type="hidden" name="obstacle" value="${id}"><button class="quiet"
  type="submit">${w.clear}</button>`,
)}</p>`,
  )}<details class="action"><summary>${w.change}</summary>${change}${meet}</details>`;
}

const count = (label: string, { kept, late }: KeptAndLate, view: View): Html => {
  const w = investorsText[view.language];
  return html`<div><dt>${label}</dt><dd>${w.kept}: ${ltr(String(kept))} · ${w.lateCount}: ${ltr(
    String(late),
  )}</dd></div>`;
};

function summary(investor: Case, plan: FollowUpPlan, view: View): Html {
  const w = investorsText[view.language];
  const { assignee } = investor;
  return html`<section class="card" aria-labelledby="summary"><h2 id="summary">${w.states[plan.state]}</h2>
<dl class="facts"><div><dt>${w.officer}</dt><dd>${
    assignee === undefined ? w.noOfficer : html`<bdi>${staffName(view, assignee)}</bdi>`
  }</dd></div>
${plan.next && html`<div><dt>${w.next}</dt><dd>${timeMark(plan.next.dueAt, view)}</dd></div>`}
${
  plan.ended &&
  html`<div><dt>${timeMark(plan.ended.at, view)}</dt><dd>${planEndLabel[plan.ended.how][view.language]}</dd></div>`
}
${count(w.touches, plan.touches, view)}${count(w.promises, plan.promises, view)}
${
  plan.handOvers.length > 0 &&
  html`<div><dt>${w.handOvers}</dt><dd>${plan.handOvers.map(
    ({ at, from }) =>
      html`<bdi>${from === undefined ? w.noOfficer : staffName(view, from)}</bdi> (${timeMark(at, view)}) `,
  )}</dd></div>`
}</dl></section>`;
}

function contactForm(investor: Case, plan: FollowUpPlan, view: View): Html {
  const w = investorsText[view.language];
  const asks = plan.state === 'closing' || openProcedures(plan).length === 0;
  const choice = (value: string, text: string, isChosen = false): Html =>
    html`<label><input type="radio" name="finished" value="${value}"${
      isChosen ? html` checked` : ''
    }> ${text}</label> `;
  return html`<section class="card" aria-labelledby="contact"><h2 id="contact">${w.contact}</h2>
<p class="faint">${w.contactHint}</p><div class="filters">${form(
    investor,
    'contact',
    html`${
      asks &&
      html`<fieldset><legend>${w.asked}</legend>${choice('', w.notAsked, true)}${choice('yes', w.yes)}${choice(
        'no',
        w.no,
      )}</fieldset>`
    }<button type="submit" class="primary">${w.record}</button>`,
  )}${
    can(view, 'calls-out.plan') && form(investor, 'call', html`<button type="submit">${w.call}</button>`)
  }</div></section>`;
}

function handOverForm(investor: Case, view: View): Html {
  const w = investorsText[view.language];
  const colleagues = [...view.rules.staff.values()]
    .filter(({ user }) => user !== investor.assignee)
    .map(({ user, name }) => [user, name[view.language]] as const);
  return html`<section class="card"><details class="action"><summary>${w.handOver}</summary>${form(
    investor,
    'hand-over',
    html`<label class="field"><span>${w.to}</span><input name="to" required maxlength="128" dir="auto" list="colleagues"
  autocomplete="off"></label><datalist id="colleagues">${colleagues.map(
    ([user, name]) => html`<option value="${user}">${name}</option>`,
  )}</datalist><label class="field"><span>${w.words}</span><textarea name="words" rows="4"
  required maxlength="2000" dir="auto"></textarea></label><button type="submit">${w.handOver}</button>`,
  )}</details><details class="action"><summary>${w.end}</summary>${form(
    investor,
    'end',
    html`<button type="submit" class="danger">${w.end}</button>`,
  )}</details></section>`;
}

function ended(plan: FollowUpPlan, view: View): Html {
  const w = investorsText[view.language];
  const past = plan.procedures.filter((one) => !isOpenProcedure(one));
  if (past.length === 0) return html``;
  return html`<h3>${w.ended}</h3><ul class="procedures">${past.map(
    ({ kind, department, state, endedAt }) =>
      html`<li>${procedureLabel[kind][view.language]} · <bdi>${departmentName(
        view,
        department,
      )}</bdi> · ${procedureStateLabel[state][view.language]}${
        endedAt !== undefined && html` · ${timeMark(endedAt, view)}`
      }</li>`,
  )}</ul>`;
}

function running(investor: Case, plan: FollowUpPlan, view: View): Html {
  const w = investorsText[view.language];
  const open = openProcedures(plan);
  const mayWork = can(view, 'cases.work') && isRunning(plan);
  return html`<section class="card" aria-labelledby="procedures"><h2 id="procedures">${w.procedures}</h2>
${open.length === 0 && html`<p class="faint">${plan.state === 'closing' ? w.closing : w.noProcedures}</p>`}
<ul class="procedures">${open.map(
    (
      one,
    ) => html`<li>${procedureLine(plan, one, view)}${one.number !== undefined && html` · ${foreignLine(one.number)}`}
${mayWork && procedureForms(investor, plan, one, view)}</li>`,
  )}</ul>${mayWork && addForm(investor, view)}${ended(plan, view)}</section>
${mayWork && contactForm(investor, plan, view)}${mayWork && handOverForm(investor, view)}`;
}

function startForm(investor: Case, view: View): Html {
  const w = investorsText[view.language];
  if (!can(view, 'cases.work') || !isActive(investor.status)) return html``;
  if (investor.segment !== 'investor') return html`<p class="notice">${w.notInvestor}</p>`;
  return html`<p class="faint">${w.startHint}</p>${form(
    investor,
    'start',
    html`<button type="submit" class="primary">${investor.plan ? w.again : w.start}</button>`,
  )}`;
}

/** Return the plan of one investor with its forms. */
export function planPage(view: View, { investor, flash }: Shown): Html {
  const w = investorsText[view.language];
  const { id, plan } = investor;
  const name = investorName(investor, view);
  const body = html`<p><a href="/investors">${w.back}</a> · <a href="/cases/${id}">${w.caseLink} ${ltr(id)}</a></p>
<h1>${foreignLine(name)}</h1>
${flashNotice(flash)}
${plan && summary(investor, plan, view)}
${!isRunning(plan) && startForm(investor, view)}
${plan && running(investor, plan, view)}`;
  return consolePage(view, { title: `${w.title}: ${name}`, here: 'investors', body });
}
