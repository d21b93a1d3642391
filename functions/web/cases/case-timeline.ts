import type { Commit, Effect } from '#shared/ports/store.ts';
import { type Html, html } from '../shell/http/html.ts';
import { icon } from '../shell/icons.ts';
import { textFor } from '../shell/text/text-for.ts';
import { timeMark } from '../shell/time-mark.ts';
import type { View } from '../shell/view.ts';
import { messageCard, prose } from './case-message.ts';
import { actorName, eventLine } from './event-line.ts';
import { type CaseFile, messageOf } from './load-case.ts';
import { mailWhy } from './mail-reason.ts';
import { caseText } from './text/case-text.ts';
import { eventText } from './text/event-text.ts';

/** Return the text that only the case stores: the outcome an agent wrote, the comment of a survey answer. */
function kept({ events, patch }: Commit): Html | undefined {
  const text = events.some(({ type }) => type === 'rida.case.resolved.v1')
    ? (patch.resolution as { outcome?: unknown } | undefined)?.outcome
    : events.some(({ type }) => type === 'rida.survey.answered.v1')
      ? (patch.survey as { comment?: unknown } | undefined)?.comment
      : undefined;
  return typeof text === 'string' ? html`<div class="message message-out">${prose(text)}</div>` : undefined;
}

function commitEntry(commit: Commit, file: CaseFile, view: View): Html {
  const lines = commit.events.map((event) => eventLine(event, view));
  const [first] = lines;
  if (!first) return html``;
  const message = file.messages.get(messageOf(commit) ?? '');
  return html`<li class="entry entry-${first.tone}" id="v${commit.version}">
<span class="dot">${icon(first.icon)}</span>
<div class="entry-body">
${lines.map(
  ({ title, detail }) =>
    html`<p class="said"><strong>${title}</strong>${detail && html` <span class="detail">${detail}</span>`}</p>`,
)}
<p class="when">${actorName(commit.by, view)} · ${timeMark(commit.at, view)}</p>
${message && messageCard(file.supportCase.id, message, view)}
${message && mailWhy(message, commit.version === 1 ? 'opened' : 'appended', view)}
${kept(commit)}
</div>
</li>`;
}

function effectEntry({ what, to, at, withheld }: Effect, view: View): Html {
  const w = eventText[view.language];
  return html`<li class="entry ${withheld === undefined ? 'entry-quiet' : 'entry-bad'}">
<span class="dot">${icon(withheld === undefined ? 'mail' : 'alarm')}</span>
<div class="entry-body">
<p class="said"><strong>${withheld === undefined ? w.sent : w.withheld}</strong> <span
  class="detail">${textFor(w.mails, what)} · ${w.to} <bdi dir="ltr">${to}</bdi></span></p>
<p class="when">${timeMark(at, view)}</p></div>
</li>`;
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

/** Return the timeline, newest first, so that the current state is at the top. */
export function caseTimeline(file: CaseFile, view: View): Html {
  const entries = [
    ...file.commits.map((commit) => ({ at: commit.at, html: commitEntry(commit, file, view) })),
    ...file.effects.map((effect) => ({ at: effect.at, html: effectEntry(effect, view) })),
  ];
  const newestFirst = entries
    .map((entry, order) => ({ ...entry, order }))
    .sort((a, b) => b.at - a.at || b.order - a.order);
  return html`<section class="card" id="timeline" aria-labelledby="timeline-title">
<h2 id="timeline-title">${caseText[view.language].timeline}</h2>
<ol class="timeline">${newestFirst.map((entry) => entry.html)}</ol>
${paging(file, view)}
</section>`;
}
