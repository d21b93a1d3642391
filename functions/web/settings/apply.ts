import type { Context } from 'hono';
import { checked } from '#shared/settings/checked.ts';
import { eachLiveCase } from '#shared/settings/live-cases.ts';
import { SettingsError } from '#shared/settings/read-settings.ts';
import type { Settings } from '#shared/settings/settings.ts';
import { findingUses, removesAny } from '#shared/settings/uses.ts';
import { refusedPage } from '../shell/plain-page.ts';
import { documentPage } from './document-page.ts';
import { type Carried, sealHolds } from './preview-seal.ts';
import {
  baseOf,
  lackedFor,
  type SettingsDeps,
  showConflict,
  showPreview,
  typedOf,
  typedValue,
} from './settings-deps.ts';

const SHORTEST_NOTE = 3;
const LONGEST_NOTE = 500;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Check whether an open case began to use a removed entry after the preview. */
async function inUse({ store }: SettingsDeps, before: Settings, after: Settings): Promise<boolean> {
  if (!removesAny(before, after)) return false;
  const uses = findingUses(before, after);
  await eachLiveCase(store, uses.add);
  return uses.result().length > 0;
}

/**
 * Apply a previewed document: exactly this document, over exactly the version of the preview, with a reason.
 * Otherwise change nothing and show why.
 */
export async function applySettings(c: Context, deps: SettingsDeps): Promise<Response> {
  const typed = await typedOf(c);
  const view = await deps.view(c);
  const { agent, now } = view;
  const document = typedValue(typed, 'document');
  const base = baseOf(typed);
  const effect = { moved: Number(typedValue(typed, 'moved')), looked: Number(typedValue(typed, 'looked')) };
  const carried: Carried = { base, document, effect, user: agent.user };
  const inForce = await deps.keeper.inForce();
  let settings: Settings;
  try {
    settings = checked(inForce.settings, parsed(document));
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    const refused = { text: document, issues: error.issues, document: {} };
    return c.html(documentPage(await deps.view(c), inForce, refused), 422);
  }
  if (base !== inForce.version) return showConflict(c, deps, base, { mine: settings });
  const lacked = lackedFor(view, inForce.settings, settings);
  if (lacked) return c.html(refusedPage(view, lacked), 403);
  const note = typedValue(typed, 'note').trim().slice(0, LONGEST_NOTE);
  if (!(await sealHolds(deps.keys, carried, typedValue(typed, 'seal')))) {
    return showPreview(c, deps, inForce, settings, { note });
  }
  if (note.length < SHORTEST_NOTE || (await inUse(deps, inForce.settings, settings))) {
    return showPreview(c, deps, inForce, settings, { note, noteMissing: note.length < SHORTEST_NOTE });
  }
  const applied = await deps.keeper.apply({ settings, base, by: agent.user, at: now, note, effect });
  if (!applied) return showConflict(c, deps, base, { mine: settings });
  return c.redirect(`/settings?applied=${base + 1}`, 303);
}
