import { type Html, html } from '../http/html.ts';
import { actionWords } from '../words/actions.ts';
import { actionForm, area, type Choice, choice, type FormContext, flagged, written } from './action-form.ts';
import { icon } from './icons.ts';

/** What an answer may take along. */
export interface Replying {
  readonly mostBytes: number;
}

function copies(context: FormContext): Html {
  const w = actionWords[context.view.language].reply;
  return html`<label class="field"><span>${w.cc}</span><small>${w.ccHint}</small><input name="cc" dir="ltr" inputmode="email" autocomplete="off" maxlength="3000" value="${written(context, 'reply', 'cc')}"${flagged(context, 'reply', 'cc')}></label>`;
}

function files(context: FormContext, { mostBytes }: Replying): Html {
  const w = actionWords[context.view.language].reply;
  return html`<label class="field"><span>${w.files}</span><small>${w.filesHint(Math.floor(mostBytes / 1_000_000))}</small><input type="file" name="files" multiple${flagged(context, 'reply', 'files')}></label>`;
}

/** The form by which the beneficiary is answered, with files and copies. */
export function replyForm(context: FormContext, next: readonly Choice[], replying: Replying): Html {
  const { file, view } = context;
  const w = actionWords[view.language].reply;
  const reachable = file.known.beneficiary.email !== undefined;
  return html`<div class="reply"><h3>${w.title}</h3>
${!reachable && html`<p class="notice notice-warn">${icon('alarm')}${w.noAddress}</p>`}
${actionForm(
  'reply',
  context,
  html`${area(context, 'reply', { name: 'text', label: w.text, hint: w.hint, rows: 6 })}
<div class="pair">${files(context, replying)}${reachable && copies(context)}</div>
${choice(context, 'reply', { name: 'thenStatus', label: w.andThen, choices: [{ value: '', label: w.keep }, ...next] })}`,
)}</div>`;
}
