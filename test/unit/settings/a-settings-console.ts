import type { Agent } from '#functions/web/shell/sign-in.ts';
import { staffSite } from '#functions/web/staff-site.ts';
import { defaultSettings } from '#shared/settings/default-settings.ts';
import { rulesSource } from '#shared/settings/rules-source.ts';
import { aConsole } from '#test/builders/a-console.ts';
import { MemorySettings } from './memory-settings.ts';

export const huda: Agent = { user: 'huda', name: 'هدى الشمري', role: 'supervisor' };

/** A console whose settings can be changed, over memory. */
export function aSettingsConsole({
  agent = huda,
  shards = 1,
  deployment = {},
}: {
  agent?: Agent;
  shards?: number;
  deployment?: unknown;
} = {}) {
  const console = aConsole({ agent });
  const settings = new MemorySettings();
  const keeper = rulesSource(settings, console.clock, defaultSettings, deployment);
  const deps = { ...console.deps, rules: keeper, shards };
  return { ...console, app: staffSite(deps), deps, settings, keeper };
}
