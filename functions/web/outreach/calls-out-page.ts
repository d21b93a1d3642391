import type { CallPurpose } from '#events/vocabulary.ts';
import { everyOf } from '#shared/domain/every-of.ts';
import type { CallOut } from '#shared/domain/outreach/call-out.ts';
import { maskPhone } from '#shared/domain/people/mask.ts';
import { hiddenFrom } from '#shared/domain/staff/permissions.ts';
import { plainDay } from '#shared/domain/text/format-instant.ts';
import type { CallOutListing } from '#shared/ports/store.ts';
import { can } from '../shell/access.ts';
import { ltr } from '../shell/badges.ts';
import { consolePage } from '../shell/console-page.ts';
import { type Flash, flashNotice } from '../shell/flash.ts';
import { foreignLine } from '../shell/foreign-text.ts';
import { type Html, html } from '../shell/http/html.ts';
import { timeMark } from '../shell/time-mark.ts';
import { usedServiceName, type View } from '../shell/view.ts';
import type { Distribution } from './answer-distributions.ts';
import { callBackForm, type ListOutcome, listForm, type TypedCallBack } from './forms.ts';
import { outreachText } from './outreach-text.ts';

export interface CallsShown {
  readonly purpose: CallPurpose;
  readonly listing: CallOutListing;
  readonly calls: readonly CallOut[];
  readonly cursor?: string | undefined;
  readonly answers: readonly Distribution[];
  /** The case of a call back. */
  readonly caseRef?: string | undefined;
  /** The fields of a call back that was refused. */
  readonly typed?: TypedCallBack;
  readonly flash?: Flash | undefined;
  /** The outcome of a list of which not every line was planned. */
  readonly list?: ListOutcome;
}

const PURPOSES = everyOf<CallPurpose>()(['evaluation', 'investor', 'follow-up']);

/** The last digits identify a number to an agent and do not disclose it. */
const shownNumber = ({ phone }: CallOut, view: View): Html =>
  phone === undefined
    ? html`${outreachText[view.language].erasedNumber}`
    : ltr(hiddenFrom(view.agent.roles).has('phone') ? maskPhone(phone) : `…${phone.slice(-4)}`);

function aboutOf({ service, caseRef }: CallOut, view: View): Html {
  if (service) {
    const day = html`<span class="whole">${plainDay(service.on, view.language)}</span>`;
    return html`${foreignLine(usedServiceName(view, service))} · ${day}`;
  }
  return caseRef === undefined ? html`–` : html`<a href="/cases/${caseRef}">${ltr(caseRef)}</a>`;
}

function row(callOut: CallOut, view: View): Html {
  const w = outreachText[view.language];
  const { id, state, attempts, purpose } = callOut;
  const finished = state.is === 'finished';
  const at = state.is === 'planned' || finished ? state.at : undefined;
  return html`<tr><td data-label="${w.who}">${shownNumber(callOut, view)}</td>
<td data-label="${w.about}">${aboutOf(callOut, view)}</td>
<td data-label="${w.state}">${finished ? w.dispositions[state.disposition] : w.states[state.is]}</td>
<td data-label="${w.attempts}">${ltr(String(attempts.length))}</td>
<td data-label="${w.when}">${at !== undefined && timeMark(at, view)}</td>
<td>${
    !finished &&
    can(view, 'calls-out.plan') &&
    html`<form method="post" action="/calls-out/stop"><input type="hidden" name="id" value="${id}"><input
  type="hidden" name="purpose" value="${purpose}"><button class="quiet" type="submit">${w.stop}</button></form>`
  }</td></tr>`;
}

function table({ calls, purpose, listing, cursor }: CallsShown, view: View): Html {
  const w = outreachText[view.language];
  if (calls.length === 0) return html`<p class="faint">${w.nobody}</p>`;
  const more = `/calls-out?purpose=${purpose}&listing=${listing}&after=${cursor}`;
  return html`<div class="scroll" tabindex="0"><table class="numbers listed"><thead>
<tr>${[w.who, w.about, w.state, w.attempts, w.when].map((name) => html`<th scope="col">${name}</th>`)}<td></td></tr>
</thead><tbody>${calls.map((one) => row(one, view))}</tbody></table></div>
${cursor !== undefined && html`<p><a href="${more}">${w.more}</a></p>`}`;
}

function distribution({ question, counts, n }: Distribution, view: View): Html {
  const w = outreachText[view.language];
  const names = question.keys === '1-5' ? ['1', '2', '3', '4', '5'] : [w.yes, w.no];
  return html`<table
  class="numbers answers"><caption>${question.label[view.language]} · ${w.n}: ${ltr(String(n))}</caption>
<thead><tr>${names.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody><tr>${counts.map((count) => html`<td>${ltr(String(count))}</td>`)}</tr></tbody></table>`;
}

function answersCard(answers: readonly Distribution[], view: View): Html {
  const w = outreachText[view.language];
  const any = answers.some(({ n }) => n > 0);
  return html`<section class="card" aria-labelledby="answers-title"><h2 id="answers-title">${w.results} · ${w.days}</h2>
<p class="faint">${w.resultsHint}</p>${
    any ? answers.map((one) => distribution(one, view)) : html`<p class="faint">${w.noAnswers}</p>`
  }</section>`;
}

/** Return the outgoing calls of a purpose, their outcomes, and the forms that plan more. */
export function callsOutPage(view: View, shown: CallsShown): Html {
  const w = outreachText[view.language];
  const { purpose, listing, answers, flash } = shown;
  const link = (to: CallPurpose, of: CallOutListing, label: string) =>
    html`<a href="/calls-out?purpose=${to}&listing=${of}"${
      to === purpose && of === listing ? html` aria-current="page"` : ''
    }>${label}</a>`;
  return consolePage(view, {
    title: w.title,
    here: 'calls-out',
    body: html`<div class="head"><h1>${w.title}</h1><a class="button" href="/calls-out/week">${w.programme}</a></div>
${flashNotice(flash)}
<nav class="tabs" aria-label="${w.purpose}">${PURPOSES.map((one) => link(one, listing, w.purposes[one]))}</nav>
<section class="card" aria-labelledby="calls-title"><h2 id="calls-title">${w.purposes[purpose]}</h2>
<nav class="tabs" aria-label="${w.state}">${link(purpose, 'live', w.live)}${link(purpose, 'finished', w.finished)}</nav>
${table(shown, view)}</section>
${can(view, 'calls-out.plan-list') && listForm(view, shown.list)}
${can(view, 'calls-out.plan') && callBackForm(view, { reference: shown.caseRef ?? '', ...shown.typed })}
${answersCard(answers, view)}`,
  });
}
