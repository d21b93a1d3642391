import { caseType, priority, relation } from '#events/vocabulary.ts';
import { isActive } from '#shared/domain/cases/case.ts';
import { type Html, html } from '../../shell/http/html.ts';
import { priorityLabel, typeLabel } from '../../shell/text/labels.ts';
import { departmentName } from '../../shell/view.ts';
import { actionText } from '../text/action-text.ts';
import { relationLabel } from '../text/desk-event-text.ts';
import {
  type ActionFormContext,
  area,
  type Choice,
  choice,
  folded,
  line,
  localTimeField,
} from './action-form.ts';
import { choicesOf, namedChoices } from './label-choices.ts';

const BEGINNING = 60;

function askForm(context: ActionFormContext): Html {
  const { file, view } = context;
  const w = actionText[view.language].ask;
  return folded(
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

function handOverForm(context: ActionFormContext): Html {
  const { file, view } = context;
  if (!isActive(file.supportCase.status)) return html``;
  const w = actionText[view.language]['hand-over'];
  return folded(
    'hand-over',
    context,
    html`<p class="faint">${w.hint}</p>${line(context, 'hand-over', { name: 'holder', label: w.holder })}
${line(context, 'hand-over', { name: 'number', label: w.number, required: false, dir: 'ltr' })}
${localTimeField(context, 'hand-over', { name: 'dueAt', label: w.dueAt, required: false })}`,
  );
}

function answerForm(context: ActionFormContext): Html {
  const { file, view } = context;
  const w = actionText[view.language].answer;
  const open = (file.supportCase.requests ?? []).filter(({ ended }) => !ended);
  if (open.length === 0) return html``;
  const choices = open.map(({ id, department }) => ({
    value: id,
    label: `${departmentName(view, department)} (${id})`,
  }));
  return folded(
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

function splitForm(context: ActionFormContext): Html {
  const { file, view } = context;
  const messages = received(context);
  if (messages.length === 0) return html``;
  const { supportCase } = file;
  const w = actionText[view.language].split;
  const field = (name: string, label: string, first: string, choices: Choice[]): Html =>
    choice(context, 'split', { name, label, first, choices });
  return folded(
    'split',
    context,
    html`<p class="faint">${w.hint}</p>${field('message', w.message, messages.at(-1)?.value ?? '', messages)}
<div class="pair">${field('type', w.type, supportCase.type, choicesOf(caseType.options, typeLabel, view))}
${field('category', w.category, supportCase.category, namedChoices(view.rules.categories.values(), view))}
${field('priority', w.priority, supportCase.priority, choicesOf(priority.options, priorityLabel, view))}</div>`,
  );
}

function watchForms(context: ActionFormContext): Html {
  const { file, view } = context;
  const w = actionText[view.language];
  const mine = view.agent.user;
  const watching = file.supportCase.watchers?.includes(mine) ?? false;
  return folded(
    'watch',
    context,
    line(context, 'watch', { name: 'user', label: w.watch.user, first: watching ? '' : mine }),
  );
}

/** Return the forms that connect a case with people, departments and other cases. */
export function commitmentActions(context: ActionFormContext): Html {
  const { file, view } = context;
  const w = actionText[view.language];
  const links = choicesOf(relation.extract(['related', 'parent', 'child']).options, relationLabel, view);
  return html`${
    isActive(file.supportCase.status) &&
    folded(
      'promise',
      context,
      localTimeField(context, 'promise', { name: 'dueAt', label: w.promise.dueAt, hint: w.promise.hint }),
    )
  }
${askForm(context)}
${answerForm(context)}
${handOverForm(context)}
${folded(
  'merge',
  context,
  line(context, 'merge', { name: 'into', label: w.merge.into, hint: w.merge.hint, dir: 'ltr' }),
)}
${folded(
  'link',
  context,
  html`${line(context, 'link', { name: 'with', label: w.link.with, dir: 'ltr' })}${choice(context, 'link', {
    name: 'as',
    label: w.link.as,
    choices: links,
  })}`,
)}
${splitForm(context)}
${watchForms(context)}`;
}
