import type { InForce } from '#shared/settings/rules-source.ts';
import type { SettingsIssue } from '#shared/settings/settings-issue.ts';
import { filePicker } from '../shell/file-picker.ts';
import { type Html, html } from '../shell/http/html.ts';
import { icon } from '../shell/icons.ts';
import type { View } from '../shell/view.ts';
import { mayEdit, settingsPage } from './frame.ts';
import { issueText } from './issue-text.ts';
import { placeText } from './part-text.ts';
import { settingsText } from './settings-text.ts';

export interface RefusedDocument {
  readonly text: string;
  readonly issues: readonly SettingsIssue[];
  /** The document in which places are looked up. */
  readonly document: Readonly<Record<string, unknown>>;
}

function refusal({ issues, document }: RefusedDocument, view: View): Html {
  const w = settingsText[view.language];
  return html`<div class="notice notice-bad" id="wrong" role="alert" tabindex="-1">${icon('alarm')}<div>
<p>${w.wrong}</p><ul>${issues.map(
    (issue) =>
      html`<li>${placeText(issue.path, document, view.language)} <code><bdi
  dir="ltr">${issue.path.join('.')}</bdi></code>: ${issueText(issue, view.language)}</li>`,
  )}</ul></div></div>`;
}

/** Return the page with the whole document as JSON, to download, compare and restore. */
export function documentPage(view: View, inForce: InForce, refused?: RefusedDocument): Html {
  const w = settingsText[view.language];
  const text = refused?.text ?? JSON.stringify(inForce.settings, null, 2);
  return settingsPage(view, {
    title: w.document,
    here: 'document',
    body: html`${refused && refusal(refused, view)}
<section class="card"><p>${w.documentHint}</p>
<p><a class="button" href="/settings/document.json" download>${icon('file')}${w.download}</a></p></section>
<form method="post" action="/settings/document#wrong" enctype="multipart/form-data" class="card"
  data-place="/settings/document" data-draft="document"${refused && html` data-kept`}>
<input type="hidden" name="_base" value="${inForce.version}">
${
  mayEdit(view) &&
  html`<label class="field"><span>${w.upload}</span><small>${w.uploadHint}</small>${filePicker(
    view.language,
    { name: 'file', accept: 'application/json,.json' },
  )}</label>`
}
<label class="field"><span>${w.documentText}</span><textarea name="text" dir="ltr" rows="28" spellcheck="false"
  class="code"${mayEdit(view) ? '' : html` readonly`}>
${text}</textarea></label>
${mayEdit(view) && html`<button class="primary" type="submit">${w.preview}</button>`}
</form>`,
  });
}
