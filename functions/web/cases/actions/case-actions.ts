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
import { correctForm } from './correct-form.ts';
import { choicesOf, namedChoices } from './label-choices.ts';
import { type Replying, replyForm } from './reply-form.ts';

export type { RefusedAction as Refused } from './action-form.ts';

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

/** Return the statuses that an active case can have next. */
const nextStatuses = ({ file, view }: ActionFormContext): Choice[] =>
  choicesOf(transitions[file.supportCase.status].filter(isActive), statusLabel, view);

function workForms(context: ActionFormContext): Html {
  const { view } = context;
  const w = actionText[view.language];
  return html`${folded(
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
${contactForm(context)}
${folded(
  'status',
  context,
  choice(context, 'status', { name: 'to', label: w.status.to, choices: nextStatuses(context) }),
)}
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
export function quickActs(file: CaseFile, view: View): Html {
  if (!mayAct(file, view) || !isWorked(file)) return html``;
  const context: ActionFormContext = { file, view, refused: undefined };
  const w = actionText[view.language];
  const mine = file.supportCase.assignee === view.agent.user;
  return html`<div class="quick-acts small">${
    !mine &&
    actionForm('assign', context, html``, {
      ...{ fixed: { to: view.agent.user }, quiet: true, silent: true, label: w.assign.toMe },
    })
  }${actionForm('close', context, html``, {
    ...{ fixed: { reason: 'spam' }, quiet: true, silent: true, label: w.close.spam },
  })}</div>`;
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

/** Return the forms of all other actions that are possible now. Readers have none, and an erased case has none. */
export function caseActions(file: CaseFile, view: View, refused?: RefusedAction): Html {
  if (!mayAct(file, view)) return html``;
  const context: ActionFormContext = { file, view, refused };
  const { merged, status } = file.supportCase;
  const corrects = !merged && !isSetAside(file.supportCase) && status === 'resolved';
  const erases = can(view, 'cases.supervise');
  return html`<section class="card actions" aria-labelledby="actions-title">
<h2 id="actions-title">${actionText[view.language].title}</h2>
${isWorked(file) && html`${workForms(context)}${commitmentActions(context)}${closeForm(context)}`}
${corrects && html`${reclassifyForm(context)}${closeForm(context)}`}
${correctForm(context)}
${erases && eraseForm(context)}
</section>`;
}
