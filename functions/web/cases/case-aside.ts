import type { Case } from '#shared/domain/cases/case.ts';
import { whyDeadline } from '#shared/domain/cases/why-deadline.ts';
import { titledName } from '#shared/domain/people/form-of-address.ts';
import { mapAddress, positionText } from '#shared/domain/places/position.ts';
import type { ClockState } from '#shared/domain/sla/clock-state.ts';
import { CLOCK_NAMES, type ClockName } from '#shared/domain/sla/policy.ts';
import { hiddenFrom } from '#shared/domain/staff/permissions.ts';
import { durationText } from '#shared/domain/text/duration-text.ts';
import { can } from '../shell/access.ts';
import { addressLine, ltr, staffMark, statusBadge } from '../shell/badges.ts';
import { NEAR } from '../shell/due.ts';
import { foreignLine, foreignText } from '../shell/foreign-text.ts';
import { type Html, html } from '../shell/http/html.ts';
import { type IconName, icon } from '../shell/icons.ts';
import { shownSubject } from '../shell/shown-subject.ts';
import { caseTableText } from '../shell/text/cases-table-text.ts';
import {
  channelLabel,
  clockLabel,
  failingLabel,
  priorityLabel,
  scoreLabel,
  segmentLabel,
} from '../shell/text/labels.ts';
import { languageName } from '../shell/text/language-name.ts';
import { textFor } from '../shell/text/text-for.ts';
import { timeText } from '../shell/text/time-text.ts';
import { timeMark } from '../shell/time-mark.ts';
import { categoryName, departmentName, districtName, type View } from '../shell/view.ts';
import type { CaseFile } from './load-case.ts';
import { serviceFact } from './service-fact.ts';
import { caseText } from './text/case-text.ts';
import { eventText } from './text/event-text.ts';
import { whyText } from './text/why-text.ts';
import { whySentences } from './why-sentences.ts';

function clockLabelOf(
  { state, dueAt, breached, elapsedMs, targetMs }: ClockState,
  { language, now }: View,
): { tone: string; icon: IconName; text: string } {
  const w = timeText[language];
  if (state === 'met')
    return breached
      ? { tone: 'overdue', icon: 'alarm', text: w.metLate }
      : { tone: 'good', icon: 'done', text: w.met };
  if (state === 'paused') return { tone: 'paused', icon: 'pause', text: w.paused };
  if (state !== 'running' || dueAt === null) return { tone: 'open', icon: 'none', text: w.withdrawn };
  const near = elapsedMs >= NEAR * (targetMs ?? Number.POSITIVE_INFINITY);
  const tone = breached ? 'overdue' : near ? 'near' : 'calm';
  return { tone, icon: breached ? 'alarm' : 'clock', text: durationText(dueAt - now, language) };
}

/** Return the sentences that explain a deadline, behind one click. */
function whyThisTime(supportCase: Case, name: ClockName, view: View): Html {
  const { rules, now, language } = view;
  const why = whyDeadline(supportCase, rules, { clock: name, asOf: now });
  if (!why) return html``;
  return html`<details class="why-due"><summary>${whyText[language].title}</summary><ul>${whySentences(
    why,
    language,
  ).map((sentence) => html`<li>${foreignText(sentence)}</li>`)}</ul></details>`;
}

function clock(supportCase: Case, name: ClockName, state: ClockState, view: View): Html {
  const { language } = view;
  const w = timeText[language];
  if (state.state === 'not-defined' || state.startedAt === null) return html``;
  const { tone, icon: drawing, text } = clockLabelOf(state, view);
  return html`<li class="clock clock-${tone}">
<p class="clock-name">${clockLabel[name][language]}</p>
<p class="due due-${tone}">${icon(drawing)}<strong>${text}</strong></p>
${state.dueAt !== null && html`<p class="faint">${w.due}: ${timeMark(state.dueAt, view)}</p>`}
${state.metAt !== null && html`<p class="faint">${w.doneAt}: ${timeMark(state.metAt, view)}</p>`}
${whyThisTime(supportCase, name, view)}
</li>`;
}

/** Return the deadlines of a case as sentences, with dates in both calendars. */
export function clocksCard({ supportCase, evaluation }: CaseFile, view: View): Html {
  const w = caseText[view.language];
  return html`<section class="card clocks" aria-labelledby="clocks-title">
<h2 id="clocks-title">${w.clocks}</h2>
<ul>${CLOCK_NAMES.map((name) => clock(supportCase, name, evaluation.clocks[name], view))}</ul>
</section>`;
}

const fact = (label: string, value: Html | string | undefined): Html =>
  value === undefined ? html`` : html`<div><dt>${label}</dt><dd>${value}</dd></div>`;

