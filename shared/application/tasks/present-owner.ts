import type { Rules } from '#shared/domain/rules.ts';
import { isAbsent } from '#shared/domain/staff/decide-staff.ts';
import { chooseOwner, type OwnerWanted, ownersFor } from '#shared/domain/tasks/choose-owner.ts';
import type { Store } from '#shared/ports/store.ts';

/** Choose the owner of a task among the staff who are present. Undefined when none of them may own it. */
export async function presentOwner(
  store: Pick<Store, 'workloads'>,
  { staff }: Pick<Rules, 'staff'>,
  wanted: OwnerWanted,
  now: number,
): Promise<string | undefined> {
  const able = ownersFor(wanted, staff.values());
  if (able.length === 0) return undefined;
  const loads = [...(await store.workloads(able.map(({ user }) => user)))];
  return chooseOwner(wanted, able, {
    load: new Map(loads.map(([user, { count }]) => [user, count])),
    absent: new Set(
      loads.flatMap(([user, { absence, removed }]) => (removed || isAbsent(absence, now) ? [user] : [])),
    ),
  });
}
