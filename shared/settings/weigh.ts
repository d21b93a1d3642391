import type { SettingsEffect } from '#shared/ports/settings-store.ts';
import type { Store } from '#shared/ports/store.ts';
import { type SettingsChange, settingsChanges } from './changes.ts';
import { compileRules } from './compile-rules.ts';
import { eachLiveCase } from './live-cases.ts';
import { previewing, type SettingsPreview } from './preview.ts';
import type { InForce } from './rules-source.ts';
import { same } from './same.ts';
import type { Settings } from './settings.ts';
import { findingUses, removesAny, type Use } from './uses.ts';

export interface Weighing {
  readonly store: Pick<Store, 'live' | 'dueShards'>;
}

/** The changes and effects of new settings before they are confirmed. */
export interface Proposal {
  readonly inForce: InForce;
  readonly settings: Settings;
  readonly changes: readonly SettingsChange[];
  /** Missing when no deadline can change. */
  readonly preview?: SettingsPreview;
  readonly partial: boolean;
  /** Removed entries that open cases use. With any, the settings cannot be applied. */
  readonly uses: readonly Use[];
}

/**
 * Return true when deadlines may move: calendars, service levels or departments changed.
 * @internal exported for tests
 */
export const touchesDeadlines = (before: Settings, after: Settings): boolean =>
  !(
    same(before.calendars, after.calendars) &&
    same(before.policies, after.policies) &&
    same(before.departments, after.departments) &&
    before.desk.calendar === after.desk.calendar
  );

/**
 * Compute the effect of new settings on the current open cases.
 * @throws SettingsError when they do not compile
 */
export async function weigh(
  { store }: Weighing,
  inForce: InForce,
  settings: Settings,
  now: number,
): Promise<Proposal> {
  const before = inForce.settings;
  const rules = compileRules(settings, inForce.version + 1);
  const changes = settingsChanges(before, settings);
  const touches = touchesDeadlines(before, settings);
  if (!touches && !removesAny(before, settings)) {
    return { inForce, settings, changes, partial: false, uses: [] };
  }
  const preview = touches ? previewing(compileRules(before, inForce.version), rules, now) : undefined;
  const uses = findingUses(before, settings);
  const partial = await eachLiveCase(store, (supportCase) => {
    preview?.add(supportCase);
    uses.add(supportCase);
  });
  const seen = { inForce, settings, changes, partial, uses: uses.result() };
  return preview ? { ...seen, preview: preview.result() } : seen;
}

/** Return the effect of a proposal for storage with the version. */
export const effectOfSettings = ({ preview }: Proposal): SettingsEffect => ({
  moved: preview?.moved ?? 0,
  looked: preview?.looked ?? 0,
});
