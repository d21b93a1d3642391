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
  /** Undefined until the delivered settings are changed. */
  readonly stored: StoredSettings | undefined;
}

/** Complete new settings, with the version that they are based on. */
interface NewSettings {
  readonly settings: Settings;
  readonly base: number;
  readonly by: string;
  readonly at: number;
  readonly note: string;
  readonly effect?: SettingsEffect;
}

/** The rules in force, with access to their settings. */
export interface SettingsKeeper extends RulesSource {
  /** Read the current settings from the store, without the cache. */
  inForce(): Promise<InForce>;
  /**
   * Return a past version of the settings, or undefined when it does not exist. Version 0 is the delivered
   * settings.
   */
  past(version: number): Promise<InForce | undefined>;
  /**
   * Store the next version and use it at once in this process. Return false when another version was stored
   * since `base`.
   */
  apply(change: NewSettings): Promise<boolean>;
}

/** Compile the settings, or the base when they do not compile. */
function compiled(base: Settings, { settings, problem }: Readable, stored: StoredSettings | undefined) {
  const { version = 0, formerStaff } = stored ?? {};
  try {
    return { rules: compileRules(settings, version, formerStaff), problem };
  } catch (cause) {
    if (!(cause instanceof SettingsError)) throw cause;
    return { rules: compileRules(base, version, formerStaff), problem: problem ?? cause };
  }
}

/** The most names of removed members of staff that are kept, the newest first. */
const MOST_FORMER = 500;

/** Return the names of the members of staff that were removed, now or before, and are not back. */
function formerStaffOf(before: Settings, after: Settings, earlier: StoredSettings['formerStaff'] = {}) {
  const present = new Set(after.staff.map(({ user }) => user));
  const removed = before.staff.map(({ user, name }) => [user, name] as const);
  const former = [...removed, ...Object.entries(earlier)].filter(([user]) => !present.has(user));
  return Object.fromEntries(former.slice(0, MOST_FORMER));
}

/**
 * Return the rules in force: the delivered settings, merged with the deployment's own (addresses, domain),
 * merged with the operators' changes. The store is read again after a minute. The rules are compiled only
 * after a change of version, because compiling calendars is expensive.
 *
 * Invalid stored settings or an unavailable store do not stop the centre. The last valid rules stay in force,
 * or the valid part of the stored ones, and `onError` reports the problem.
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
    const made = compiled(baseOf(), read(stored), stored);
    seen = version;
    if (made.problem) {
      onError(made.problem, version);
      // Use the new version number, so that every process applies the same version to the cases.
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
      const before = await store.read();
      const formerStaff = formerStaffOf(read(before).settings, settings, before?.formerStaff);
      const stored: StoredSettings = {
        ...{ ...change, version: from + 1, document },
        ...(Object.keys(formerStaff).length > 0 && { formerStaff }),
      };
      if (!(await store.write(stored))) return false;
      rules = take(stored);
      lookedAt = clock.now();
      return true;
    },
  };
}
