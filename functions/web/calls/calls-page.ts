import { CALL_MARKS, type Call } from '#shared/domain/telephone/call.ts';
import { callSummary } from '#shared/domain/telephone/call-summary.ts';
import { ltr } from '../shell/badges.ts';
import { clockText } from '../shell/clock-text.ts';
import { consolePage } from '../shell/console-page.ts';
import { type Html, html } from '../shell/http/html.ts';
import { timeMark } from '../shell/time-mark.ts';
import { staffName, type View } from '../shell/view.ts';
import { callsText } from './calls-text.ts';
import type { CallList } from './list-calls.ts';

/** Describe the outcome of a call, or that it is in progress. */
export function callOutcomeText(call: Call, { language }: View): string {
  const w = callsText[language];
  const { outcome, direction } = callSummary(call);
  if (call.endedAt === undefined) return w.underWay;
  return direction === 'out' ? w.callOut : w.outcome[outcome];
}

const or = (value: Html | undefined): Html => value ?? html`<span class="faint none">–</span>`;

function row(call: Call, view: View): Html {
  const { language } = view;
  const w = callsText[language];
  const { line, waitMs, talkMs, agent, answeredAt, caseRefs } = callSummary(call);
  const [caseRef] = caseRefs;
  return html`<tr>
<td data-label="${w.columns.time}">${timeMark(call.startedAt, view)}</td>
<td class="what"><a href="/calls/${encodeURIComponent(call.id)}">${callOutcomeText(call, view)}</a><span
  class="meta">${w.line[line]}</span></td>
<td data-label="${w.columns.wait}">${or(waitMs === undefined ? undefined : clockText(waitMs))}</td>
<td data-label="${w.columns.talk}">${or(answeredAt === undefined ? undefined : clockText(talkMs))}</td>
<td data-label="${w.columns.agent}">${or(
    agent === undefined ? undefined : html`<bdi>${staffName(view, agent)}</bdi>`,
  )}</td>
<td data-label="${w.columns.ref}">${or(
    caseRef === undefined ? undefined : html`<a href="/cases/${caseRef}">${ltr(caseRef)}</a>`,
  )}</td>
</tr>`;
}

const address = ({ only, until, next }: Partial<Pick<CallList, 'only' | 'until' | 'next'>>): string => {
  const query = new URLSearchParams();
  if (only !== undefined) query.set('only', only);
  if (until !== undefined) query.set('until', String(until));
  if (next !== undefined) query.set('after', next);
  return query.size === 0 ? '/calls' : `/calls?${query}`;
};

/** Return the list of the calls of a week, newest first, with marks at unusual ones. */
export function callsPage(view: View, list: CallList): Html {
  const { language, now } = view;
  const w = callsText[language];
  const { from, until, only, next, calls } = list;
  const isLatest = until > now;
  const kept = isLatest ? {} : { until };
  const tab = (mark: (typeof CALL_MARKS)[number] | undefined): Html =>
    html`<a href="${address({ ...kept, only: mark })}"${
      mark === only ? html` aria-current="page"` : ''
    }>${w.tabs[mark ?? 'all']}</a>`;
  const { columns } = w;
  return consolePage(view, {
    title: w.title,
    here: 'calls',
    body: html`<div class="head"><h1>${w.title}</h1>
<p class="faint">${w.week} ${timeMark(from, view)} ${w.to} ${timeMark(Math.min(until, now), view)}</p></div>
<nav class="tabs" aria-label="${w.tabsLabel}">${tab(undefined)}${CALL_MARKS.map(tab)}</nav>
${
  calls.length === 0
    ? html`<p class="card empty">${w.empty[only ?? 'all']}</p>`
    : html`<div class="card flush"><table class="cases calls">
<caption class="visually-hidden">${w.title}</caption>
<thead><tr>${Object.values(columns).map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${calls.map((call) => row(call, view))}</tbody></table></div>`
}
<p class="paging">${!isLatest && html`<a class="button quiet" href="${address({ only })}">${w.latest}</a>`}${
      next === undefined
        ? html`<a class="button" rel="next" href="${address({ only, until: from })}">${w.earlier}</a>`
        : html`<a class="button" rel="next" href="${address({ ...kept, only, next })}">${w.next}</a>`
    }</p>`,
  });
}
