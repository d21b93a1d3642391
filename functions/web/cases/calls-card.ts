import { callSummary } from '#shared/domain/telephone/call-summary.ts';
import { type Html, html } from '../shell/http/html.ts';
import { icon } from '../shell/icons.ts';
import { timeInLink } from '../shell/time-mark.ts';
import type { View } from '../shell/view.ts';
import type { CaseFile } from './load-case.ts';
import { caseText } from './text/case-text.ts';

/** Return a card with the calls about a case and links to their pages; nothing if there was no call. */
export function callsCard({ calls }: CaseFile, view: View): Html {
  if (calls.length === 0) return html``;
  const w = caseText[view.language];
  return html`<section class="card" aria-labelledby="calls-title"><h2 id="calls-title">${w.calls}</h2>
<ul class="others">${calls.map((call) => {
    const recorded = callSummary(call).legs.some(({ recordings }) => recordings.length > 0);
    return html`<li><a
  href="/calls/${encodeURIComponent(call.id)}">${icon('phone')} ${timeInLink(call.startedAt, view)}</a>${
    recorded && html` <small class="faint">${w.recorded}</small>`
  }</li>`;
  })}</ul></section>`;
}
