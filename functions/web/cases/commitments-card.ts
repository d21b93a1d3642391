import type { DepartmentRequest } from '#shared/domain/cases/case.ts';
import { can } from '../shell/access.ts';
import { ltr } from '../shell/badges.ts';
import { type Html, html } from '../shell/http/html.ts';
import { icon } from '../shell/icons.ts';
import { timeMark } from '../shell/time-mark.ts';
import { departmentName, staffName, type View } from '../shell/view.ts';
import { type ActionFormContext, actionForm } from './actions/action-form.ts';
import type { RefusedAction } from './actions/refusal-reasons.ts';
import { toCase } from './event-speech.ts';
import type { CaseFile } from './load-case.ts';
import { actionText } from './text/action-text.ts';
import { commitmentText } from './text/commitment-text.ts';
import { relationLabel } from './text/desk-event-text.ts';

function promise({ file, view }: ActionFormContext, small: (action: 'withdraw-promise') => Html): Html {
  const { supportCase } = file;
  if (!supportCase.promise) return html``;
  const w = commitmentText[view.language];
  const late = supportCase.promise.dueAt < view.now;
  return html`<div class="company"><h3>${w.promise}</h3>
<p class="due due-${late ? 'overdue' : 'calm'}">${icon(late ? 'alarm' : 'clock')}<strong>${timeMark(
    supportCase.promise.dueAt,
    view,
  )}</strong></p>${small('withdraw-promise')}</div>`;
}

interface RequestForms {
  readonly withdraw: (request: string) => Html;
  readonly decide: (request: string, until: number, granted: 'yes' | 'no') => Html;
}

/** Return the wish of a department for more time, with its decision, or the time that it got. */
function requestedTime(
  { id, time, ended, firstDueAt }: DepartmentRequest,
  view: View,
  { decide }: RequestForms,
): Html {
  const w = commitmentText[view.language];
  if (ended) return html``;
  if (time?.state === 'asked')
    return html`<small class="due due-near">${icon('alarm')}${w.asksTime} ${timeMark(time.until, view)}</small>
<span class="decide">${decide(id, time.until, 'yes')}${decide(id, time.until, 'no')}</span>`;
  if (firstDueAt === undefined) return html``;
  return html`<small class="faint">${w.gotTime} ${timeMark(firstDueAt, view)}</small>`;
}

function requests({ file, view }: ActionFormContext, forms: RequestForms): Html {
  const all = file.supportCase.requests ?? [];
  if (all.length === 0) return html``;
  const { language, now } = view;
  const w = commitmentText[language];
  return html`<div class="company"><h3>${w.requests}</h3><ul class="others">${all.map((one) => {
    const { id, department, dueAt, ended } = one;
    const tone = ended ? 'finished' : dueAt < now ? 'overdue' : 'calm';
    const until = ended ? w.ended[ended.how] : timeMark(dueAt, view);
    return html`<li><span>${departmentName(view, department)}<small
  class="due due-${tone}">${icon(ended ? 'done' : 'clock')}${until}</small>${requestedTime(one, view, forms)}</span>${
    !ended && forms.withdraw(id)
  }</li>`;
  })}</ul></div>`;
}

function outside({ file, view }: ActionFormContext, small: (id: string) => Html): Html {
  const all = file.supportCase.outside ?? [];
  if (all.length === 0) return html``;
  const { language, now } = view;
  const w = commitmentText[language];
  return html`<div class="company"><h3>${w.outside}</h3><ul class="others">${all.map(
    ({ id, holder, number, since, until, ended }) => {
      const tone = ended ? 'finished' : until < now ? 'overdue' : 'calm';
      return html`<li><span><bdi>${holder || w.otherBody}</bdi>${number !== undefined && html` ${ltr(number)}`}
<small class="faint">${w.since} ${timeMark(since, view)}</small>
<small class="due due-${tone}">${icon(ended ? 'done' : 'clock')}${
        ended ? w.returned : timeMark(until, view)
      }</small></span>${!ended && small(id)}</li>`;
    },
  )}</ul></div>`;
}

function links({ file, view }: ActionFormContext, small: (fixed: Record<string, string>) => Html): Html {
  const all = file.supportCase.links ?? [];
  if (all.length === 0) return html``;
  const w = commitmentText[view.language];
  return html`<div class="company"><h3>${w.links}</h3><ul class="others">${all.map(
    ({ to, as }) =>
      html`<li><span>${toCase(to)} <small
  class="faint">${relationLabel[as][view.language]}</small></span>${
    as !== 'merged-from' && small({ with: to, as })
  }</li>`,
  )}</ul></div>`;
}

function watching({ file, view }: ActionFormContext, small: (user: string) => Html): Html {
  const all = file.supportCase.watchers ?? [];
  if (all.length === 0) return html``;
  return html`<div class="company"><h3>${commitmentText[view.language].watchers}</h3><ul class="others">${all.map(
    (user) => html`<li><bdi>${staffName(view, user)}</bdi>${small(user)}</li>`,
  )}</ul></div>`;
}

/** Return the promises, requests, hand-overs, links and watchers of the case; empty for most cases. */
export function commitmentsCard(file: CaseFile, view: View, refused?: RefusedAction): Html {
  const { promise: promised, requests: asked, outside: held, links: linked, watchers } = file.supportCase;
  if (!promised && ![asked, held, linked, watchers].some((list) => list?.length)) return html``;
  const context: ActionFormContext = { file, view, refused };
  const acts = can(view, 'cases.work') && !file.supportCase.erased;
  const small = (
    action: Parameters<typeof actionForm>[0],
    fixed: Record<string, string> = {},
    label?: string,
  ): Html => {
    const options = { fixed, quiet: true, ...(label !== undefined && { label }) };
    return acts ? html`<div class="small">${actionForm(action, context, html``, options)}</div>` : html``;
  };
  return html`<section class="card" aria-labelledby="company-title">
<h2 id="company-title">${commitmentText[view.language].title}</h2>
${promise(context, small)}
${requests(context, {
  withdraw: (request) => small('withdraw-request', { request }),
  decide: (request, until, granted) =>
    small(
      'decide-time',
      { request, until: String(until), granted },
      granted === 'no' ? actionText[view.language]['decide-time'].refuse : undefined,
    ),
})}
${outside(context, (holding) => small('take-back', { holding }))}
${links(context, (fixed) => small('unlink', fixed))}
${watching(context, (user) => small('unwatch', { user }))}
</section>`;
}
