import { compileRules } from './compile-rules.ts';
import { readSettings } from './read-settings.ts';
import { same } from './same.ts';
import type { Settings } from './settings.ts';

/**
 * Reads a document over what is in force and compiles it, so that whatever is wrong is known at once.
 * @throws SettingsError naming every field that is wrong
 */
export function checked(base: Settings, document: unknown): Settings {
  const settings = readSettings(base, document);
  compileRules(settings);
  return settings;
}

/** Calendars and policies count their versions; a change by form counts one on. */
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
