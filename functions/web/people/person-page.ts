import { type Preference, preference, verificationMeans } from '#events/vocabulary.ts';
import { addressKey } from '#shared/domain/mail/address-key.ts';
import { hiddenFrom } from '#shared/domain/staff/permissions.ts';
import { can } from '../shell/access.ts';
import { addressLine } from '../shell/badges.ts';
import { caseTable } from '../shell/cases-table.ts';
import { consolePage } from '../shell/console-page.ts';
import { type Flash, flashNotice } from '../shell/flash.ts';
import { foreignLine } from '../shell/foreign-text.ts';
import { type Html, html } from '../shell/http/html.ts';
import { icon } from '../shell/icons.ts';
import { failingLabel } from '../shell/text/labels.ts';
import { timeMark } from '../shell/time-mark.ts';
import type { View } from '../shell/view.ts';
import type { PersonFile } from './load-person.ts';
import { peopleText } from './people-text.ts';

/** A form that was sent and rejected, with the texts and choices in it. */
export interface TypedForm {
  readonly action: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Return whether a person was erased and has no new case. */
const isGone = ({ person, cases }: PersonFile): boolean =>
  person.erasedAt !== undefined && cases.every(({ erased }) => erased !== undefined);

const form = (file: PersonFile, action: string, fields: Html, send: string, quiet = false): Html =>
  html`<form method="post" action="/people/${file.person.id}/${action}">
<input type="hidden" name="token" value="${crypto.randomUUID()}">
<input type="hidden" name="seen" value="${file.person.version}">
${fields}
<button type="submit"${quiet ? html` class="quiet"` : ''}>${send}</button>
</form>`;

function contacts(file: PersonFile, view: View): Html {
  const w = peopleText[view.language];
  const { person } = file;
  const acts = can(view, 'cases.work') && !isGone(file);
  const rows = file.contacts.map(
    ({ kind, value, beneficiaryId }) =>
      html`<li><span>${icon(kind === 'email' ? 'mail' : 'phone')} ${addressLine(value)}</span>${
        person.failing?.includes(addressKey(value)) &&
        html` <span class="badge badge-warn">${failingLabel[view.language]}</span>`
      }${
        acts &&
        person.joined.includes(beneficiaryId) &&
        html`<div class="small">${form(
          file,
          'part',
          html`<input type="hidden" name="other" value="${beneficiaryId}">`,
          w.part,
          true,
        )}</div>`
      }</li>`,
  );
  return html`<section class="card" aria-labelledby="contacts-title"><h2 id="contacts-title">${w.contacts}</h2>
${hiddenFrom(view.agent.roles).size > 0 && html`<p class="faint">${w.masked}</p>`}
${rows.length === 0 ? html`<p class="faint">${w.noContacts}</p>` : html`<ul class="others">${rows}</ul>`}
${
  person.verified &&
  html`<p class="badge badge-good">${icon('shield')}${w.verifiedBy}: ${
    w.verify[person.verified.means]
  } · ${timeMark(person.verified.at, view)}</p>`
}</section>`;
}

const folded = (title: string, body: Html, isOpen: boolean): Html =>
  html`<details class="action"${isOpen ? html` open` : ''}><summary>${title}</summary>${body}</details>`;

function forms(file: PersonFile, view: View, typed: TypedForm | undefined): Html {
  const { person } = file;
  if (!can(view, 'cases.work') || isGone(file)) return html``;
  const w = peopleText[view.language];
  const given = (action: string) => (typed?.action === action ? typed.fields : undefined);
  const preferred = given('prefer');
  const wants = (one: Preference) => (preferred ? preferred[one] === '1' : person.optOuts.includes(one));
  const prefer = form(
    file,
    'prefer',
    html`<p>${w.prefer.hint}</p>${preference.options.map(
      (one) =>
        html`<label class="check"><input type="checkbox" name="${one}" value="1"${
          wants(one) ? html` checked` : ''
        }><span>${w.preference[one]}</span></label>`,
    )}`,
    w.prefer.send,
  );
  const join = form(
    file,
    'join',
    html`<label class="field"><span>${w.join.contact}</span><small>${w.join.hint}</small><input name="contact"
  dir="ltr" required maxlength="254" value="${String(given('join')?.contact ?? '')}"></label>`,
    w.join.send,
  );
  const verify = form(
    file,
    'verify',
    html`<label class="field"><span>${w.verify.means}</span><select name="means">${verificationMeans.options.map(
      (one) =>
        html`<option value="${one}"${given('verify')?.means === one ? html` selected` : ''}>${w.verify[one]}</option>`,
    )}</select></label>`,
    w.verify.send,
  );
  const erase = form(
    file,
    'erase',
    html`<p class="notice notice-warn">${icon('alarm')}${w.erase.hint}</p><label class="check"><input
  type="checkbox" name="sure" value="1" required><span>${w.erase.sure}</span></label>`,
    w.erase.send,
  );
  return html`<section class="card actions"><h2>${w.prefer.title}</h2>${prefer}</section>
<section class="card actions">${folded(w.join.title, join, given('join') !== undefined)}${folded(
    w.verify.title,
    verify,
    given('verify') !== undefined,
  )}${can(view, 'cases.supervise') && folded(w.erase.title, erase, given('erase') !== undefined)}</section>`;
}

/** Return the page of a beneficiary: contacts, preferences, and the cases of all addresses. */
export function personPage(
  view: View,
  file: PersonFile,
  { flash, typed }: { readonly flash?: Flash | undefined; readonly typed?: TypedForm | undefined } = {},
): Html {
  const w = peopleText[view.language];
  const name = file.name ?? w.unnamed;
  return consolePage(view, {
    title: `${w.title} · ${name}`,
    body: html`<header class="case-head"><p class="meta">${w.title}</p><h1>${foreignLine(name)}</h1></header>
${flashNotice(flash)}
${isGone(file) && html`<p class="notice notice-warn">${icon('shield')}${w.erased}</p>`}
<div class="columns">
<div class="main-column"><section aria-labelledby="cases-title"><h2 id="cases-title">${w.cases}</h2>
<div class="card flush">${caseTable(file.cases, view)}</div></section></div>
<aside class="side-column">${contacts(file, view)}${forms(file, view, typed)}</aside>
</div>`,
  });
}
