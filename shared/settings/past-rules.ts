import type { Rules } from '#shared/domain/rules.ts';
import { compileRules } from './compile-rules.ts';
import type { SettingsKeeper } from './rules-source.ts';

/**
 * Return a function that compiles the rules of a past version. It caches the last version; versions never
 * change.
 */
export function pastRules(
  keeper: Pick<SettingsKeeper, 'past'>,
): (version: number) => Promise<Rules | undefined> {
  let kept: { readonly version: number; readonly rules: Promise<Rules | undefined> } | undefined;
  const read = async (version: number): Promise<Rules | undefined> => {
    const past = await keeper.past(version);
    return past && compileRules(past.settings, version);
  };
  return async (version) => {
    if (kept?.version !== version) kept = { version, rules: read(version) };
    const { rules } = kept;
    return rules.catch((error: unknown) => {
      kept = undefined;
      throw error;
    });
  };
}
