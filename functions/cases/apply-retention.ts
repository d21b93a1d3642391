import { handleCommand } from '#shared/application/handle-command.ts';
import type { Rules } from '#shared/domain/rules.ts';
import type { Clock } from '#shared/ports/outside.ts';
import { pagesOf } from '#shared/ports/pages.ts';
import type { ClosedEntry, Store } from '#shared/ports/store.ts';
import { causeId } from '#shared/runtime/ids.ts';
import type { Invocation } from '#shared/runtime/lambda.ts';
import { departmentsEver } from '#shared/settings/departments-ever.ts';
import type { SettingsKeeper } from '#shared/settings/rules-source.ts';

export interface ApplyRetentionDeps {
  readonly store: Store;
  readonly rules: SettingsKeeper;
  readonly clock: Clock;
}

export interface RetentionRun {
  readonly erased: number;
  /** The time of this run was over. The next run continues with the oldest cases that remain. */
  readonly more: boolean;
}

/** The cases of a page are erased at once. */
const PAGE = 32;

/** Some cases were not erased. The others were, and the next run tries these again. */
class CasesNotErased extends AggregateError {
  override readonly name = 'CasesNotErased';
  readonly code = 'cases-not-erased';
}

/** Erase the personal data of a case. Return true when it was not erased before. */
async function erase(store: Store, rules: Rules, now: number, { id }: ClosedEntry): Promise<boolean> {
  const cause = causeId(`retention:${id}`);
  const { outcome } = await handleCommand(
    { store, rules },
    {
      ...{ id, by: 'rida', command: { do: 'erase', because: 'age', by: 'rida' }, cause },
      ...{ at: now, recordedAt: now, correlationId: cause, causationId: cause },
    },
  );
  return outcome === 'committed';
}

async function* oldestFirst(
  store: Store,
  departments: Iterable<string>,
  before: number,
): AsyncGenerator<readonly ClosedEntry[]> {
  for (const department of departments)
    yield* pagesOf((page) => store.closedBefore(department, before, page), PAGE);
}

/**
 * Erase the personal data of closed cases that are older than the retention time, until none is left or the
 * time of the run is over. Their figures stay. Erased cases leave the index of closed cases, so that every run
 * starts with the oldest that remains. A case that cannot be erased does not stop the others.
 * @throws CasesNotErased at the end
 */
export async function applyRetention(
  { store, rules, clock }: ApplyRetentionDeps,
  _input: undefined,
  { signal }: Pick<Invocation, 'signal'>,
): Promise<RetentionRun> {
  const inForce = await rules.current();
  const now = clock.now();
  const before = now - inForce.eraseAfterMs;
  const failures: unknown[] = [];
  let erased = 0;
  for await (const closed of oldestFirst(store, await departmentsEver(rules), before)) {
    if (signal.aborted) return { erased, more: true };
    const results = await Promise.allSettled(closed.map((entry) => erase(store, inForce, now, entry)));
    failures.push(...results.flatMap((one) => (one.status === 'rejected' ? [one.reason] : [])));
    erased += results.filter((one) => one.status === 'fulfilled' && one.value).length;
  }
  if (failures.length > 0) throw new CasesNotErased(failures, `${failures.length} cases were not erased`);
  return { erased, more: false };
}
