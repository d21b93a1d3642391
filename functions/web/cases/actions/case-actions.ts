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
import {
  isForSupervisor,
  isSetAside,
  MACHINE_MAIL,
  runsNoClock,
  VIRUS,
} from '#shared/domain/cases/set-aside.ts';
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
import { categoryName, departmentName, staffName, type View } from '../../shell/view.ts';
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
  line,
  localTimeField,
  written,
} from './action-form.ts';
import { assignees } from './action-input.ts';
import { commitmentActions, linkActions } from './commitment-forms.ts';
import { correctForm } from './correct-form.ts';
import { choicesOf, namedChoices, withCurrent } from './label-choices.ts';
import type { RefusedAction } from './refusal-reasons.ts';
import { type Replying, replyForm } from './reply-form.ts';
import { type DialogAction, dialogAction, type Toolbar, toolbar } from './toolbar.ts';

export type { RefusedAction as Refused } from './refusal-reasons.ts';

import { can } from '../../shell/access.ts';

function noteForm(context: ActionFormContext): Html {
  const w = actionText[context.view.language].note;
  return html`<details class="action note" name="composer"${
    context.refused?.action === 'note' ? html` open` : ''
  }><summary>${w.title}</summary>${actionForm(
    'note',
    context,
    area(context, 'note', { name: 'text', label: w.text, hint: w.hint, rows: 3 }),
  )}</details>`;
}

function assignActions(context: ActionFormContext): readonly DialogAction[] {
  const { file, view } = context;
  const { assignee } = file.supportCase;
  const w = actionText[view.language].assign;
  const colleagues = assignees(view).map((user) => ({ value: user, label: staffName(view, user) }));
  const first = view.agent.user;
  const field = html`${choice(context, 'assign', { name: 'to', label: w.to, first, choices: colleagues })}${
    view.rules.staff.size === 0 && html`<p class="faint">${actionText[view.language].wrong['to.nobody']}</p>`
  }`;
  const assign = dialogAction('assign', context, field);
  return assignee === undefined ? [assign] : [assign, dialogAction('unassign', context, html``)];
}

function reclassifyForm(context: ActionFormContext): DialogAction {
  const { file, view } = context;
  const { supportCase } = file;
  const w = actionText[view.language].reclassify;
  const field = (
    name: 'type' | 'category' | 'department' | 'priority' | 'segment' | 'language',
    of: Choice[],
  ) => choice(context, 'reclassify', { name, label: w.fields[name], first: supportCase[name], choices: of });
  const kept = (
    name: 'category' | 'department',
    entries: View['rules']['categories'] | View['rules']['departments'],
    nameOf: typeof categoryName,
  ) => withCurrent(namedChoices(entries.values(), view), supportCase[name], nameOf, view);
  return dialogAction(
    'reclassify',
    context,
    html`<p class="faint">${w.hint}</p><div class="pair">
${field('type', choicesOf(caseType.options, typeLabel, view))}
${field('priority', choicesOf(priority.options, priorityLabel, view))}
${field('category', kept('category', view.rules.categories, categoryName))}
${field('department', kept('department', view.rules.departments, departmentName))}
${field('segment', choicesOf(segment.options, segmentLabel, view))}
${field('language', choicesOf(languages.options, languageLabel, view))}
</div>`,
  );
}

