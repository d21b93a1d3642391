import { worksCases } from '#shared/domain/staff/choose-assignee.ts';
import type { Absence, StaffMember } from '#shared/domain/staff/staff-member.ts';
import { consolePage } from '../shell/console-page.ts';
import { type Flash, flashNotice } from '../shell/flash.ts';
import { fieldTime } from '../shell/form-fields.ts';
import { type Html, html } from '../shell/http/html.ts';
import { timeMark } from '../shell/time-mark.ts';
import { staffName, type View } from '../shell/view.ts';
import { absenceText } from './absence-text.ts';

const nameOf = (user: string, view: View): string => staffName(view, user);

function absenceState(absence: Absence | undefined, view: View): Html {
  const w = absenceText[view.language];
  if (!absence) return html`<span class="status status-open">${w.present}</span>`;
  const { from, until, begun, handOverTo } = absence;
  return html`<span
  class="status status-pending-beneficiary">${begun ? w.absent : w.planned}</span> <small>${timeMark(from, view)}${
    until !== undefined && html` – ${timeMark(until, view)}`
  }${handOverTo !== undefined && html` · ${w.handOverTo} <bdi>${nameOf(handOverTo, view)}</bdi>`}</small>`;
}

/** The name of the hidden field with the version of a member of staff that the page shows. */
export const seenField = (user: string): string => `seen:${user}`;

const shown = ({ id, version }: StaffMember): Html =>
  html`<input type="hidden" name="${seenField(id)}" value="${version}">`;

const hidden = (member: StaffMember): Html =>
  html`<input type="hidden" name="token" value="${crypto.randomUUID()}"><input type="hidden" name="user"
  value="${member.id}">${shown(member)}`;

/** The fields of a rejected form, so that they are shown again. */
export type TypedAbsence = Readonly<Record<string, unknown>>;

function planForm(members: readonly StaffMember[], view: View, typed: TypedAbsence = {}): Html {
  const w = absenceText[view.language];
  const { agent, rules, now } = view;
  const others = [...rules.staff.values()].filter(worksCases).map(({ user }) => user);
  const given = (name: string, first: string) => String(typed[name] ?? first);
  const choice = (user: string, chosen: string) =>
    html`<option value="${user}"${user === chosen ? html` selected` : ''}>${nameOf(user, view)}</option>`;
  const [only, ...more] = members;
  const who =
    only && more.length === 0
      ? hidden(only)
      : html`<input type="hidden" name="token" value="${crypto.randomUUID()}">${members.map(shown)}<label
  class="field"><span>${w.who}</span><select name="user">${members.map(({ id }) =>
    choice(id, given('user', agent.user)),
  )}</select></label>`;
  return html`<form method="post" action="/absence/plan">${who}<div class="pair">
<label class="field"><span>${w.from}</span><input type="datetime-local" name="from" required
  value="${given('from', fieldTime(now, view))}"></label>
<label class="field"><span>${w.until}</span><small>${w.untilHint}</small><input type="datetime-local"
  name="until" value="${given('until', '')}"></label>
<label class="field"><span>${w.handOverTo}</span><select name="handOverTo">
<option value="">${w.queue}</option>${others.map((user) => choice(user, given('handOverTo', '')))}</select></label>
</div><button type="submit" class="primary">${w.plan}</button></form>`;
}

/** Return the page of absences, with a form: agents enter their own, supervisors those of any colleague. */
export function absencePage(
  view: View,
  members: readonly StaffMember[],
  { flash, typed }: { readonly flash?: Flash | undefined; readonly typed?: TypedAbsence | undefined } = {},
): Html {
  const w = absenceText[view.language];
  return consolePage(view, {
    title: w.title,
    body: html`<div class="head"><h1>${w.title}</h1></div>
${flashNotice(flash)}
<p class="faint">${w.hint}</p>
<section class="card">${planForm(members, view, typed)}</section>
<section class="card" aria-labelledby="staff-title"><h2 id="staff-title">${w.colleagues}</h2>
<ul class="others">${members.map(
      (member) =>
        html`<li><span><bdi>${nameOf(member.id, view)}</bdi> ${absenceState(member.absence, view)}</span>${
          member.absence &&
          html`<div class="small">
<form method="post" action="/absence/back">${hidden(member)}<button class="quiet"
  type="submit">${w.back}</button></form></div>`
        }</li>`,
    )}</ul></section>`,
  });
}
