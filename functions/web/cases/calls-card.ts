import type { Call } from '#shared/domain/telephone/call.ts';
import { recordingsOf } from '#shared/domain/telephone/call-summary.ts';
import { can } from '../shell/access.ts';
import { type Html, html } from '../shell/http/html.ts';
import { icon } from '../shell/icons.ts';
import { timeInLink } from '../shell/time-mark.ts';
import type { View } from '../shell/view.ts';
import type { CaseFile } from './load-case.ts';
import { caseText } from './text/case-text.ts';

/** Return the links that play the recordings of a call, for the roles that may hear them. */
export const playLinks = (call: Call, view: View): Html =>
  html`${
    can(view, 'recordings.play') &&
    recordingsOf(call).map(
      (_, at) =>
        html` <a href="/calls/${encodeURIComponent(call.id)}/recordings/${at + 1}" class="listen" target="_blank"
  rel="noopener">${icon('phone')} ${caseText[view.language].play}${at > 0 && ` ${at + 1}`}</a>`,
    )
  }`;

/** Return a card with the calls about a case and links to their pages; nothing if there was no call. */
export function callsCard({ calls }: CaseFile, view: View): Html {
  if (calls.length === 0) return html``;
  const w = caseText[view.language];
  return html`<section class="card" aria-labelledby="calls-title"><h2 id="calls-title">${w.calls}</h2>
<ul class="others">${calls.map((call) => {
    return html`<li><a
  href="/calls/${encodeURIComponent(call.id)}">${icon('phone')} ${timeInLink(call.startedAt, view)}</a>${
    recordingsOf(call).length > 0 && html` <small class="faint">${w.recorded}</small>`
  }${playLinks(call, view)}</li>`;
  })}</ul></section>`;
}
