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
  /** Cases erased in one run at most. */
  readonly most?: number;
}

const PAGE = 100;
/** Cases erased in one run: the next run goes on with the oldest that are left. */
const MOST = 2_000;

/**
 * Closed cases older than the retention time lose what is personal; their figures stay. What is erased
 * leaves the index of closed cases, so that every run begins with the oldest that is left.
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
