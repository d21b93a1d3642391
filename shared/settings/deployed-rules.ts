import * as z from 'zod';
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
  return rulesSource(store, clock, defaultSettings, parsed(deployment), onError);
}

function parsed(deployment: string): unknown {
  try {
    return JSON.parse(deployment);
  } catch {
    throw new SettingsError('DEPLOYMENT: expected JSON of settings sections');
  }
}

const withHelpAddress = z.object({ centre: z.object({ helpAddress: z.string() }) });

/**
 * Return the help address of a deployment, for which SES receives mail whatever operators set. Undefined when the
 * deployment's part does not name one.
 * @throws SettingsError when the deployment's part is not JSON
 */
export const deployedHelpAddress = (deployment: string): string | undefined =>
  withHelpAddress.safeParse(parsed(deployment)).data?.centre.helpAddress;
