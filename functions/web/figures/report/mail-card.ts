import { type AskedReport, type ReportReader, reportReaders } from '#shared/domain/reports/asked-report.ts';
import { formatInstant } from '#shared/domain/text/format-instant.ts';
import { can } from '../../shell/access.ts';
import { type Html, html } from '../../shell/http/html.ts';
import { staffName, type View } from '../../shell/view.ts';
import type { PeriodFigures } from '../read-figures.ts';
import { mailText } from './mail-text.ts';

/** A report that somebody mailed, and the addresses that it did not reach. */
export interface ShownAsked extends AskedReport {
  readonly failed: readonly string[];
}

/** The state of the form that mails the report, and the reports that were mailed before. */
export interface MailState {
  readonly asked: readonly ShownAsked[];
  readonly typed?: readonly string[];
}

/** Mailed reports that are shown. */
const MOST_SHOWN = 10;

function reader({ email, user }: ReportReader, isChosen: boolean, view: View): Html {
  return html`<label class="check"><input type="checkbox" name="recipient"
  value="${email}"${isChosen && html` checked`}>
<span>${user !== undefined && html`<bdi>${staffName(view, user)}</bdi> `}<bdi dir="ltr">${email}</bdi></span></label>`;
}

function line({ from, to, recipients, by, at, sentAt, failed }: ShownAsked, view: View): Html {
  const w = mailText[view.language];
  return html`<tr><th scope="row"><bdi dir="ltr">${from === to ? from : `${from} – ${to}`}</bdi></th>
<td data-label="${w.recipients}">${recipients.map((one) => html`<bdi dir="ltr">${one}</bdi> `)}</td>
<td data-label="${w.by}"><bdi>${staffName(view, by)}</bdi><br>
<small class="faint">${formatInstant(at, view.language)}</small></td>
<td data-label="${w.state}">${sentAt === undefined ? w.waits : w.sent}${
    failed.length > 0 &&
    html`<br><small class="wrong-field">${w.failed} ${failed.map(
      (one) => html`<bdi dir="ltr">${one}</bdi> `,
    )}</small>`
  }</td></tr>`;
}

/** Return the form that mails the report of the period, with the reports that were mailed before. It is not printed. */
export function mailCard(
  { period, comparison }: PeriodFigures,
  { asked, typed = [] }: MailState,
  view: View,
): Html {
  const w = mailText[view.language];
  const shown = [...asked].reverse().slice(0, MOST_SHOWN);
  return html`${
    can(view, 'figures.note') &&
    html`<section class="card on-screen" id="mail"><h2>${w.title}</h2>
<form method="post" action="/figures/report/mail"><input type="hidden" name="from" value="${period.from}"><input
  type="hidden" name="to" value="${period.to}"><input type="hidden" name="compare" value="${comparison}"><input
  type="hidden" name="token" value="${crypto.randomUUID()}">
<fieldset class="readers"><legend>${w.recipients}</legend>${reportReaders(view.rules).map((one) =>
      reader(one, typed.includes(one.email), view),
    )}</fieldset>
<p class="faint"><small>${w.hint}</small></p><button type="submit" class="primary">${w.send}</button></form></section>`
  }${
    shown.length > 0 &&
    html`<section class="card on-screen"><h2>${w.before}</h2><div class="scroll" tabindex="0">
<table class="listed"><thead><tr>
<th scope="col">${w.period}</th><th scope="col">${w.recipients}</th><th scope="col">${w.by}</th>
<th scope="col">${w.state}</th></tr></thead><tbody>${shown.map((one) =>
      line(one, view),
    )}</tbody></table></div></section>`
  }`;
}
