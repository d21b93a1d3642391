import type { Rules } from '#shared/domain/rules.ts';
import type { Clock, RulesSource } from '#shared/ports/outside.ts';
import type { SettingsStore } from '#shared/ports/settings-store.ts';
import { compileRules } from './compile-rules.ts';
import { readSettings, type SettingsInput } from './settings.ts';

const FRESH_MS = 60_000;

/**
 * The rules in force: the shipped settings, the deployment's own (addresses, domain) over them, and
 * what was changed while running over both. Looked up again after a minute; compiled only when the
 * version moved, because compiling calendars is the dear part.
 */
export function rulesSource(
  store: SettingsStore,
  clock: Clock,
  shipped: SettingsInput,
  deployment: unknown = {},
): RulesSource {
  let rules: Rules | undefined;
  let lookedAt = Number.NEGATIVE_INFINITY;
  return {
    async current() {
      if (rules && clock.now() >= lookedAt && clock.now() - lookedAt < FRESH_MS) return rules;
      const stored = await store.read();
      if (!rules || rules.version !== (stored?.version ?? 0)) {
        const base = readSettings(shipped, deployment);
        rules = compileRules(stored ? readSettings(base, stored.document) : base, stored?.version ?? 0);
      }
      lookedAt = clock.now();
      return rules;
    },
  };
}
