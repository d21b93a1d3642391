import type { Rules } from '#shared/domain/rules.ts';
import type { Clock, RulesSource } from '#shared/ports/outside.ts';
import type { SettingsEffect, SettingsStore, StoredSettings } from '#shared/ports/settings-store.ts';
import { compileRules } from './compile-rules.ts';
import { overlayOf, type Readable, readStored } from './overlay.ts';
import { readSettings, SettingsError } from './read-settings.ts';
import type { Settings, SettingsInput } from './settings.ts';

const FRESH_MS = 60_000;

export interface InForce extends Readable {
  readonly version: number;
  /** Undefined before anybody changed what was shipped. */
  readonly stored: StoredSettings | undefined;
}

/** New settings, whole, on top of the version they were made from. */
export interface NewSettings {
  readonly settings: Settings;
  readonly base: number;
  readonly by: string;
  readonly at: number;
  readonly note: string;
  readonly effect?: SettingsEffect;
}

/** The rules in force, and the settings they come from, to be read and changed. */
export interface SettingsKeeper extends RulesSource {
  /** What the store says at this moment, never what was looked up a minute ago. */
  inForce(): Promise<InForce>;
  /** The settings as they were; undefined for a version that never was. Version 0 is what was shipped. */
  past(version: number): Promise<InForce | undefined>;
  /** Stores the next version, in force here at once; false when somebody else did since `base`. */
  apply(change: NewSettings): Promise<boolean>;
}

/** Rules of settings as far as they compile; what does not is left to the base. */
function compiled(base: Settings, { settings, problem }: Readable, version: number) {
  try {
    return { rules: compileRules(settings, version), problem };
  } catch (cause) {
    if (!(cause instanceof SettingsError)) throw cause;
    return { rules: compileRules(base, version), problem: problem ?? cause };
  }
}

/**
 * The rules in force: the shipped settings, the deployment's own (addresses, domain) over them, and
 * what was changed while running over both. Looked up again after a minute; compiled only when the
 * version moved, because compiling calendars is the dear part.
 *
 * Stored settings that this release does not take, and a store that does not answer, stop nothing: the
 * last good rules go on, or what can be read of the stored ones, and `onError` is told: it is for people.
 */
export function rulesSource(
  store: SettingsStore,
  clock: Clock,
  shipped: SettingsInput,
  deployment: unknown = {},
  onError: (error: Error, version?: number) => void = () => undefined,
): SettingsKeeper {
  let base: Settings | undefined;
  let rules: Rules | undefined;
  let seen: number | undefined;
  let lookedAt = Number.NEGATIVE_INFINITY;

  const baseOf = () => {
    base ??= readSettings(shipped, deployment);
    return base;
  };
  const read = (stored: StoredSettings | undefined): Readable =>
    stored ? readStored(baseOf(), stored.document) : { settings: baseOf() };

  const take = (stored: StoredSettings | undefined): Rules => {
    const version = stored?.version ?? 0;
    if (rules && seen === version) return rules;
    const made = compiled(baseOf(), read(stored), version);
    seen = version;
    if (made.problem) {
      onError(made.problem, version);
      // Under the new number, so that every process agrees on what is being carried to the cases.
      if (rules) return { ...rules, version };
    }
    return made.rules;
  };

  return {
    async current() {
      if (rules && clock.now() >= lookedAt && clock.now() - lookedAt < FRESH_MS) return rules;
      try {
        rules = take(await store.read());
      } catch (cause) {
        if (!rules) throw cause;
        onError(cause instanceof Error ? cause : new Error(String(cause)));
      }
      lookedAt = clock.now();
      return rules;
    },
    async inForce() {
      const stored = await store.read();
      return { ...read(stored), version: stored?.version ?? 0, stored };
    },
    async past(version) {
      if (version === 0) return { settings: baseOf(), version, stored: undefined };
      const stored = await store.version(version);
      return stored && { ...read(stored), version, stored };
    },
    async apply({ settings, base: from, ...change }) {
      const document = overlayOf(baseOf(), settings);
      const stored: StoredSettings = { ...change, version: from + 1, document };
      if (!(await store.write(stored))) return false;
      rules = take(stored);
      lookedAt = clock.now();
      return true;
    },
  };
}
