import type { Clock } from '#shared/ports/outside.ts';
import type { SettingsStore } from '#shared/ports/settings-store.ts';
import { defaultSettings } from './default-settings.ts';
import { SettingsError } from './read-settings.ts';
import { rulesSource, type SettingsKeeper } from './rules-source.ts';

/**
 * The rules of a deployment: the shipped settings, what the deployment says of itself (JSON of the
 * environment) over them, and what operators changed over both.
 * @throws SettingsError when the deployment's part is no JSON
 */
export function deployedRules(
  store: SettingsStore,
  clock: Clock,
  deployment: string,
  onError?: (error: Error, version?: number) => void,
): SettingsKeeper {
  let overlay: unknown;
  try {
    overlay = JSON.parse(deployment);
  } catch {
    throw new SettingsError('DEPLOYMENT: expected JSON of settings sections');
  }
  return rulesSource(store, clock, defaultSettings, overlay, onError);
}
