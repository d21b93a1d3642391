import { oneAddress, sitesOf } from '#functions/web/one-address.ts';
import { SITE_PATHS } from '#functions/web/paths.ts';
import type { Agent } from '#functions/web/shell/sign-in.ts';
import { defaultSettings } from '#shared/settings/default-settings.ts';
import { rulesSource } from '#shared/settings/rules-source.ts';
import { aConsole } from '#test/builders/a-console.ts';
import { MemorySettings } from '#test/doubles/memory-settings.ts';

export const huda: Agent = { user: 'huda', name: 'هدى الشمري', roles: ['supervisor'] };

/** A console with editable settings, over doubles in memory. */
export function aSettingsConsole({
  agent = huda,
  deployment = {},
}: {
  agent?: Agent;
  deployment?: unknown;
} = {}) {
  const console = aConsole({ agent });
  const settings = new MemorySettings();
  const keeper = rulesSource(settings, console.clock, defaultSettings, deployment);
  const deps = { ...console.deps, rules: keeper };
  return { ...console, app: oneAddress(SITE_PATHS, sitesOf(deps)), deps, settings, keeper };
}
