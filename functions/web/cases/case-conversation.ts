import type { DeliveryWait } from '#shared/domain/mail/delivery-wait.ts';
import type { MailPurpose } from '#shared/domain/mail/mail-purpose.ts';
import { plural } from '#shared/domain/text/plural.ts';
import type { Commit, Effect } from '#shared/ports/store.ts';
import { can } from '../shell/access.ts';
import { type Html, html } from '../shell/http/html.ts';
import { icon } from '../shell/icons.ts';
import { textFor } from '../shell/text/text-for.ts';
import { timeMark } from '../shell/time-mark.ts';
import type { View } from '../shell/view.ts';
import { playLinks } from './calls-card.ts';
import { messageCard, prose } from './case-message.ts';
import { correctionLines } from './correction-lines.ts';
import { actorName, eventLine } from './event-line.ts';
import { heldEntry } from './held-reply.ts';
import { type CaseFile, messageOf } from './load-case.ts';
import { mailWhy } from './mail-reason.ts';
import { caseText } from './text/case-text.ts';
import { eventText } from './text/event-text.ts';

/** One entry of the conversation. Messages are shown, events are folded between them. */
interface Entry {
  readonly at: number;
  readonly isMessage: boolean;
  /** The line that stands for a folded event. */
  readonly title: string;
  readonly markup: Html;
}

const commentOf = (value: unknown): unknown => (value as { comment?: unknown } | undefined)?.comment;

/** Return the text that only the case stores: the outcome an agent wrote, the comment of a survey answer. */
function kept({ events, patch }: Commit): { readonly from: 'in' | 'out'; readonly markup: Html } | undefined {
  const isResolved = events.some(({ type }) => type === 'rida.case.resolved.v1');
  const isAnswered = events.some(
    ({ type }) => type === 'rida.survey.answered.v1' || type === 'rida.outcome.answered.v1',
  );
  const text = isResolved
    ? (patch.resolution as { outcome?: unknown } | undefined)?.outcome
    : isAnswered && (commentOf(patch.confirmation) ?? commentOf(patch.survey));
  if (typeof text !== 'string') return undefined;
  const from = isResolved ? 'out' : 'in';
  return { from, markup: html`<div class="message message-${from}">${prose(text)}</div>` };
}

/** Whether the beneficiary says whether the matter is finished, also without words: it is not folded. */
const isAnswer = ({ type }: Commit['events'][number]): boolean => type === 'rida.outcome.answered.v1';

/** Return the links that play the call of a commit: the one that opened the case, or that left a spoken message. */
function heard({ version, events }: Commit, { calls, supportCase }: CaseFile, view: View): Html {
  const ids = events.flatMap(({ type, data }) => (type === 'rida.message.spoken.v1' ? data.contactId : []));
  if (version === 1) ids.push(supportCase.correlationId);
  return html`${calls.filter(({ id }) => ids.includes(id)).map((call) => playLinks(call, view))}`;
}

function commitEntry(commit: Commit, file: CaseFile, view: View): Entry[] {
  const lines = commit.events.map((event) => eventLine(event, view));
  const [first] = lines;
  if (!first) return [];
  const message = file.messages.get(messageOf(commit) ?? '');
  const text = kept(commit);
  // A correction is an event, also with its texts.
  const hasCard = message !== undefined && message.corrections === undefined;
  // An automatic answer is folded among the events, and opened there. A case begins with its first mail, also with one.
  const isSaid = hasCard && (message.automatic === undefined || commit.version === 1);
  const markup = html`<li class="entry entry-${first.tone}" id="v${commit.version}"${
    (isSaid && message.direction === 'in') || text?.from === 'in' ? html` data-received` : ''
  }>
<span class="dot">${icon(first.icon)}</span>
<div class="entry-body">
${lines.map(
  ({ title, detail }) =>
    html`<p class="said"><strong>${title}</strong>${detail && html` <span class="detail">${detail}</span>`}</p>`,
)}
<p class="when">${actorName(commit.by, view)} · ${timeMark(commit.at, view)}${heard(commit, file, view)}</p>
${message?.corrections && correctionLines(message.corrections, view)}
${hasCard && messageCard(file.supportCase.id, message, view)}
${message && mailWhy(message, commit.version === 1 ? 'opened' : 'appended', view)}
${text?.markup}
</div>
</li>`;
  const isMessage = isSaid || text !== undefined || commit.events.some(isAnswer);
  return [{ at: commit.at, isMessage, title: first.title, markup }];
}

