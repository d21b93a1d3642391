import type { Case } from '#shared/domain/case/case.ts';
import type { ClockState } from '#shared/domain/sla/clock.ts';
import { CLOCK_NAMES, type ClockName } from '#shared/domain/sla/policy.ts';
import { durationText } from '#shared/domain/text/duration-text.ts';
import { formatInstant } from '#shared/domain/text/format-instant.ts';
import { type Html, html } from '../http/html.ts';
import type { CaseFile } from '../load-case.ts';
import { peopleWords } from '../people/words.ts';
import { caseWords } from '../words/case.ts';
import {
  channelLabel,
  clockLabel,
  priorityLabel,
  scoreLabel,
  segmentLabel,
  typeLabel,
} from '../words/common.ts';
import { eventWords } from '../words/events.ts';
import { listWords } from '../words/list.ts';
import { timeWords } from '../words/time.ts';
import { ltr, statusBadge } from './badges.ts';
import { NEAR } from './due.ts';
import { type IconName, icon } from './icons.ts';
import { categoryName, departmentName, staffName, type View } from './view.ts';

function standing(
  { state, dueAt, breached, elapsedMs, targetMs }: ClockState,
  { language, now }: View,
): { tone: string; icon: IconName; words: string } {
  const w = timeWords[language];
  if (state === 'met')
    return breached
      ? { tone: 'overdue', icon: 'alarm', words: w.metLate }
      : { tone: 'good', icon: 'done', words: w.met };
  if (state === 'paused') return { tone: 'paused', icon: 'pause', words: w.paused };
  if (state !== 'running' || dueAt === null) return { tone: 'open', icon: 'none', words: w.withdrawn };
  const near = elapsedMs >= NEAR * (targetMs ?? Number.POSITIVE_INFINITY);
  const tone = breached ? 'overdue' : near ? 'near' : 'calm';
  return { tone, icon: breached ? 'alarm' : 'clock', words: durationText(dueAt - now, language) };
}

function clock(name: ClockName, state: ClockState, view: View): Html {
  const { language } = view;
  const w = timeWords[language];
  if (state.state === 'not-defined' || state.startedAt === null) return html``;
  const { tone, icon: drawing, words } = standing(state, view);
  return html`<li class="clock clock-${tone}">
<p class="clock-name">${clockLabel[name][language]}</p>
<p class="due due-${tone}">${icon(drawing)}<strong>${words}</strong></p>
${state.dueAt !== null && html`<p class="faint">${w.due}: ${formatInstant(state.dueAt, language)}</p>`}
${state.metAt !== null && html`<p class="faint">${w.doneAt}: ${formatInstant(state.metAt, language)}</p>`}
</li>`;
}

/** The deadlines of a case, each in words, with both calendars. */
export function clocksCard({ evaluation }: CaseFile, view: View): Html {
  const w = caseWords[view.language];
  return html`<section class="card clocks" aria-labelledby="clocks-title">
<h2 id="clocks-title">${w.clocks}</h2>
<ul>${CLOCK_NAMES.map((name) => clock(name, evaluation.clocks[name], view))}</ul>
</section>`;
}

const fact = (label: string, value: Html | string | undefined): Html =>
  value === undefined ? html`` : html`<div><dt>${label}</dt><dd>${value}</dd></div>`;

export function factsCard(known: Case, view: View): Html {
  const { language } = view;
  const w = caseWords[language];
  return html`<section class="card" aria-labelledby="facts-title">
<h2 id="facts-title">${w.facts}</h2>
<dl class="facts">
${fact(w.department, departmentName(view, known.department))}
${fact(w.category, categoryName(view, known.category))}
${fact(w.priority, priorityLabel[known.priority][language])}
${fact(w.channel, channelLabel[known.channel][language])}
${fact(w.assignee, known.assignee === undefined ? listWords[language].unassigned : html`<bdi>${staffName(view, known.assignee)}</bdi>`)}
${fact(w.opened, formatInstant(known.openedAt, language))}
${fact(w.related, known.related === undefined ? undefined : html`<a href="/cases/${known.related}">${ltr(known.related)}</a>`)}
</dl>
</section>`;
}

export function beneficiaryCard({ known, others }: CaseFile, view: View): Html {
  const { language } = view;
  const w = caseWords[language];
  const { name, email, phone, authenticated, failing } = known.beneficiary;
  const badge = authenticated
    ? html`<p class="badge badge-good">${icon('shield')}${w.verified}</p>`
    : html`<p class="badge badge-warn">${icon('alarm')}${w.unverified}</p>`;
  const otherCase = (one: Case) =>
    html`<li><a href="/cases/${one.id}"><bdi dir="auto">${one.subject || typeLabel[one.type][language]}</bdi></a> ${statusBadge(one.status, language)}</li>`;
  return html`<section class="card" aria-labelledby="beneficiary-title">
<h2 id="beneficiary-title">${w.beneficiary}</h2>
<p class="name"><bdi>${name ?? w.noName}</bdi></p>
${badge}
<dl class="facts">
${fact(w.email, email && html`${ltr(email)}${failing && html` <span class="badge badge-warn">${w.failingShort}</span>`}`)}
${fact(w.phone, phone && ltr(phone))}
${fact(w.segment, segmentLabel[known.segment][language])}
</dl>
${!known.erased && html`<p><a href="/people/${known.beneficiary.id}">${icon('person')} ${peopleWords[language].open}</a></p>`}
${!known.erased && phone !== undefined && html`<p><a href="/calls-out?case=${known.id}">${icon('phone')} ${w.callBack}</a></p>`}
<h3>${w.others}</h3>
${others.length === 0 ? html`<p class="faint">${w.noOthers}</p>` : html`<ul class="others">${others.map(otherCase)}</ul>`}
</section>`;
}

export function surveyCard({ survey }: Case, { language }: View): Html {
  if (!survey) return html``;
  const w = caseWords[language];
  if (survey.state !== 'answered') {
    const words =
      survey.state === 'planned'
        ? html`${w.surveyPlanned}: ${formatInstant(survey.at, language)}`
        : survey.state === 'invited'
          ? w.surveyInvited
          : html`${w.surveySuppressed}: ${eventWords[language].reasons[survey.reason] ?? survey.reason}`;
    return html`<section class="card"><h2>${w.survey}</h2><p class="faint">${words}</p></section>`;
  }
  const { score, finished, comment } = survey;
  return html`<section class="card survey-answer"><h2>${w.survey}</h2>
<p class="score score-${score}">${icon('star')}<strong>${ltr(`${score} / 5`)}</strong> ${scoreLabel[score as 1]?.[language]}</p>
<p>${finished ? w.finishedYes : w.finishedNo}</p>
${comment !== undefined && html`<blockquote dir="auto">${comment}</blockquote>`}
</section>`;
}
