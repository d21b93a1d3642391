import { answerAddresses } from '#shared/domain/cases/case.ts';
import type { Message } from '#shared/domain/cases/message-schema.ts';
import { suits } from '#shared/domain/mail/reply-template.ts';
import { isUnattended } from '#shared/domain/mail/unattended.ts';
import { ltr } from '../../shell/badges.ts';
import { filePicker } from '../../shell/file-picker.ts';
import { foreignLine } from '../../shell/foreign-text.ts';
import { type Html, html } from '../../shell/http/html.ts';
import { MOST_FILE_BYTES } from '../../shell/http/sent-form.ts';
import { icon } from '../../shell/icons.ts';
import { languageName } from '../../shell/text/language-name.ts';
import type { View } from '../../shell/view.ts';
import { type Chosen, chosenTemplate } from '../fill-template.ts';
import type { CaseFile } from '../load-case.ts';
import { actionText } from '../text/action-text.ts';
import {
  type ActionFormContext,
  actionForm,
  area,
  type Choice,
  choice,
  flagged,
  written,
} from './action-form.ts';

/** The reply being written: its template and copies. */
export interface Replying {
  readonly template?: Chosen | undefined;
  /** A reply that was undone. Its words and files are in the form again. */
  readonly undone?: Message | undefined;
}

/** Return the text of a template for the script of the page, which inserts it at the cursor. */
function filledText(id: string, supportCase: CaseFile['supportCase'], view: View): Html | string {
  const filled = chosenTemplate(id, supportCase, view);
  return filled && 'text' in filled ? html` data-text="${filled.text}"` : '';
}

/** List the templates for the case, in a separate form that only loads the page again. */
function templates({ file, view }: ActionFormContext, { template: chosen }: Replying): Html {
  const { language } = view;
  const w = actionText[language].reply;
  const fitting = [...view.rules.replyTemplates.values()].filter((one) => suits(one, file.supportCase));
  if (fitting.length === 0) return html``;
  const missing =
    chosen && 'missing' in chosen
      ? html`<div class="notice notice-bad" role="alert">${icon('alarm')}<div><p>${w.templateMissing}</p>
<ul>${chosen.missing.map((name) => html`<li>${w.placeholders[name]}</li>`)}</ul></div></div>`
      : '';
  return html`<form method="get" action="/cases/${file.supportCase.id}#actions" class="template">
<label class="field"><span>${w.template}</span><small>${w.templateHint}</small><select name="template">${fitting.map(
    ({ id, name }) =>
      html`<option value="${id}"${filledText(id, file.supportCase, view)}${
        id === chosen?.id ? html` selected` : ''
      }>${name[language]}</option>`,
  )}</select></label>
<button type="submit">${w.useTemplate}</button>
</form>${missing}`;
}

function copies(context: ActionFormContext, undone: Message | undefined): Html {
  const w = actionText[context.view.language].reply;
  return html`<label class="field"><span>${w.cc}</span><small>${w.ccHint}</small><input name="cc" dir="ltr"
  inputmode="email" autocomplete="off" maxlength="3000"
  value="${written(context, 'reply', 'cc', undone?.cc?.join(', '))}"${flagged(context, 'reply', 'cc')}></label>`;
}

function files(context: ActionFormContext, undone: Message | undefined): Html {
  const w = actionText[context.view.language].reply;
  const { 'files.large': tooLarge, 'files.empty': empty } = actionText[context.view.language].wrong;
  return html`<label
  class="field"><span>${w.files}</span><small>${w.filesHint(MOST_FILE_BYTES / 1_000_000)}</small>${filePicker(
    context.view.language,
    {
      name: 'files',
      isMany: true,
      more: html` data-most="${MOST_FILE_BYTES}"
  data-large="${tooLarge}" data-empty="${empty}"${flagged(context, 'reply', 'files')}`,
    },
  )}</label>
${undone && filesAgain(context, undone)}`;
}

/** Return the check box that adds the files of an undone reply. */
function filesAgain({ view }: ActionFormContext, { id, attachments }: Message): Html {
  if (attachments.length === 0) return html``;
  const names = attachments.map(({ name }, at) => html`${at > 0 && ' · '}${foreignLine(name)}`);
  return html`<label class="check"><input type="checkbox" name="filesOf" value="${id}"
  checked><span>${actionText[view.language].reply.filesAgain}: ${names}</span></label>`;
}

/** Return the address that the reply goes to: a choice when the beneficiary asks to be answered at another one. */
function receiver(
  context: ActionFormContext,
  [asked, email]: readonly string[],
  undone: Message | undefined,
): Html {
  const w = actionText[context.view.language].reply;
  if (asked === undefined) return html``;
  if (email === undefined) return html`<p class="faint">${w.to}: ${ltr(asked)}</p>`;
  return choice(context, 'reply', {
    name: 'answerTo',
    label: w.to,
    first: undone?.to[0] ?? asked,
    choices: [
      { value: asked, label: `${asked} (${w.asked})` },
      { value: email, label: `${email} (${w.ofMail})` },
    ],
  });
}

/** Return the check box that also sends the reply to the beneficiaries of the merged cases. */
function toMerged(context: ActionFormContext): Html | string {
  const others = (context.file.supportCase.links ?? []).filter(({ as }) => as === 'merged-from').length;
  if (others === 0) return '';
  const w = actionText[context.view.language].reply;
  const ticked = written(context, 'reply', 'alsoMerged') === '1' ? html` checked` : '';
  return html`<label class="check"><input type="checkbox" name="alsoMerged"
  value="1"${ticked}><span>${w.alsoMerged(others)}</span></label>`;
}

/** Return the button that sends the reply and resolves the case with it. */
const andResolve = ({ view }: ActionFormContext): Html =>
  html`<button type="submit" name="andResolve"
  value="1">${actionText[view.language].reply.sendAndResolve}</button>`;

/** Return the form for a reply to the beneficiary, with files and copies. */
export function replyForm(context: ActionFormContext, next: readonly Choice[], replying: Replying): Html {
  const { file, view } = context;
  const w = actionText[view.language].reply;
  const { template, undone } = replying;
  const first = undone?.text ?? (template && 'text' in template ? template.text : '');
  const to = answerAddresses(file.supportCase.beneficiary);
  const reachable = to.length > 0;
  const others = context.refused?.action === 'note';
  return html`<details class="action reply" name="composer"${others ? '' : html` open`}><summary>${w.title}</summary>
${!reachable && html`<p class="notice notice-warn">${icon('alarm')}${w.noAddress}</p>`}
${isUnattended(to[0] ?? '') && html`<p class="notice notice-warn">${icon('alarm')}${w.unread}</p>`}
${
  file.supportCase.writtenIn !== undefined &&
  html`<p class="notice">${w.otherLanguage(languageName(file.supportCase.writtenIn, view.language))}</p>`
}
${templates(context, replying)}
${actionForm(
  'reply',
  context,
  html`${receiver(context, to, undone)}
${area(context, 'reply', { name: 'text', label: w.text, hint: w.hint, rows: first === '' ? 3 : 8, first })}
<div class="extra pair">${files(context, undone)}${reachable && copies(context, undone)}
${choice(context, 'reply', {
  name: 'thenStatus',
  label: w.andThen,
  choices: [{ value: '', label: w.keep }, ...next],
})}</div>
${toMerged(context)}`,
  { more: andResolve(context) },
)}</details>`;
}
