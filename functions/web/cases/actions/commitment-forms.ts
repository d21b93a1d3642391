import { extensionGround } from '#events/case-extended.v1.ts';
import { caseType, contactMeans, priority, relation } from '#events/vocabulary.ts';
import { canBeWritten, extensibleUntil } from '#shared/domain/cases/decisions/extend-period.ts';
import { formatInstant } from '#shared/domain/text/format-instant.ts';
import { type Html, html } from '../../shell/http/html.ts';
import { priorityLabel, typeLabel } from '../../shell/text/labels.ts';
import { categoryName, departmentName, staffName } from '../../shell/view.ts';
import { actionText } from '../text/action-text.ts';
import { extensionGroundLabel, meansLabel, relationLabel } from '../text/desk-event-text.ts';
import { type ActionFormContext, area, type Choice, choice, line, localTimeField } from './action-form.ts';
import { choicesOf, namedChoices, withCurrent } from './label-choices.ts';
import { type DialogAction, dialogAction } from './toolbar.ts';

const BEGINNING = 60;

function askForm(context: ActionFormContext): DialogAction {
  const { file, view } = context;
  const w = actionText[view.language].ask;
  return dialogAction(
    'ask',
    context,
    html`${choice(context, 'ask', {
      name: 'department',
      label: w.department,
      first: file.supportCase.department,
      choices: namedChoices(view.rules.departments.values(), view),
    })}
${area(context, 'ask', { name: 'text', label: w.text, hint: w.hint, required: false })}
${localTimeField(context, 'ask', { name: 'dueAt', label: w.dueAt, hint: w.dueHint, required: false })}`,
  );
}

function handOverForm(context: ActionFormContext): DialogAction {
  const { view } = context;
  const w = actionText[view.language]['hand-over'];
  return dialogAction(
    'hand-over',
    context,
    html`<p class="faint">${w.hint}</p>${line(context, 'hand-over', { name: 'holder', label: w.holder })}
${line(context, 'hand-over', { name: 'number', label: w.number, required: false, dir: 'ltr' })}
${localTimeField(context, 'hand-over', { name: 'dueAt', label: w.dueAt, required: false })}`,
  );
}

/** Return the form that extends the period of a request about personal data, while the law allows it. */
function extendForm(context: ActionFormContext): DialogAction | undefined {
  const { file, view } = context;
  const { language, rules, now } = view;
  const until = extensibleUntil(file.supportCase, { rules, now });
  if (until === null) return undefined;
  const w = actionText[language]['extend-period'];
  const { zone } = rules.desk.calendar.calendar;
  const grounds = choicesOf(extensionGround.options, extensionGroundLabel, view);
  const informedBy = choice(context, 'extend-period', {
    ...{ name: 'informedBy', label: w.informedBy, none: w.notYet },
    choices: choicesOf(contactMeans.options, meansLabel, view),
  });
  return dialogAction(
    'extend-period',
    context,
    html`<p class="faint">${w.hint(formatInstant(until, language, zone))}</p>
${choice(context, 'extend-period', { name: 'because', label: w.because, none: w.choose, choices: grounds })}
${area(context, 'extend-period', { name: 'text', label: w.text, hint: w.textHint, longest: 2000 })}
${!canBeWritten(file.supportCase) && informedBy}`,
  );
}

function answerForm(context: ActionFormContext): DialogAction | undefined {
  const { file, view } = context;
  const w = actionText[view.language].answer;
  const open = (file.supportCase.requests ?? []).filter(({ ended }) => !ended);
  if (open.length === 0) return undefined;
  const choices = open.map(({ id, department }) => ({
    value: id,
    label: `${departmentName(view, department)} (${id})`,
  }));
  return dialogAction(
    'answer',
    context,
    html`${choice(context, 'answer', { name: 'request', label: w.request, choices })}
${area(context, 'answer', { name: 'text', label: w.text, hint: w.hint, required: false })}`,
  );
}

/** List the messages of the beneficiary, each by its first words. */
const received = ({ file }: ActionFormContext): Choice[] =>
  [...file.messages.values()]
    .filter(({ direction }) => direction === 'in')
    .map(({ id, text, subject }) => ({ value: id, label: (text || subject || id).slice(0, BEGINNING) }));

function splitForm(context: ActionFormContext): DialogAction | undefined {
  const { file, view } = context;
  const messages = received(context);
  if (messages.length === 0) return undefined;
  const { supportCase } = file;
  const w = actionText[view.language].split;
  const field = (name: string, label: string, first: string, choices: Choice[]): Html =>
    choice(context, 'split', { name, label, first, choices });
  const offered = namedChoices(view.rules.categories.values(), view);
  const categories = withCurrent(offered, supportCase.category, categoryName, view);
  return dialogAction(
    'split',
    context,
    html`<p class="faint">${w.hint}</p>${field('message', w.message, messages.at(-1)?.value ?? '', messages)}
<div class="pair">${field('type', w.type, supportCase.type, choicesOf(caseType.options, typeLabel, view))}
${field('category', w.category, supportCase.category, categories)}
${field('priority', w.priority, supportCase.priority, choicesOf(priority.options, priorityLabel, view))}</div>`,
  );
}

function watchForm(context: ActionFormContext): DialogAction {
  const { file, view } = context;
  const w = actionText[view.language];
  const watchers = new Set(file.supportCase.watchers);
  const users = [...new Set([view.agent.user, ...view.rules.staff.keys()])].filter(
    (one) => !watchers.has(one),
  );
  const choices = users.map((value) => ({ value, label: staffName(view, value) }));
  const first = view.agent.user;
  const none = !users.includes(first) && { none: w.watch.choose };
  return dialogAction(
    'watch',
    context,
    choice(context, 'watch', { name: 'user', label: w.watch.user, first, ...none, choices }),
  );
}

const present = (actions: readonly (DialogAction | undefined)[]): readonly DialogAction[] =>
  actions.filter((one) => one !== undefined);

/** Return the actions with people outside the desk: promises, departments, other bodies. */
export function commitmentActions(context: ActionFormContext): readonly DialogAction[] {
  const w = actionText[context.view.language].promise;
  const acted = context.refused?.action === 'promise' ? context.refused.acted : undefined;
  const asks = acted?.outcome === 'wrong' && acted.fields.includes('dueAt.dayOff');
  const time = html`${localTimeField(context, 'promise', { name: 'dueAt', label: w.dueAt, hint: w.hint })}${
    asks &&
    html`<label class="check"><input type="checkbox" name="dayOff" value="1"><span>${w.dayOff}</span></label>`
  }`;
  return present([
    dialogAction('promise', context, time),
    askForm(context),
    answerForm(context),
    handOverForm(context),
    extendForm(context),
  ]);
}

/** Return the actions that connect a case with other cases and with staff who watch it. */
export function linkActions(context: ActionFormContext): readonly DialogAction[] {
  const { view } = context;
  const w = actionText[view.language];
  const links = choicesOf(relation.extract(['related', 'parent', 'child']).options, relationLabel, view);
  return present([
    dialogAction(
      'merge',
      context,
      line(context, 'merge', { name: 'into', label: w.merge.into, hint: w.merge.hint, dir: 'ltr' }),
    ),
    dialogAction(
      'link',
      context,
      html`${line(context, 'link', { name: 'with', label: w.link.with, dir: 'ltr' })}${choice(
        context,
        'link',
        {
          name: 'as',
          label: w.link.as,
          choices: links,
        },
      )}`,
    ),
    splitForm(context),
    watchForm(context),
  ]);
}
