import { isFields } from './is-fields.ts';
import { readSettings, SettingsError } from './read-settings.ts';
import { same } from './same.ts';
import { SECTIONS, type Settings } from './settings.ts';

export type Overlay = Readonly<Record<string, unknown>>;

/** Return the differing fields of a section. A removed field is null, as `readSettings` expects. */
function fieldsThatDiffer(base: Overlay, section: Overlay): Overlay {
  const names = new Set([...Object.keys(base), ...Object.keys(section)]);
  return Object.fromEntries(
    [...names]
      .filter((name) => !same(base[name], section[name]))
      .map((name) => [name, section[name] ?? null]),
  );
}

/**
 * Return the overlay that turns `base` into `settings`. Unchanged parts stay in the base, so that a release
 * or a deployment can still change them.
 */
export function overlayOf(base: Settings, settings: Settings): Overlay {
  return Object.fromEntries(
    SECTIONS.filter((name) => !same(base[name], settings[name])).map((name) => {
      const [before, after] = [base[name], settings[name]];
      return [name, isFields(before) && isFields(after) ? fieldsThatDiffer(before, after) : after];
    }),
  );
}

export interface Readable {
  readonly settings: Settings;
  /** Why a part of the stored settings is not used. */
  readonly problem?: SettingsError;
}

/**
 * Merge stored settings over the base as far as they are valid. Leave out sections that this release rejects,
 * so that, for example, a decree still applies although a category's field was renamed.
 */
export function readStored(base: Settings, document: unknown): Readable {
  try {
    return { settings: readSettings(base, document) };
  } catch (problem) {
    if (!(problem instanceof SettingsError)) throw problem;
    const wrong = new Set(problem.issues.map(({ path }) => path[0]));
    const unknown = new Set(
      problem.issues.flatMap(({ path, params }) =>
        path.length > 0 ? [] : String(params.fields ?? '').split(', '),
      ),
    );
    const kept = Object.entries(isFields(document) ? document : {}).filter(
      ([section]) => !wrong.has(section) && !unknown.has(section),
    );
    try {
      return { settings: readSettings(base, Object.fromEntries(kept)), problem };
    } catch (still) {
      if (!(still instanceof SettingsError)) throw still;
      return { settings: base, problem };
    }
  }
}
