import { type Html, html } from '../shell/http/html.ts';
import { icon } from '../shell/icons.ts';
import { inputId, lineInput, type SettingsFormContext, valueAt } from './inputs.ts';
import { issueText } from './issue-text.ts';
import { placeText } from './part-text.ts';
import { settingsText } from './settings-text.ts';

/** List all problems, each with its place and a link to the field. */
export function problems({ wrong, view, settings }: SettingsFormContext): Html | string {
  const { language } = view;
  if (!wrong || wrong.size === 0) return '';
  return html`<div class="notice notice-bad" id="wrong" role="alert" tabindex="-1">${icon('alarm')}<div>
<p>${settingsText[language].wrong}</p><ul>${[...wrong].flatMap(([name, issues]) =>
    issues.map((issue) => {
      const place = placeText(issue.path, settings, language);
      return html`<li><a href="#${inputId(name)}">${place}</a>: ${issueText(issue, language)}</li>`;
    }),
  )}</ul></div></div>`;
}

interface Edit {
  readonly action: string;
  readonly version: number;
  /** Name of the entry that can be removed; absent for sections and new entries. */
  readonly entry?: string | undefined;
  readonly isNew?: boolean;
  /** The field that identifies an entry of the list. */
  readonly key?: 'id' | 'user';
}

/** Return the first step: a form that leads to the preview. */
export function editForm(
  context: SettingsFormContext,
  { action, version, entry, isNew = false, key = 'id' }: Edit,
  fields: Html,
): Html {
  const { view, locked, settings, prefix, typed } = context;
  const w = settingsText[view.language];
  const identity = isNew
    ? html`<section class="card">${lineInput(context, {
        name: key,
        label: key === 'id' ? w.id : w.user,
        hint: key === 'id' ? w.idHint : w.userHint,
        dir: 'ltr',
      })}</section>`
    : entry !== undefined &&
      html`<p class="faint">${key === 'id' ? w.id : w.user}: <code><bdi
  dir="ltr">${String(valueAt(settings, `${prefix}.${key}`))}</bdi></code></p>`;
  return html`<form method="post" action="${action}#wrong" class="edit" data-place="${action}"
  data-draft="edit"${typed && html` data-kept`}>
${problems(context)}
<input type="hidden" name="_base" value="${version}">
${identity}
${fields}
${
  !locked &&
  html`<p class="buttons"><button class="primary" type="submit">${w.preview}</button>${
    entry !== undefined &&
    html`<button class="danger" type="submit" name="_remove" value="1" formnovalidate>${w.removeEntry(entry)}</button>`
  }</p><p class="faint">${w.previewHint}</p>`
}
</form>`;
}
