import {
  caseType,
  closingReason,
  contactMeans,
  language as languages,
  priority,
  resolutionOutcome,
  segment,
} from '#events/vocabulary.ts';
import { isActive } from '#shared/domain/cases/case.ts';
import { isSetAside, VIRUS } from '#shared/domain/cases/set-aside.ts';
import { transitions } from '#shared/domain/cases/transitions.ts';
import { type Html, html } from '../../shell/http/html.ts';
import { icon } from '../../shell/icons.ts';
import {
  closingLabel,
  outcomeLabel,
  priorityLabel,
  segmentLabel,
  statusLabel,
  typeLabel,
} from '../../shell/text/labels.ts';
import type { View } from '../../shell/view.ts';
import type { CaseFile } from '../load-case.ts';
import { actionText } from '../text/action-text.ts';
import { languageLabel, meansLabel } from '../text/desk-event-text.ts';
import {
  type ActionFormContext,
  actionForm,
  area,
  type Choice,
  choice,
  flagged,
  folded,
  line,
  localTimeField,
  type RefusedAction,
  written,
} from './action-form.ts';
import { commitmentActions } from './commitment-forms.ts';
import { choicesOf, namedChoices } from './label-choices.ts';
import { type Replying, replyForm } from './reply-form.ts';

export type { RefusedAction as Refused } from './action-form.ts';

function noteForm(context: ActionFormContext): Html {
  const w = actionText[context.view.language].note;
  return folded('note', context, area(context, 'note', { name: 'text', label: w.text, hint: w.hint }));
}

function assignForms(context: ActionFormContext): Html {
  const { file, view } = context;
  const { assignee } = file.supportCase;
  const w = actionText[view.language].assign;
  const { staff } = view.rules;
  const mine = assignee === view.agent.user;
  const colleagues = [...staff.values()].map(({ user, name }) => ({
    value: user,
    label: `${name[view.language]} (${user})`,
  }));
  const field =
    colleagues.length > 0
      ? choice(context, 'assign', { name: 'to', label: w.to, first: view.agent.user, choices: colleagues })
      : line(context, 'assign', { name: 'to', label: w.to, first: mine ? '' : view.agent.user });
  return html`${folded('assign', context, field)}${assignee !== undefined && folded('unassign', context, html``)}`;
}

function reclassifyForm(context: ActionFormContext): Html {
  const { file, view } = context;
  const { supportCase } = file;
  const w = actionText[view.language].reclassify;
  const field = (
    name: 'type' | 'category' | 'department' | 'priority' | 'segment' | 'language',
    of: Choice[],
  ) => choice(context, 'reclassify', { name, label: w.fields[name], first: supportCase[name], choices: of });
  return folded(
    'reclassify',
    context,
    html`<p class="faint">${w.hint}</p><div class="pair">
${field('type', choicesOf(caseType.options, typeLabel, view))}
${field('priority', choicesOf(priority.options, priorityLabel, view))}
${field('category', namedChoices(view.rules.categories.values(), view))}
${field('department', namedChoices(view.rules.departments.values(), view))}
${field('segment', choicesOf(segment.options, segmentLabel, view))}
${field('language', choicesOf(languages.options, languageLabel, view))}
</div>`,
  );
}

function contactForm(context: ActionFormContext): Html {
  const { view } = context;
  const w = actionText[view.language].contact;
  return folded(
    'contact',
    context,
    html`${area(context, 'contact', { name: 'text', label: w.text, hint: w.hint })}<div class="pair">
${choice(context, 'contact', {
  name: 'means',
  label: w.means,
  choices: choicesOf(contactMeans.options, meansLabel, view),
})}
${localTimeField(context, 'contact', {
  name: 'happenedAt',
  label: w.happenedAt,
  hint: w.happenedHint,
  required: false,
})}</div>`,
  );
}

function workForms(context: ActionFormContext, replying: Replying): Html {
  const { file, view } = context;
  const w = actionText[view.language];
  const next = choicesOf(transitions[file.supportCase.status].filter(isActive), statusLabel, view);
  return html`${replyForm(context, next, replying)}
${folded(
  'resolve',
  context,
  html`${choice(context, 'resolve', {
    name: 'ended',
    label: w.resolve.ended,
    none: w.resolve.choose,
    choices: choicesOf(resolutionOutcome.options, outcomeLabel, view),
  })}
${area(context, 'resolve', {
  name: 'outcome',
  label: w.resolve.outcome,
  hint: w.resolve.hint,
  longest: 4000,
})}`,
)}
${noteForm(context)}
${contactForm(context)}
${folded('status', context, choice(context, 'status', { name: 'to', label: w.status.to, choices: next }))}
${assignForms(context)}
${reclassifyForm(context)}`;
}

function closeForm(context: ActionFormContext): Html {
  const { view } = context;
  const w = actionText[view.language].close;
  return folded(
    'close',
    context,
    html`${choice(context, 'close', {
      name: 'reason',
      label: w.reason,
      choices: choicesOf(closingReason.options, closingLabel, view),
    })}
${line(context, 'close', { name: 'duplicateOf', label: w.duplicateOf, required: false, dir: 'ltr' })}`,
  );
}

function eraseForm(context: ActionFormContext): Html {
  const { view } = context;
  const w = actionText[view.language].erase;
  return folded(
    'erase',
    context,
    html`<p class="notice notice-warn">${icon('alarm')}${w.hint}</p><label class="check"><input type="checkbox"
  name="sure" value="1" required${
    written(context, 'erase', 'sure') === '1' ? html` checked` : ''
  }${flagged(context, 'erase', 'sure')}><span>${w.sure}</span></label>`,
  );
}

/** Return the form for mail that a verdict set aside. Only a supervisor restores mail with a virus verdict. */
function restoreForm(context: ActionFormContext): Html {
  const { file, view } = context;
  const w = actionText[view.language].restore;
  const dangerous = file.supportCase.quarantine === VIRUS;
  const may = !dangerous || view.agent.role === 'supervisor';
  return html`<div class="reply"><h3>${w.title}</h3>
<p class="faint">${dangerous ? w.dangerous : w.hint}</p>${may && actionForm('restore', context, html``)}</div>`;
}

function formsFor(context: ActionFormContext, replying: Replying): Html {
  const { file, view } = context;
  const { status, merged } = file.supportCase;
  const w = actionText[view.language];
  if (merged)
    return html`<div class="reply"><h3>${w.unmerge.title}</h3>
<p class="faint">${w.unmerge.hint}</p>${actionForm('unmerge', context, html``)}</div>${noteForm(context)}`;
  if (isSetAside(file.supportCase)) return html`${restoreForm(context)}${noteForm(context)}`;
  if (isActive(status))
    return html`${workForms(context, replying)}${commitmentActions(context)}${closeForm(context)}`;
  return html`<div class="reply"><h3>${w.reopen.title}</h3>
<p class="faint">${w.reopen.hint}</p>${actionForm('reopen', context, html``)}</div>
${noteForm(context)}${status === 'resolved' && html`${reclassifyForm(context)}${closeForm(context)}`}`;
}

/** Return the forms of all actions that are possible now. Leaders have none, and an erased case has none. */
export function caseActions(file: CaseFile, view: View, replying: Replying, refused?: RefusedAction): Html {
  if (view.agent.role === 'leader' || file.supportCase.erased) return html``;
  const context: ActionFormContext = { file, view, refused };
  return html`<section class="card actions" id="actions" aria-labelledby="actions-title">
<h2 id="actions-title">${actionText[view.language].title}</h2>
${formsFor(context, replying)}
${view.agent.role === 'supervisor' && eraseForm(context)}
</section>`;
}
