import { isActive } from '#shared/domain/cases/case.ts';
import { isSetAside, MACHINE_MAIL } from '#shared/domain/cases/set-aside.ts';
import type { Suggestion } from '#shared/ports/outside.ts';
import { can } from '../shell/access.ts';
import { channelMark, dueBadge, ltr, priorityBadge, statusBadge } from '../shell/badges.ts';
import { consolePage } from '../shell/console-page.ts';
import { dueState } from '../shell/due.ts';
import { foreignLine } from '../shell/foreign-text.ts';
import { type Html, html } from '../shell/http/html.ts';
import { icon } from '../shell/icons.ts';
import { shownSubject } from '../shell/shown-subject.ts';
import { typeLabel } from '../shell/text/labels.ts';
import { categoryName, type View } from '../shell/view.ts';
import { refusal, showsRefusal, typedText } from './actions/action-form.ts';
import { type ActionName, actionNames } from './actions/actions.ts';
import { caseComposer, caseToolbar, clocklessNotice, type Refused } from './actions/case-actions.ts';
import type { Replying } from './actions/reply-form.ts';
import { callsCard } from './calls-card.ts';
import { beneficiaryCard, clocksCard, factsCard, surveyCard } from './case-aside.ts';
import { caseConversation } from './case-conversation.ts';
import { commitmentsCard } from './commitments-card.ts';
import { dataRequestCard } from './data-request-card.ts';
import { toCase } from './event-speech.ts';
import { undoBar } from './held-reply.ts';
import type { CaseFile } from './load-case.ts';
import { mailReason } from './mail-reason.ts';
import { nextAddress } from './next-address.ts';
import { similarCard } from './similar-card.ts';
import { actionText } from './text/action-text.ts';
import { caseText } from './text/case-text.ts';
import { commitmentText } from './text/commitment-text.ts';
import { workText } from './text/work-text.ts';

/** The action that was just done, read from the address after the redirect. */
export type DoneAction = ActionName | 'repeated' | 'opened' | undefined;

export const doneFrom = (text: string | undefined): DoneAction =>
  text === 'repeated' || text === 'opened' ? text : actionNames.find((name) => name === text);

function flash(done: DoneAction, { language }: View): Html {
  if (done === undefined) return html``;
  const w = actionText[language];
  return html`<p class="notice notice-good" role="status">${icon('done')}${
    done === 'repeated' || done === 'opened' ? w[done] : w.done[done]
  }</p>`;
}

function quarantine({ supportCase }: CaseFile, view: View): Html {
  const { language } = view;
  if (supportCase.quarantine === undefined) return html``;
  const w = caseText[language];
  if (isSetAside(supportCase)) {
    const title = supportCase.quarantine === MACHINE_MAIL ? w.machineTitle : w.asideTitle;
    return html`<section class="notice notice-warn quarantine" aria-label="${title}">${icon('alarm')}<div>
<h2>${title}</h2><p>${w.asideText}</p>
<p class="faint">${w.quarantineReason}: ${mailReason(supportCase.quarantine, { language })}</p></div></section>`;
  }
  return html`<section class="notice notice-warn quarantine" aria-label="${w.quarantineTitle}">${icon('alarm')}<div>
<h2>${w.quarantineTitle}</h2><p>${w.quarantineText}</p>
<p class="faint">${w.quarantineReason}: ${mailReason(supportCase.quarantine, { language })}</p>
${
  can(view, 'cases.files') &&
  html`<p><a class="button" href="/cases/${supportCase.id}/quarantined" download>${w.raw}</a></p>`
}</div></section>`;
}

/** Return a warning above the forms when an answer by mail would not arrive. */
function failing({ supportCase }: CaseFile, { language }: View): Html {
  if (!supportCase.beneficiary.failing) return html``;
  return html`<p class="notice notice-bad">${icon('phone')}<span>${caseText[language].failing}</span></p>`;
}

/** Return the note that must be read first: the case is merged into another, or erased. */
function aside({ supportCase }: CaseFile, { language }: View): Html {
  const w = commitmentText[language];
  if (supportCase.erased) return html`<p class="notice notice-warn">${icon('shield')}${w.erasedTitle}</p>`;
  if (!supportCase.merged) return html``;
  return html`<p class="notice notice-warn">${icon('move')}<span>${w.mergedTitle} ${toCase(
    supportCase.merged.into,
  )}</span></p>`;
}

interface Around {
  readonly done?: DoneAction;
  readonly refused?: Refused;
  readonly replying: Replying;
  readonly suggestion?: Suggestion;
}

/** Return the proposal of a model. A person decides; no button accepts it unread. */
function suggested({ type, category, confidence }: Suggestion, view: View): Html {
  const w = caseText[view.language];
  return html`<p class="notice">${icon('move')}<span>${w.suggested}: <strong>${
    typeLabel[type][view.language]
  } · ${categoryName(view, category)}</strong> (${w.confidence} <bdi
  dir="ltr">${Math.round(confidence * 100)}%</bdi>). ${w.suggestedHint}</span></p>`;
}

/** Return the page of a case: status, assignee, timeline and actions. */
export function casePage(view: View, file: CaseFile, { done, refused, replying, suggestion }: Around): Html {
  const { supportCase } = file;
  const { language, rules, now } = view;
  const subject = shownSubject(supportCase, language);
  const composer = caseComposer(file, view, replying, refused);
  const actions = caseToolbar(file, view, refused);
  const letter = clocklessNotice(file, view, refused);
  const commitments = commitmentsCard(file, view, refused);
  const similar = similarCard(file, view);
  // The rejected form may be absent from the page, when a colleague made its action impossible in the meantime.
  const withoutForm =
    refused && ![composer, actions.dialogs, commitments, letter].some(showsRefusal) ? refused : undefined;
  return consolePage(view, {
    title: `${supportCase.id} · ${subject}`,
    here: 'cases',
    fills: true,
    isLive: supportCase.heldReply !== undefined,
    body: html`<div class="case"${
      can(view, 'cases.work') ? html` data-seen="/cases/${supportCase.id}/seen"` : ''
    }><div class="case-main"><header class="case-head">
<p class="meta">${channelMark(
      supportCase.channel,
      language,
    )}${ltr(supportCase.id)}<span>${typeLabel[supportCase.type][language]}</span>${priorityBadge(
      supportCase.priority,
      language,
    )}<a class="next-case" href="${nextAddress(view, supportCase.id)}">${workText[language].nextCase}</a></p>
<h1>${foreignLine(subject)}</h1>
<p class="case-status" id="case-status">${statusBadge(supportCase.status, language)}${
      isActive(supportCase.status) && dueBadge(dueState(supportCase, rules, now), now, language)
    }</p>
${actions.bar}
</header>
${flash(done, view)}
${withoutForm && html`${refusal(withoutForm, language)}${typedText(withoutForm, language)}`}
${aside(file, view)}
${quarantine(file, view)}
${letter}
${failing(file, view)}
${suggestion && suggested(suggestion, view)}
<div class="talk">${caseConversation(file, view)}${undoBar({ file, view, refused })}${composer}</div>
</div>
<aside class="side-column">
${beneficiaryCard(file, view)}
${clocksCard(file, view)}
${dataRequestCard(supportCase, view)}
${similar}
${commitments}
${surveyCard(supportCase, view)}
${callsCard(file, view)}
${factsCard(file, view)}
</aside>
${actions.dialogs}
</div>`,
  });
}
