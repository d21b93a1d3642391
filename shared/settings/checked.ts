import { compileRules } from './compile-rules.ts';
import { readSettings } from './read-settings.ts';
import { same } from './same.ts';
import type { Settings } from './settings.ts';

/**
 * Merge a document over the settings in force and compile the result, so that every error is found now.
 * @throws SettingsError that names every wrong field
 */
export function checked(base: Settings, document: unknown): Settings {
  const settings = readSettings(base, document);
  compileRules(settings);
  return settings;
}

/** Increase the version of each calendar and policy that a form changed. */
export function counted(before: Settings, after: Settings): Settings {
  const next = <T extends { readonly id: string; readonly version: number }>(
    old: readonly T[],
    list: readonly T[],
  ): T[] =>
    list.map((entry) => {
      const previous = old.find(({ id }) => id === entry.id);
      return previous && !same(previous, entry) ? { ...entry, version: previous.version + 1 } : entry;
    });
  return {
    ...after,
    calendars: next(before.calendars, after.calendars),
    policies: next(before.policies, after.policies),
  };
}
