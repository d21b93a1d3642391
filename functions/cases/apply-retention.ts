import { handleCommand } from '#shared/application/handle-command.ts';
import type { Clock } from '#shared/ports/outside.ts';
import { pagesOf } from '#shared/ports/pages.ts';
import type { Store } from '#shared/ports/store.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { departmentsEver } from '#shared/settings/departments-ever.ts';
import type { SettingsKeeper } from '#shared/settings/rules-source.ts';

export interface ApplyRetentionDeps {
  readonly store: Store;
  readonly rules: SettingsKeeper;
  readonly clock: Clock;
  /** The maximum number of cases to erase in one run. */
  readonly most?: number;
}

const PAGE = 100;
/** The maximum number of cases to erase in one run. The next run continues with the oldest that remain. */
const MOST = 2_000;

/**
 * Erase the personal data of closed cases that are older than the retention time. Their figures stay. Erased
 * cases leave the index of closed cases, so that every run starts with the oldest that remains.
 */
export async function applyRetention({
  store,
  rules,
  clock,
  most = MOST,
}: ApplyRetentionDeps): Promise<number> {
  const inForce = await rules.current();
  const now = clock.now();
  const before = now - inForce.eraseAfterMs;
  let erased = 0;
  for (const department of await departmentsEver(rules)) {
    for await (const closed of pagesOf((page) => store.closedBefore(department, before, page), PAGE)) {
      for (const { id } of closed) {
        if (erased >= most) return erased;
        const cause = causeId(`retention:${id}`);
        const done = await handleCommand(
          { store, rules: inForce },
          {
            ...{ id, by: 'rida', command: { do: 'erase', because: 'age', by: 'rida' }, cause },
            ...{ at: now, recordedAt: now, correlationId: cause, causationId: cause },
          },
        );
        if (done.outcome === 'committed') erased += 1;
      }
    }
  }
  return erased;
}
