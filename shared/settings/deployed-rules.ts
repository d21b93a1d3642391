import type { Clock } from '#shared/ports/outside.ts';
import type { SettingsStore } from '#shared/ports/settings-store.ts';
import { defaultSettings } from './default-settings.ts';
import { SettingsError } from './read-settings.ts';
import { rulesSource, type SettingsKeeper } from './rules-source.ts';

/**
 * Build the rules of a deployment: the delivered settings, merged with the deployment's own (JSON of the
 * environment), merged with the operators' changes.
 * @throws SettingsError when the deployment's part is not JSON
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
