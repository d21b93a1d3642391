import { isActive } from '#shared/domain/cases/case.ts';
import type { Rules } from '#shared/domain/rules.ts';
import type { Clock } from '#shared/ports/outside.ts';
import type { Store } from '#shared/ports/store.ts';

const ATTEMPTS = 8;

/**
 * Make the workloads of members of staff agree with a case as it is now: it is counted for its assignee while it is
 * active. The case is read again until nothing had to change, so that the order of deliveries does not matter, and
 * a repeat changes nothing. Members of staff whom the settings do not list are not counted.
 */
export async function countWorkload(
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  { staff }: Pick<Rules, 'staff'>,
  caseId: string,
  users: readonly string[],
): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const supportCase = await store.load('case', caseId);
    const holder = supportCase && isActive(supportCase.status) ? supportCase.assignee : undefined;
    const concerned = new Set([...users, ...(holder === undefined ? [] : [holder])]);
    let isSettled = true;
    for (const user of concerned) {
      if (!staff.has(user) || (await store.isCounted(user, caseId)) === (user === holder)) continue;
      isSettled = false;
      if (user === holder) await store.countCase(user, { id: caseId, at: clock.now() });
      else await store.discountCase(user, caseId);
    }
    if (isSettled) return;
  }
  throw new Error(`case ${caseId} changed ${ATTEMPTS} times while it was counted; try again`);
}
