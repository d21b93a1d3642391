import type { SettingsKeeper } from './rules-source.ts';

/**
 * Return the departments of every version of the settings, the delivered one included. Closed cases keep
 * their department, also when it was removed.
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
