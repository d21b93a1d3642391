import type { Rules } from '#shared/domain/rules.ts';
import type { RulesSource } from '#shared/ports/outside.ts';
import { compileRules } from '#shared/settings/compile-rules.ts';
import { defaultSettings } from '#shared/settings/default-settings.ts';
import { readSettings } from '#shared/settings/read-settings.ts';

/** The shipped rules, compiled once for all tests of a file. */
export const shippedRules: Rules = compileRules(readSettings(defaultSettings));

/** A source that always returns the same rules. */
export const rulesOf = (rules: Rules = shippedRules): RulesSource => ({ current: async () => rules });