/** Return the line about the tries of a mail that the next server has not confirmed. */
function waitLine({ tries, until, copies }: DeliveryWait, view: View): Html {
  const w = eventText[view.language];
  return html`<p class="said">${plural(tries, w.tries)} · ${w.nextTry} ${timeMark(until, view)}${
    copies.length > 0 && html` · ${w.mayRepeat}`
  }</p>`;
}

/** Return the entry of a mail. A mail that waits is shown like a message, not folded. */
/** The purposes of mails to beneficiaries and departments, whose content the page of a case shows. */
const SHOWN: ReadonlySet<string> = new Set<MailPurpose>([
  ...(['acknowledgement', 'reply', 'resolution', 'survey', 'handed-over', 'period-extended'] as const),
  ...(['question', 'question-reminder', 'question-withdrawn', 'time-decided'] as const),
]);

/** Return our mail as it was sent, loaded when it is opened. */
const asSent = (caseId: string, effect: string, { language }: View): Html =>
  html`<details class="as-sent"><summary>${caseText[language].asWeSent}</summary><iframe
  src="/cases/${caseId}/sent/${effect}" sandbox="allow-popups" loading="lazy"
  title="${caseText[language].ourFrame}"></iframe></details>`;

function effectEntry({ id, what, to, at, withheld, waits }: Effect, caseId: string, view: View): Entry {
  const w = eventText[view.language];
  const isSent = withheld === undefined && !waits;
  const title = waits ? w.waits[waits.reason] : isSent ? w.sent : w.withheld;
  const markup = html`<li class="entry ${isSent ? 'entry-quiet' : 'entry-bad'}">
<span class="dot">${icon(isSent ? 'mail' : 'alarm')}</span>
<div class="entry-body">
<p class="said"><strong>${title}</strong> <span
  class="detail">${textFor(w.mails, what)} · ${w.to} <bdi dir="ltr">${to}</bdi></span></p>
${waits && waitLine(waits, view)}
<p class="when">${timeMark(at, view)}</p>
${isSent && SHOWN.has(what) && can(view, 'cases.files') && asSent(caseId, id, view)}</div>
</li>`;
  return { at, isMessage: waits !== undefined, title: `${title}: ${textFor(w.mails, what)}`, markup };
}

/** Return events between two messages behind one line: their number, and the newest of them. */
function folded(events: readonly Entry[], { language }: View): Html {
  const newest = events.at(-1);
  if (!newest) return html``;
  return html`<li class="events"><details><summary>${
    events.length > 1 && html`<span class="count">${caseText[language].eventCount(events.length)}</span> `
  }${newest.title}</summary>
<ol class="timeline">${events.map(({ markup }) => markup)}</ol></details></li>`;
}

/** Return messages in their order, with the events between two of them folded. */
function conversation(entries: readonly Entry[], view: View): Html[] {
  const shown: Html[] = [];
  let events: Entry[] = [];
  for (const entry of entries) {
    if (!entry.isMessage) {
      events.push(entry);
      continue;
    }
    if (events.length > 0) shown.push(folded(events, view));
    events = [];
    shown.push(entry.markup);
  }
  return events.length > 0 ? [...shown, folded(events, view)] : shown;
}

/** Links to the newest and the older part of a long history. */
function paging({ supportCase, before, older }: CaseFile, { language }: View): Html {
  if (before === undefined && older === undefined) return html``;
  const w = caseText[language];
  return html`<p class="paging">${
    before !== undefined &&
    html`<a class="button quiet" href="/cases/${supportCase.id}#timeline">${w.newest}</a>`
  }${
    older !== undefined &&
    html`<a class="button" rel="next" href="/cases/${supportCase.id}?before=${older}#timeline">${w.older}</a>`
  }</p>`;
}

/**
 * Return the conversation in the order of time. The list begins at its end, also without script: the style sheet
 * turns its column around, and with it the first position.
 */
export function caseConversation(file: CaseFile, view: View): Html {
  const entries = [
    ...file.commits.flatMap((commit) => commitEntry(commit, file, view)),
    ...file.effects.map((effect) => effectEntry(effect, file.supportCase.id, view)),
  ]
    .map((entry, order) => ({ ...entry, order }))
    .sort((a, b) => a.at - b.at || a.order - b.order);
  const held = file.before === undefined && heldEntry(file, view);
  return html`<section class="conversation" id="timeline" aria-labelledby="timeline-title" tabindex="0">
<div class="conversation-parts"><h2 id="timeline-title" class="visually-hidden">${caseText[view.language].timeline}</h2>
${paging(file, view)}
<ol class="messages">${conversation(entries, view)}${held}</ol></div>
</section>`;
}
