import type { Case } from '#shared/domain/cases/case.ts';
import type { Call } from '#shared/domain/telephone/call.ts';
import { callSummary, recordingsOf } from '#shared/domain/telephone/call-summary.ts';
import type { Recording } from '#shared/domain/telephone/leg-facts.ts';
import { formatInstant } from '#shared/domain/text/format-instant.ts';
import { can } from '../shell/access.ts';
import { ltr, statusBadge } from '../shell/badges.ts';
import { clockText } from '../shell/clock-text.ts';
import { consolePage } from '../shell/console-page.ts';
import { foreignLine } from '../shell/foreign-text.ts';
import { type Html, html } from '../shell/http/html.ts';
import { icon } from '../shell/icons.ts';
import { shownSubject } from '../shell/shown-subject.ts';
import { timeMark } from '../shell/time-mark.ts';
import type { View } from '../shell/view.ts';
import { callTimeline } from './call-timeline.ts';
import { callOutcomeText } from './calls-page.ts';
import { callsText } from './calls-text.ts';

/** Everything that the page of a call shows. */
export interface CallFile {
  readonly call: Call;
  readonly cases: readonly Case[];
}

const fact = (label: string, value: Html | string | number | undefined | false): Html =>
  value === undefined || value === false ? html`` : html`<div><dt>${label}</dt><dd>${value}</dd></div>`;

function factsCard(call: Call, { language }: View): Html {
  const w = callsText[language];
  const view = callSummary(call);
  const { line, recording, waitMs, answeredAt, talkMs, holds, holdMs, afterWorkMs, transfers, callback } =
    view;
  const spoke = answeredAt !== undefined;
  return html`<section class="card" aria-labelledby="facts-title"><h2 id="facts-title">${w.facts}</h2><dl class="facts">
${fact(w.lineLabel, w.line[line])}
${fact(w.languageLabel, view.language && w.language[view.language])}
${fact(w.consent, recording && w.consents[recording])}
${fact(w.wait, waitMs === undefined ? undefined : clockText(waitMs))}
${fact(w.talk, spoke && clockText(talkMs))}
${fact(w.hold, holds > 0 && html`${w.held(holds)} · ${clockText(holdMs)}`)}
${fact(w.afterWork, spoke && afterWorkMs > 0 && clockText(afterWorkMs))}
${fact(w.transfers, transfers > 0 && transfers)}
${fact(w.callback, callback && w.callbacks[callback])}
</dl></section>`;
}

function casesCard(cases: readonly Case[], { language }: View): Html {
  const w = callsText[language];
  const item = (one: Case): Html =>
    html`<li><a href="/cases/${one.id}">${foreignLine(
      shownSubject(one, language),
    )}</a> ${ltr(one.id)} ${statusBadge(one.status, language)}</li>`;
  return html`<section class="card" aria-labelledby="cases-title"><h2 id="cases-title">${w.cases}</h2>${
    cases.length === 0
      ? html`<p class="faint">${w.noCases}</p>`
      : html`<ul class="others">${cases.map(item)}</ul>`
  }</section>`;
}

function recordingsCard(call: Call, view: View): Html {
  const { language } = view;
  const plays = can(view, 'recordings.play');
  const w = callsText[language];
  const all = recordingsOf(call);
  const item = ({ kind, startedAt, endedAt }: Recording, at: number): Html => {
    const length =
      startedAt !== undefined &&
      endedAt !== undefined &&
      endedAt > startedAt &&
      clockText(endedAt - startedAt);
    return html`<li><span>${w.kinds[kind]} ${length}${
      startedAt !== undefined && html` <small class="faint">${timeMark(startedAt, view)}</small>`
    }</span>${
      plays &&
      html`<a href="/calls/${encodeURIComponent(call.id)}/recordings/${at + 1}" class="listen" target="_blank"
  rel="noopener">${icon('phone')} ${w.listen}</a>`
    }</li>`;
  };
  return html`<section class="card" id="recordings" aria-labelledby="recordings-title">
<h2 id="recordings-title">${w.recordings}</h2>${
    all.length === 0
      ? html`<p class="faint">${w.noRecordings}</p>`
      : html`<ul class="others">${all.map(item)}</ul>`
  }${all.length > 0 && !plays && html`<p class="faint">${w.forAgents}</p>`}</section>`;
}

/** Return the page of a call: outcome, timeline, cases and recordings. */
export function callPage(view: View, { call, cases }: CallFile): Html {
  const { language } = view;
  const w = callsText[language];
  return consolePage(view, {
    title: w.one,
    here: 'calls',
    body: html`<div class="case-head"><p class="faint"><a href="/calls">${w.title}</a></p>
<h1>${callOutcomeText(call, view)}</h1>
<p class="faint">${formatInstant(call.startedAt, language)}</p></div>
<div class="columns"><div class="main-column"><section class="card" aria-labelledby="happened-title">
<h2 id="happened-title">${w.happened}</h2>${callTimeline(call, view)}</section></div>
<aside class="side-column">${factsCard(call, view)}${casesCard(cases, view)}${recordingsCard(call, view)}</aside>
</div>`,
  });
}

/** Return the page for a recording that is missing from the store. */
export function recordingGonePage(view: View, call: Call): Html {
  const w = callsText[view.language];
  return consolePage(view, {
    title: w.goneTitle,
    here: 'calls',
    body: html`<div class="card plain"><h1>${w.goneTitle}</h1><p>${w.goneText}</p>
<p><a class="button" href="/calls/${encodeURIComponent(call.id)}">${w.one}</a></p></div>`,
  });
}
