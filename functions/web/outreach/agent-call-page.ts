import type { AttemptOutcome } from '#events/vocabulary.ts';
import { outcomeOf } from '#shared/domain/outreach/attempt-outcome.ts';
import type { CallOut } from '#shared/domain/outreach/call-out.ts';
import { type KeyQuestion, questionnaires } from '#shared/domain/outreach/questionnaire.ts';
import { AGENT_RESULTS } from '#shared/domain/outreach/week/agent-call.ts';
import { mayCommand } from '#shared/domain/staff/permissions.ts';
import { plainDay } from '#shared/domain/text/format-instant.ts';
import { ltr } from '../shell/badges.ts';
import { consolePage } from '../shell/console-page.ts';
import { type Flash, flashNotice } from '../shell/flash.ts';
import { foreignLine } from '../shell/foreign-text.ts';
import { type Html, html } from '../shell/http/html.ts';
import { timeMark } from '../shell/time-mark.ts';
import { directionOf, staffName, usedServiceName, type View } from '../shell/view.ts';
import { agentCallText } from './agent-call-text.ts';
import { outreachText } from './outreach-text.ts';

type Typed = Readonly<Record<string, unknown>>;

export interface AgentCallShown {
  readonly callOut: CallOut;
  readonly flash?: Flash | undefined;
  readonly typed?: Typed;
}

const KEYS = { '1-5': [1, 2, 3, 4, 5], 'yes-no': [1, 2] } as const;

/** A question in the language of the person, as the telephone asks it, with a field for each key. */
function question(
  { id, keys, ask, scale }: KeyQuestion,
  spoken: 'ar' | 'en',
  typed: Typed,
  view: View,
): Html {
  const w = agentCallText[view.language];
  const name = `answer.${id}`;
  // The telephone adds which key to press. An agent reads the question.
  const words = ask[spoken].replace(/(?<=[؟?])\s.*$/u, '');
  const label = (key: number): string => (keys === '1-5' ? String(key) : key === 1 ? w.yes : w.no);
  const field = (value: string, text: Html | string): Html =>
    html`<label class="choice"><input type="radio" name="${name}" value="${value}"${
      String(typed[name] ?? '') === value ? html` checked` : ''
    }> <span>${text}</span></label>`;
  return html`<fieldset><legend lang="${spoken}" dir="${directionOf(spoken)}">${words}${
    scale && html` <small>${scale[spoken]}</small>`
  }</legend>
<div class="choices">${KEYS[keys].map((key) => field(String(key), label(key)))}${field(
    '',
    w.unanswered,
  )}</div></fieldset>`;
}

function resultForm({ callOut, typed = {} }: AgentCallShown, view: View): Html {
  const w = agentCallText[view.language];
  const { id, language, service } = callOut;
  const centre = view.rules.centre.name[language];
  const inTheirs = agentCallText[language];
  return html`<section class="card" aria-labelledby="script-title"><h2 id="script-title">${w.script}</h2>
<p lang="${language}" dir="${directionOf(language)}">${inTheirs.greeting(centre, service?.name ?? '')}</p>
<form method="post" action="/calls-out/call/${id}/record"><input type="hidden" name="token"
  value="${crypto.randomUUID()}">
${questionnaires.evaluation.questions.map((one) => question(one, language, typed, view))}
<p lang="${language}" dir="${directionOf(language)}">${inTheirs.closing}</p>
<label class="check"><input type="checkbox" name="remark" value="1"><span>${w.remark}</span></label>
<div class="pair"><label class="field"><span>${w.result}</span><select name="result" required><option
  value=""></option>${AGENT_RESULTS.map(
    (result) =>
      html`<option value="${result}"${typed.result === result ? html` selected` : ''}>${w.results[result]}</option>`,
  )}</select></label>
<label class="field"><span>${w.later}</span><input type="datetime-local" name="later"
  value="${String(typed.later ?? '')}"></label></div>
<button type="submit" class="primary">${w.save}</button></form></section>`;
}

function earlier({ attempts, purpose }: CallOut, view: View): Html {
  const w = agentCallText[view.language];
  const { dispositions, attemptsThat } = outreachText[view.language];
  const names: Readonly<Record<AttemptOutcome, string>> = { ...dispositions, ...attemptsThat };
  if (attempts.length === 0) return html`<p class="faint">${w.none}</p>`;
  return html`<ul class="others">${attempts.map((attempt) => {
    const outcome = outcomeOf(attempt, purpose);
    return html`<li><span>${timeMark(attempt.dialledAt, view)} · ${outcome && names[outcome]}${
      attempt.by !== undefined && html` · <bdi>${staffName(view, attempt.by)}</bdi>`
    }</span></li>`;
  })}</ul>`;
}

/** Return the page on which an agent makes an evaluation call: the person, the script, and the result. */
export function agentCallPage(view: View, shown: AgentCallShown): Html {
  const w = agentCallText[view.language];
  const { callOut, flash } = shown;
  const { state, lease, phone, service, language, id } = callOut;
  const isMine = lease?.by === view.agent.user && lease.until > view.now && state.is === 'planned';
  const acts = mayCommand(view.agent.roles, 'call-out', 'take');
  const number = isMine && phone !== undefined ? html`<a href="tel:${phone}">${ltr(phone)}</a>` : undefined;
  return consolePage(view, {
    title: w.title,
    here: 'calls-out',
    body: html`<div class="head"><h1>${w.title}</h1><a class="button" href="/cases?kind=evaluation">${w.back}</a></div>
${flashNotice(flash)}
<section class="card"><dl class="facts">
<div><dt>${w.number}</dt><dd>${
      number ?? (phone === undefined ? outreachText[view.language].erasedNumber : ltr(`…${phone.slice(-4)}`))
    }</dd></div>
${
  service &&
  html`<div><dt>${w.service}</dt><dd>${foreignLine(usedServiceName(view, service))}</dd></div>
<div><dt>${w.on}</dt><dd>${plainDay(service.on, view.language)}</dd></div>`
}
<div><dt>${w.language}</dt><dd>${w.languages[language]}</dd></div>
${state.is === 'planned' && html`<div><dt>${w.due}</dt><dd>${timeMark(state.at, view)}</dd></div>`}
${isMine && lease && html`<div><dt>${w.until}</dt><dd>${timeMark(lease.until, view)}</dd></div>`}</dl>
<h2>${w.attempts}</h2>${earlier(callOut, view)}
${
  state.is === 'planned' &&
  !isMine &&
  acts &&
  html`<form method="post" action="/calls-out/call/${id}/take"><p class="faint">${w.takeHint}</p>
<button type="submit" class="primary">${w.take}</button></form>`
}${
  state.is === 'finished' &&
  html`<p>${w.over} ${outreachText[view.language].dispositions[state.disposition]}</p>`
}</section>
${isMine && resultForm(shown, view)}`,
  });
}
