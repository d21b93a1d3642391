import type { Case } from '#shared/domain/cases/case.ts';
import { obstacleLabel } from '#shared/domain/investors/obstacle-label.ts';
import {
  type FollowUpPlan,
  holderOf,
  openObstacles,
  openProcedures,
  type Procedure,
} from '#shared/domain/investors/plan.ts';
import { localDay } from '#shared/domain/reports/local-day.ts';
import { can } from '../shell/access.ts';
import { ltr } from '../shell/badges.ts';
import { consolePage } from '../shell/console-page.ts';
import { type Flash, flashNotice } from '../shell/flash.ts';
import { foreignLine } from '../shell/foreign-text.ts';
import { type Html, html } from '../shell/http/html.ts';
import { icon } from '../shell/icons.ts';
import { holderLabel, procedureLabel } from '../shell/text/investor-labels.ts';
import { sinceMark, timeMark } from '../shell/time-mark.ts';
import { departmentName, staffName, type View } from '../shell/view.ts';
import { investorsText } from './investors-text.ts';
import { PLANS_OF_PAGE, type PlanFilter, type PlanList } from './list-plans.ts';

export interface PlansShown {
  readonly filter: PlanFilter;
  readonly list: PlanList;
  readonly flash?: Flash | undefined;
}

/** Return the party that holds a procedure, and since when. */
function holder(plan: FollowUpPlan, procedure: Procedure, view: View): Html {
  const w = investorsText[view.language];
  const { holder: by, since } = holderOf(plan, procedure);
  const name =
    by === 'department' ? departmentName(view, procedure.department) : holderLabel[by][view.language];
  return html`${w.heldBy} <bdi>${name}</bdi> ${sinceMark(since, view)}`;
}

const lateMark = (dueAt: number, view: View): Html =>
  dueAt < view.now
    ? html` <span class="badge badge-warn">${icon('alarm')}${investorsText[view.language].late}</span>`
    : html``;

/** Return a procedure in a line: its kind, its holder since when, its due time and its obstacles. */
export function procedureLine(plan: FollowUpPlan, procedure: Procedure, view: View): Html {
  const { language } = view;
  const held = openObstacles(plan, procedure.id).map(({ kind }) => obstacleLabel[kind][language]);
  return html`<strong>${procedureLabel[procedure.kind][language]}</strong> · ${holder(plan, procedure, view)}
· ${investorsText[language].due}: ${timeMark(procedure.dueAt, view)}${lateMark(procedure.dueAt, view)}${
    held.length > 0 &&
    html` <span class="badge badge-warn">${held.join(language === 'ar' ? '، ' : ', ')}</span>`
  }`;
}

function procedures(plan: FollowUpPlan, view: View): Html {
  const w = investorsText[view.language];
  const open = openProcedures(plan);
  if (plan.state === 'closing') return html`<span class="faint">${w.closing}</span>`;
  if (open.length === 0) return html`<span class="faint">${w.noProcedures}</span>`;
  return html`<ul class="procedures">${open.map((one) => html`<li>${procedureLine(plan, one, view)}</li>`)}</ul>`;
}

/** Return the name of an investor. A caller who gave none is shown by the number or address. */
export const investorName = ({ beneficiary: { name, phone, email } }: Case, { language }: View): string =>
  name ?? phone ?? email ?? investorsText[language].unnamed;

function row(investor: Case, view: View): Html {
  const { id, plan, assignee } = investor;
  const w = investorsText[view.language];
  if (!plan) return html``;
  const { next } = plan;
  return html`<tr><td data-label="${w.investor}"><a href="/investors/${id}">${foreignLine(
    investorName(investor, view),
  )}</a><br><small>${ltr(id)}</small></td>
<td data-label="${w.next}">${next && html`${timeMark(next.dueAt, view)}${lateMark(next.dueAt, view)}`}</td>
<td data-label="${w.officer}">${
    assignee === undefined ? w.noOfficer : html`<bdi>${staffName(view, assignee)}</bdi>`
  }</td>
<td data-label="${w.procedures}">${procedures(plan, view)}</td></tr>`;
}

const address = ({ officer, owing, from }: PlanFilter): string => {
  const pairs = Object.entries({ officer: officer ?? '-', owing, from: from > 0 ? String(from) : undefined });
  const given = pairs.flatMap(([name, value]) => (value ? [[name, value] as [string, string]] : []));
  return `/investors?${new URLSearchParams(given)}`;
};

function filters({ officer, owing }: PlanFilter, view: View): Html {
  const w = investorsText[view.language];
  const { rules, agent, language } = view;
  const option = (value: string, name: string, isChosen: boolean): Html =>
    html`<option value="${value}"${isChosen ? html` selected` : ''}>${name}</option>`;
  const others = [...rules.staff.values()].filter(({ user }) => user !== agent.user);
  return html`<form method="get" action="/investors" class="filters">
<label><span>${w.officer}</span><select name="officer">
${option('-', w.all, officer === undefined)}${option(agent.user, w.mine, officer === agent.user)}${others.map(
  ({ user, name }) => option(user, name[language], officer === user),
)}</select></label>
<label><span>${w.department}</span><select name="owing">
${option('', w.allDepartments, owing === undefined)}${[...rules.departments.values()].map(({ id, name }) =>
  option(id, name[language], owing === id),
)}</select></label>
<button type="submit">${w.show}</button></form>`;
}

function callsForm({ officer, owing }: PlanFilter, view: View): Html {
  const w = investorsText[view.language];
  if (!can(view, 'calls-out.plan')) return html``;
  return html`<section class="card" aria-labelledby="plan-calls"><h2 id="plan-calls">${w.planCalls}</h2>
<p class="faint">${w.planCallsHint}</p>
<form method="post" action="/investors/calls" class="filters"><input type="hidden" name="token"
  value="${crypto.randomUUID()}"><input type="hidden" name="officer" value="${officer ?? '-'}"><input type="hidden"
  name="owing" value="${owing ?? ''}"><label><span>${w.until}</span><input type="date" name="until"
  required value="${localDay(view.now)}"></label>
<button type="submit" class="primary">${w.plan}</button></form></section>`;
}

/** Return the page of an officer: every plan, with each open procedure, its holder and since when. */
export function plansPage(view: View, { filter, list, flash }: PlansShown): Html {
  const w = investorsText[view.language];
  const { cases, count } = list;
  const { from } = filter;
  const before = Math.max(0, from - PLANS_OF_PAGE);
  const body = html`<h1>${w.title}</h1><p class="faint">${w.lead}</p>
${flashNotice(flash)}
${filters(filter, view)}
<section class="card" aria-labelledby="plans"><h2 id="plans">${w.counted(String(count))}</h2>
${
  cases.length === 0
    ? html`<p class="faint">${w.none}</p>`
    : html`<div class="scroll" tabindex="0"><table class="numbers listed"><thead><tr>
<th scope="col">${w.investor}</th><th scope="col">${w.next}</th><th scope="col">${w.officer}</th>
<th scope="col">${w.procedures}</th></tr></thead><tbody>${cases.map((one) => row(one, view))}</tbody></table></div>`
}
<p class="paging">${
    from > 0 &&
    html`<a class="button quiet" rel="prev" href="${address({ ...filter, from: before })}">${w.previous}</a> `
  }${
    from + PLANS_OF_PAGE < count &&
    html`<a class="button" rel="next" href="${address({ ...filter, from: from + PLANS_OF_PAGE })}">${w.more}</a>`
  }</p></section>
${callsForm(filter, view)}`;
  return consolePage(view, { title: w.title, here: 'investors', body });
}
