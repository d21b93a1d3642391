import type { Absence, StaffMember } from '#shared/domain/staff/staff-member.ts';
import { formatInstant } from '#shared/domain/text/format-instant.ts';
import { consolePage } from '../shell/console-page.ts';
import { type Flash, flashNotice } from '../shell/flash.ts';
import { fieldTime } from '../shell/form-fields.ts';
import { type Html, html } from '../shell/http/html.ts';
import type { View } from '../shell/view.ts';
import { absenceText } from './absence-text.ts';

const nameOf = (user: string, { rules, language }: View): string =>
  rules.staff.get(user)?.name[language] ?? user;

function absenceState(absence: Absence | undefined, view: View): Html {
  const w = absenceText[view.language];
  if (!absence) return html`<span class="status status-open">${w.present}</span>`;
  const { from, until, begun, handOverTo } = absence;
  return html`<span
  class="status status-pending-beneficiary">${begun ? w.absent : w.planned}</span> <small>${formatInstant(
    from,
    view.language,
  )}${
    until !== undefined && html` – ${formatInstant(until, view.language)}`
  }${handOverTo !== undefined && html` · ${w.handOverTo} <bdi>${nameOf(handOverTo, view)}</bdi>`}</small>`;
}

const hidden = (user: string): Html =>
  html`<input type="hidden" name="token" value="${crypto.randomUUID()}"><input type="hidden" name="user"
  value="${user}">`;

function planForm(users: readonly string[], view: View): Html {
  const w = absenceText[view.language];
  const { agent, rules, now } = view;
  const others = [...rules.staff.keys()];
  const who =
    users.length === 1
      ? hidden(users[0] ?? agent.user)
      : html`<input type="hidden" name="token" value="${crypto.randomUUID()}"><label
  class="field"><span>${w.who}</span><select name="user">${users.map(
    (user) =>
      html`<option value="${user}"${user === agent.user ? html` selected` : ''}>${nameOf(user, view)}</option>`,
  )}</select></label>`;
  return html`<form method="post" action="/absence/plan">${who}<div class="pair">
<label class="field"><span>${w.from}</span><input type="datetime-local" name="from" required
  value="${fieldTime(now, view)}"></label>
<label class="field"><span>${w.until}</span><small>${w.untilHint}</small><input type="datetime-local"
  name="until"></label>
<label class="field"><span>${w.handOverTo}</span><select name="handOverTo">
<option value="">${w.queue}</option>${others.map(
    (user) => html`<option value="${user}">${nameOf(user, view)}</option>`,
  )}</select></label>
</div><button type="submit" class="primary">${w.plan}</button></form>`;
}

/** Return the page of absences, with a form: agents enter their own, supervisors those of any colleague. */
export function absencePage(view: View, members: readonly StaffMember[], flash?: Flash): Html {
  const w = absenceText[view.language];
  const users = members.map(({ id }) => id);
  return consolePage(view, {
    title: w.title,
    body: html`<div class="head"><h1>${w.title}</h1></div>
${flashNotice(flash)}
<p class="faint">${w.hint}</p>
<section class="card">${planForm(users, view)}</section>
<section class="card" aria-labelledby="staff-title"><h2 id="staff-title">${w.colleagues}</h2>
<ul class="others">${members.map(
      ({ id, absence }) =>
        html`<li><span><bdi>${nameOf(id, view)}</bdi> ${absenceState(absence, view)}</span>${
          absence &&
          html`<div class="small">
<form method="post" action="/absence/back">${hidden(id)}<button class="quiet"
  type="submit">${w.back}</button></form></div>`
        }</li>`,
    )}</ul></section>`,
  });
}
