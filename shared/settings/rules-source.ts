import type { Rules } from '#shared/domain/rules.ts';
import type { Bilingual } from '#shared/domain/text/bilingual.ts';
import type { Clock, RulesSource } from '#shared/ports/outside.ts';
import type { SettingsEffect, SettingsStore, StoredSettings } from '#shared/ports/settings-store.ts';
import { compileRules, type FormerNames } from './compile-rules.ts';
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
  const { version = 0 } = stored ?? {};
  try {
    return { rules: compileRules(settings, version, stored), problem };
  } catch (cause) {
    if (!(cause instanceof SettingsError)) throw cause;
    return { rules: compileRules(base, version, stored), problem: problem ?? cause };
  }
}

/** The most names of removed entries that are kept: the newest ones. */
const MOST_FORMER = 500;

type Names = Readonly<Record<string, Bilingual>>;

/** Return the names that are gone, now or before, and are not back. Undefined when there are none. */
function gone(before: Names, after: Names, earlier: Names = {}): Names | undefined {
  const former = Object.entries({ ...earlier, ...before }).filter(([id]) => !Object.hasOwn(after, id));
  return former.length === 0 ? undefined : Object.fromEntries(former.slice(-MOST_FORMER));
}

const staffNames = ({ staff }: Settings): Names =>
  Object.fromEntries(staff.map(({ user, name }) => [user, name]));

/** The lists whose entries cases, calls and figures name by their id. */
const NAMED_LISTS = ['departments', 'categories', 'districts', 'services'] as const;

const entryNames = (settings: Settings): Names =>
  Object.fromEntries(
    NAMED_LISTS.flatMap((list) => settings[list].map(({ id, name }) => [`${list}/${id}`, name] as const)),
  );

/** Return the names of the entries that a change removed, now or before. */
function formerNamesOf(before: Settings, after: Settings, earlier: FormerNames = {}): FormerNames {
  const formerStaff = gone(staffNames(before), staffNames(after), earlier.formerStaff);
  const formerNames = gone(entryNames(before), entryNames(after), earlier.formerNames);
  return { ...(formerStaff && { formerStaff }), ...(formerNames && { formerNames }) };
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
      const stored: StoredSettings = {
        ...{ ...change, version: from + 1, document },
        ...formerNamesOf(read(before).settings, settings, before),
      };
      if (!(await store.write(stored))) return false;
      rules = take(stored);
      lookedAt = clock.now();
      return true;
    },
  };
}
