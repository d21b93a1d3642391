import { updateAggregate } from '#shared/application/update-aggregate.ts';
import { decideDigest } from '#shared/domain/notices/decide-digest.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { shippedRules as rules } from '#test/builders/shipped-rules.ts';
import type { MemoryStore } from '#test/doubles/memory-store.ts';

/** Send every due digest, as the worker of the sweep does. */
export async function tickDigests(store: MemoryStore, now: number): Promise<void> {
  const { items } = await store.due(0, now, { limit: 100 });
  for (const { id, dueAt } of items) {
    const cause = causeId(`timer:digest:${id}:${dueAt}:${now}`);
    await updateAggregate(
      store,
      { kind: 'digest', id, cause, by: 'rida', at: now, recordedAt: now },
      (before) => decideDigest(id, before, { do: 'tick' }, { now, rules }),
    );
  }
}
