import { can } from '../shell/access.ts';
import { clockText } from '../shell/clock-text.ts';
import { type Html, html } from '../shell/http/html.ts';
import { icon } from '../shell/icons.ts';
import { timeMark } from '../shell/time-mark.ts';
import type { View } from '../shell/view.ts';
import { type ActionFormContext, actionForm } from './actions/action-form.ts';
import { messageCard } from './case-message.ts';
import { actorName } from './event-line.ts';
import type { CaseFile } from './load-case.ts';
import { caseText } from './text/case-text.ts';

/** The sweep sends a held reply a moment after its time. */
const AFTER = 2_000;

/** Return the entry of a reply that is not sent yet, at the end of the conversation. */
export function heldEntry({ supportCase, messages }: CaseFile, view: View): Html {
  const { id, heldReply } = supportCase;
  const message = heldReply && messages.get(heldReply.message);
  if (!message) return html``;
  return html`<li class="entry entry-held" id="held">
<span class="dot">${icon('clock')}</span>
<div class="entry-body">
<p class="said"><strong>${caseText[view.language].heldTitle}</strong></p>
<p class="when">${actorName(heldReply.by, view)} · ${timeMark(heldReply.at, view)}</p>
${messageCard(id, message, view)}
</div>
</li>`;
}

/**
 * Return the line that offers to undo a reply. The script counts the seconds, and the conversation is loaded again when
 * the reply has left. Without a script the page says how long it is.
 */
export function undoBar(context: ActionFormContext): Html {
  const { file, view } = context;
  const { id, heldReply } = file.supportCase;
  if (!heldReply) return html`<div id="undo"></div>`;
  const w = caseText[view.language];
  const left = Math.max(0, heldReply.until - view.now);
  return html`<div id="undo" class="notice undo" data-left="${left}" data-soon="${w.heldSoon}"
  hx-get="/cases/${id}" hx-trigger="load delay:${left + AFTER}ms" hx-select="#timeline" hx-target="#timeline"
  hx-swap="outerHTML" hx-select-oob="#undo,#case-status">${icon('clock')}<p role="status">${
    left > 0 ? html`${w.heldFor} <span role="timer" aria-live="off">${clockText(left)}</span>` : w.heldSoon
  }</p>${
    can(view, 'cases.work') &&
    actionForm('undo-reply', context, html``, { fixed: { message: heldReply.message } })
  }</div>`;
}
