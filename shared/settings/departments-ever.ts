import type { SettingsKeeper } from './rules-source.ts';

/**
 * The departments of every version of the settings, the shipped ones included: closed cases stay with the
 * department that had them, also when it is no longer there.
 */
export async function departmentsEver(
  keeper: Pick<SettingsKeeper, 'inForce' | 'past'>,
): Promise<ReadonlySet<string>> {
  const { version, settings } = await keeper.inForce();
  const ever = new Set(settings.departments.map(({ id }) => id));
  for (let past = version - 1; past >= 0; past -= 1) {
    const pastVersion = await keeper.past(past);
    for (const { id } of pastVersion?.settings.departments ?? []) ever.add(id);
  }
  return ever;
}