/** Return the district, the description and the link to a map. Undefined for a case without a place. */
function placeText({ place }: Case, view: View): Html | undefined {
  if (!place) return undefined;
  const { district, words, position, link } = place;
  const address = position ? mapAddress(position) : link;
  const parts = [
    ...(district === undefined ? [] : [html`${districtName(view, district)}`]),
    ...(words === undefined ? [] : [foreignLine(words)]),
    ...(address === undefined
      ? []
      : [
          html`<a href="${address}" target="_blank" rel="noopener noreferrer">${
            position ? ltr(positionText(position)) : caseText[view.language].map
          }</a>`,
        ]),
  ];
  return html`${parts.map((part, at) => html`${at > 0 && html`<br>`}${part}`)}`;
}

export function factsCard(file: CaseFile, view: View): Html {
  const { supportCase } = file;
  const { language } = view;
  const w = caseText[language];
  return html`<section class="card" aria-labelledby="facts-title">
<h2 id="facts-title">${w.facts}</h2>
<dl class="facts">
${fact(w.department, departmentName(view, supportCase.department))}
${fact(w.category, categoryName(view, supportCase.category))}
${fact(w.service, serviceFact(file, view))}
${fact(w.place, placeText(supportCase, view))}
${fact(w.priority, priorityLabel[supportCase.priority][language])}
${fact(w.channel, channelLabel[supportCase.channel][language])}
${fact(w.language, languageName(supportCase.writtenIn ?? supportCase.language, language))}
${fact(
  w.assignee,
  supportCase.assignee === undefined
    ? caseTableText[language].unassigned
    : staffMark(view, supportCase.assignee),
)}
${fact(w.opened, timeMark(supportCase.openedAt, view))}
${fact(
  w.related,
  supportCase.related === undefined
    ? undefined
    : html`<a href="/cases/${supportCase.related}">${ltr(supportCase.related)}</a>`,
)}
</dl>
</section>`;
}

export function beneficiaryCard({ supportCase, others }: CaseFile, view: View): Html {
  const { language } = view;
  const w = caseText[language];
  const { name, formOfAddress, email, answerTo, phone, authenticated, failing } = supportCase.beneficiary;
  const isCaller = supportCase.channel === 'phone';
  const badge = authenticated
    ? html`<p class="badge badge-good">${icon('shield')}${isCaller ? w.callerVerified : w.verified}</p>`
    : html`<p class="badge badge-warn">${icon('alarm')}${isCaller ? w.callerUnverified : w.unverified}</p>`;
  const otherCase = (one: Case) =>
    html`<li><a href="/cases/${one.id}">${foreignLine(
      shownSubject(one, language),
    )}</a> ${statusBadge(one.status, language)}</li>`;
  return html`<section class="card" aria-labelledby="beneficiary-title">
<h2 id="beneficiary-title">${w.beneficiary}</h2>
<p class="name">${foreignLine(name === undefined ? w.noName : titledName(name, formOfAddress, language))}</p>
${hiddenFrom(view.agent.roles).size > 0 && html`<p class="faint">${w.masked}</p>`}
${badge}
<dl class="facts">
${fact(
  w.email,
  email &&
    html`${addressLine(email)}${failing && html` <span class="badge badge-warn">${failingLabel[language]}</span>`}`,
)}
${fact(w.replyTo, answerTo && addressLine(answerTo))}
${fact(w.phone, phone && ltr(phone))}
${fact(w.segment, segmentLabel[supportCase.segment][language])}
</dl>
${
  !supportCase.erased &&
  html`<p><a href="/people/${supportCase.beneficiary.id}">${icon('person')} ${w.personPage}</a></p>`
}
${
  !supportCase.erased &&
  phone !== undefined &&
  can(view, 'calls-out.plan') &&
  html`<p><a href="/calls-out?case=${supportCase.id}">${icon('phone')} ${w.callBack}</a></p>`
}
${
  !supportCase.erased &&
  (supportCase.segment === 'investor' || supportCase.plan !== undefined) &&
  html`<p><a href="/investors/${supportCase.id}">${icon('clock')} ${w.investorPlan}</a></p>`
}
<h3>${w.others}</h3>
${
  others.length === 0
    ? html`<p class="faint">${w.noOthers}</p>`
    : html`<ul class="others">${others.map(otherCase)}</ul>`
}
</section>`;
}

export function surveyCard({ survey }: Case, view: View): Html {
  if (!survey) return html``;
  const { language } = view;
  const w = caseText[language];
  if (survey.state !== 'answered') {
    const text =
      survey.state === 'planned'
        ? html`${w.surveyPlanned}: ${timeMark(survey.at, view)}`
        : survey.state === 'invited'
          ? w.surveyInvited
          : html`${w.surveySuppressed}: ${textFor(eventText[language].reasons, survey.reason)}`;
    return html`<section class="card"><h2>${w.survey}</h2><p class="faint">${text}</p></section>`;
  }
  const { score, finished, comment } = survey;
  return html`<section class="card survey-answer"><h2>${w.survey}</h2>
<p class="score score-${score}">${icon('star')}<strong>${ltr(`${score} / 5`)}</strong> ${
    scoreLabel[score as 1]?.[language]
  }</p>
<p>${finished ? w.finishedYes : w.finishedNo}</p>
${comment !== undefined && html`<blockquote dir="auto">${foreignText(comment)}</blockquote>`}
</section>`;
}
