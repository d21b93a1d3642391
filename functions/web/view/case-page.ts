import { isActive } from '#shared/domain/case/case.ts';
import { isSetAside } from '#shared/domain/case/set-aside.ts';
import type { Suggestion } from '#shared/ports/outside.ts';
import { type ActionName, actionNames } from '../actions/actions.ts';
import { type Html, html } from '../http/html.ts';
import type { CaseFile } from '../load-case.ts';
import { actionWords } from '../words/actions.ts';
import { caseWords } from '../words/case.ts';
import { typeLabel } from '../words/common.ts';
import { companyWords } from '../words/company.ts';
import { refusal, saysRefusal } from './action-form.ts';
import { channelMark, dueBadge, ltr, priorityBadge, statusBadge } from './badges.ts';
import { callsCard } from './calls-card.ts';
import { caseActions, type Refused } from './case-actions.ts';
import { beneficiaryCard, clocksCard, factsCard, surveyCard } from './case-aside.ts';
import { caseTimeline } from './case-timeline.ts';
import { companyCard } from './company-card.ts';
import { dueOf } from './due.ts';
import { toCase } from './event-speech.ts';
import { icon } from './icons.ts';
import { consolePage } from './layout.ts';
import { mailReason } from './mail-why.ts';
import type { Replying } from './reply-form.ts';
import { categoryName, type View } from './view.ts';

/** What was just done, as the address says it after the redirect. */
export type Done = ActionName | 'repeated' | undefined;

export const doneFrom = (text: string | undefined): Done =>
  text === 'repeated' ? text : actionNames.find((name) => name === text);

function flash(done: Done, { language }: View): Html {
  if (done === undefined) return html``;
  const w = actionWords[language];
  return html`<p class="notice notice-good" role="status">${icon('done')}${done === 'repeated' ? w.repeated : w.done[done]}</p>`;
}

function quarantine({ known }: CaseFile, { language }: View): Html {
  if (known.quarantine === undefined) return html``;
  const w = caseWords[language];
  if (isSetAside(known))
    return html`<section class="notice notice-warn quarantine" aria-label="${w.asideTitle}">${icon('alarm')}<div><h2>${w.asideTitle}</h2><p>${w.asideText}</p><p class="faint">${w.quarantineReason}: ${mailReason(known.quarantine, { language })}</p></div></section>`;
  return html`<section class="notice notice-warn quarantine" aria-label="${w.quarantineTitle}">${icon('alarm')}<div><h2>${w.quarantineTitle}</h2><p>${w.quarantineText}</p><p class="faint">${w.quarantineReason}: ${mailReason(known.quarantine, { language })}</p><p><a class="button" href="/cases/${known.id}/quarantined" download>${w.raw}</a></p></div></section>`;
}

/** Said above the forms: an answer by mail would not arrive. */
function failing({ known }: CaseFile, { language }: View): Html {
  if (!known.beneficiary.failing) return html``;
  return html`<p class="notice notice-bad">${icon('phone')}<span>${caseWords[language].failing}</span></p>`;
}

/** What sets a case apart before anything else about it: merged away, or emptied. */
function aside({ known }: CaseFile, { language }: View): Html {
  const w = companyWords[language];
  if (known.erased) return html`<p class="notice notice-warn">${icon('shield')}${w.erasedTitle}</p>`;
  if (!known.merged) return html``;
  return html`<p class="notice notice-warn">${icon('move')}<span>${w.mergedTitle} ${toCase(known.merged.into)}</span></p>`;
}

interface Around {
  readonly done?: Done;
  readonly refused?: Refused;
  readonly replying: Replying;
  readonly suggestion?: Suggestion;
}

/** What a model proposes: for a person to weigh, with no button that would take it over unread. */
function suggested({ type, category, confidence }: Suggestion, view: View): Html {
  const w = caseWords[view.language];
  return html`<p class="notice">${icon('move')}<span>${w.suggested}: <strong>${typeLabel[type][view.language]} · ${categoryName(view, category)}</strong> (${w.confidence} <bdi dir="ltr">${Math.round(confidence * 100)}%</bdi>). ${w.suggestedHint}</span></p>`;
}

/** A case: how it stands, whose it is, what happened, and what can be done. */
export function casePage(view: View, file: CaseFile, { done, refused, replying, suggestion }: Around): Html {
  const { known } = file;
  const { language, rules, now } = view;
  const subject = known.subject || typeLabel[known.type][language];
  const actions = caseActions(file, view, replying, refused);
  const company = companyCard(file, view, refused);
  // The form itself may be gone: what it asks for is no longer possible, because a colleague was quicker.
  const homeless = refused && ![actions, company].some(saysRefusal) ? refused : undefined;
  return consolePage(view, {
    title: `${known.id} · ${subject}`,
    here: 'cases',
    body: html`<header class="case-head">
<p class="meta">${channelMark(known.channel, language)}${ltr(known.id)}<span>${typeLabel[known.type][language]}</span>${priorityBadge(known.priority, language)}</p>
<h1><bdi dir="auto">${subject}</bdi></h1>
<p class="standing">${statusBadge(known.status, language)}${isActive(known.status) && dueBadge(dueOf(known, rules, now), now, language)}</p>
</header>
${flash(done, view)}
${homeless && refusal(homeless, language)}
${aside(file, view)}
${quarantine(file, view)}
${failing(file, view)}
${suggestion && suggested(suggestion, view)}
<div class="columns">
<div class="main-column">
${actions}
${caseTimeline(file, view)}
</div>
<aside class="side-column">
${clocksCard(file, view)}
${company}
${surveyCard(known, view)}
${beneficiaryCard(file, view)}
${callsCard(file, view)}
${factsCard(known, view)}
</aside>
</div>`,
  });
}