function contactForm(context: ActionFormContext): DialogAction {
  const { view } = context;
  const w = actionText[view.language].contact;
  return dialogAction(
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

/** Return the statuses that an active case can have next. */
const nextStatuses = ({ file, view }: ActionFormContext): Choice[] =>
  choicesOf(transitions[file.supportCase.status].filter(isActive), statusLabel, view);

function workActions(context: ActionFormContext): readonly DialogAction[] {
  const { view } = context;
  const w = actionText[view.language];
  const resolve = dialogAction(
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
  );
  const status = dialogAction(
    'status',
    context,
    choice(context, 'status', { name: 'to', label: w.status.to, choices: nextStatuses(context) }),
  );
  return [resolve, contactForm(context), status, ...assignActions(context), reclassifyForm(context)];
}

function closeForm(context: ActionFormContext): DialogAction {
  const { view } = context;
  const w = actionText[view.language].close;
  return dialogAction(
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

function eraseForm(context: ActionFormContext): DialogAction {
  const { view } = context;
  const w = actionText[view.language].erase;
  return dialogAction(
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
  const { quarantine } = file.supportCase;
  const may = can(view, 'cases.supervise') || !isForSupervisor(quarantine);
  const hint = quarantine === VIRUS ? w.dangerous : quarantine === MACHINE_MAIL ? w.machine : w.hint;
  return html`<div class="first-act"><h3>${w.title}</h3>
<p class="faint">${hint}</p>${may && actionForm('restore', context, html``)}</div>`;
}

/** Return the act that comes before all others on a case without work: it is merged, set aside or ended. */
function firstAct(context: ActionFormContext): Html {
  const { supportCase } = context.file;
  const w = actionText[context.view.language];
  const act = (action: 'unmerge' | 'reopen'): Html =>
    html`<div class="first-act"><h3>${w[action].title}</h3>
<p class="faint">${w[action].hint}</p>${actionForm(action, context, html``)}</div>`;
  if (supportCase.merged) return act('unmerge');
  return isSetAside(supportCase) ? restoreForm(context) : act('reopen');
}

const isWorked = ({ supportCase }: CaseFile): boolean =>
  !supportCase.merged && !isSetAside(supportCase) && isActive(supportCase.status);

const mayAct = ({ supportCase }: CaseFile, view: View): boolean =>
  can(view, 'cases.work') && !supportCase.erased;

/** Return the composer below the conversation: the reply and the internal note, of which one is open. */
export function caseComposer(file: CaseFile, view: View, replying: Replying, refused?: RefusedAction): Html {
  if (!mayAct(file, view)) return html``;
  const context: ActionFormContext = { file, view, refused };
  const label = actionText[view.language].composer;
  const replies = isWorked(file);
  return html`<section class="composer${replies ? '' : ' composer-note'}" id="actions" aria-label="${label}">
${replies ? replyForm(context, nextStatuses(context), replying) : firstAct(context)}
${noteForm(context)}
</section>`;
}

/** Return the acts that need one click: the case is mine, or it is spam. */
function quickActs(context: ActionFormContext): Html {
  const { file, view } = context;
  if (!isWorked(file)) return html``;
  const silent: ActionFormContext = { file, view, refused: undefined };
  const w = actionText[view.language];
  const mine = file.supportCase.assignee === view.agent.user;
  return html`${
    !mine &&
    actionForm('assign', silent, html``, {
      ...{ fixed: { to: view.agent.user }, quiet: true, silent: true, label: w.assign.toMe },
    })
  }${actionForm('close', silent, html``, {
    ...{ fixed: { reason: 'spam' }, quiet: true, silent: true, label: w.close.spam },
  })}`;
}

/** Return the note on a newsletter: it has no deadlines until somebody says that it is a real matter. */
export function clocklessNotice(file: CaseFile, view: View, refused?: RefusedAction): Html {
  if (!runsNoClock(file.supportCase)) return html``;
  const context: ActionFormContext = { file, view, refused };
  const w = actionText[view.language].restore;
  return html`<section class="notice quarantine" aria-label="${w.clockless}">${icon('pause')}<div>
<p>${w.clockless}</p>${
    mayAct(file, view) && actionForm('restore', context, html``, { quiet: true, label: w.start })
  }</div></section>`;
}

/**
 * Return the toolbar with the actions that are possible now. Readers have none, and an erased case has none.
 */
export function caseToolbar(file: CaseFile, view: View, refused?: RefusedAction): Toolbar {
  if (!mayAct(file, view)) return { bar: html``, dialogs: html`` };
  const context: ActionFormContext = { file, view, refused };
  const { merged, status } = file.supportCase;
  const works = isWorked(file);
  const corrects = !merged && !isSetAside(file.supportCase) && status === 'resolved';
  const erases = can(view, 'cases.supervise') ? [eraseForm(context)] : [];
  const own = works ? workActions(context) : corrects ? [reclassifyForm(context)] : [];
  return toolbar(context, quickActs(context), [
    [...own, correctForm(context)],
    works ? commitmentActions(context) : [],
    works ? linkActions(context) : [],
    [...(works || corrects ? [closeForm(context)] : []), ...erases],
  ]);
}
