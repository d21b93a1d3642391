import type { Context } from 'hono';
import { checked, counted } from '#shared/settings/checked.ts';
import { SettingsError } from '#shared/settings/read-settings.ts';
import type { InForce } from '#shared/settings/rules-source.ts';
import type { Settings } from '#shared/settings/settings.ts';
import type { SettingsIssue } from '#shared/settings/settings-issue.ts';
import type { Html } from '../shell/http/html.ts';
import { draftOf, type FieldPath, type SettingsDraft } from './draft.ts';
import { mayEdit } from './frame.ts';
import type { SettingsFormContext } from './inputs.ts';
import { baseOf, type SettingsDeps, showConflict, showPreview, typedOf } from './settings-deps.ts';

/** A form for one place of the settings. */
export interface Editing {
  /** The edited place, such as `departments.3`. */
  readonly prefix: string;
  /** Initial values of a new entry. */
  readonly blank?: object;
  tidy?(document: Readonly<Record<string, unknown>>): void;
  page(context: SettingsFormContext, version: number): Html;
}

/** Group issues by the name of their field. */
export function byField(issues: readonly SettingsIssue[], nameOf: (place: FieldPath) => string) {
  return Map.groupBy(issues, ({ path }) => nameOf(path));
}

function without(settings: Settings, prefix: string): Readonly<Record<string, unknown>> {
  const [section = '', at = ''] = prefix.split('.');
  const list = settings[section as keyof Settings];
  return { [section]: Array.isArray(list) ? list.filter((_, i) => i !== Number(at)) : list };
}

export async function showForm(
  c: Context,
  deps: SettingsDeps,
  inForce: InForce,
  editing: Editing,
): Promise<Response> {
  const view = await deps.view(c);
  const { prefix } = editing;
  return c.html(
    editing.page({ view, settings: inForce.settings, prefix, locked: !mayEdit(view) }, inForce.version),
  );
}

/** Answer the first step: return the form with its problems, or the preview. */
export async function submitForm(
  c: Context,
  deps: SettingsDeps,
  inForce: InForce,
  editing: Editing,
): Promise<Response> {
  const view = await deps.view(c);
  const typed = await typedOf(c);
  const { settings: before, version } = inForce;
  const { prefix } = editing;
  const context: SettingsFormContext = { view, settings: before, prefix, typed, locked: false };
  if (typed.has('_again')) return c.html(editing.page(context, version));
  if (baseOf(typed) !== version) return showConflict(c, deps, baseOf(typed), { typed });
  const removing = typed.has('_remove');
  const draft: SettingsDraft = removing
    ? { document: { ...before, ...without(before, prefix) }, nameOf: (place) => place.join('.') }
    : draftOf(before, prefix, typed, editing.blank);
  editing.tidy?.(draft.document);
  try {
    return await showPreview(c, deps, inForce, counted(before, checked(before, draft.document)));
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    const wrong = byField(error.issues, draft.nameOf);
    const shown = removing ? { view, settings: before, prefix, locked: false } : context;
    return c.html(editing.page({ ...shown, wrong }, version), 422);
  }
}
