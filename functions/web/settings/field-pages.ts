import { type Html, html } from '../shell/http/html.ts';
import { editForm } from './edit-form.ts';
import { type EntrySection, entryFields } from './entry-fields.ts';
import { settingsPage } from './frame.ts';
import { fieldInput, type SettingsFormContext } from './inputs.ts';
import { entryName } from './part-text.ts';
import { type SingleSection, sectionFields } from './settings-fields.ts';
import { settingsText } from './settings-text.ts';

/** Return the form of a section. */
export function sectionPage(context: SettingsFormContext, version: number, section: SingleSection): Html {
  return settingsPage(context.view, {
    title: settingsText[context.view.language].sections[section],
    here: section,
    body: editForm(
      context,
      { action: `/settings/${section}`, version },
      html`<section class="card fields">${sectionFields[section].map((field) => fieldInput(context, field))}</section>`,
    ),
  });
}

/** Return the form of an entry of a plain list; without an entry, the form of a new one. */
export function entryPage(
  context: SettingsFormContext,
  version: number,
  section: EntrySection,
  entry: unknown,
): Html {
  const { language } = context.view;
  const w = settingsText[language];
  const key = section === 'staff' ? 'user' : 'id';
  const id = (entry as { id?: string; user?: string } | undefined)?.[key];
  const name = entry === undefined ? undefined : entryName(entry, language);
  return settingsPage(context.view, {
    title: name ?? `${w.add}: ${w.sections[section]}`,
    here: section,
    body: editForm(
      context,
      {
        action: `/settings/${section}/${encodeURIComponent(id ?? '~add')}`,
        version,
        entry: name,
        isNew: entry === undefined,
        key,
      },
      html`<section class="card fields">${entryFields[section].map((field) => fieldInput(context, field))}</section>`,
    ),
  });
}
