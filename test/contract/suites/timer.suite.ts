import { describe, expect, test } from 'vitest';
import type { DueEntry } from '#shared/ports/store.ts';
import { changeOf, committed, emptyDigest, opened, presentStaff, unknownPerson } from '../changes.ts';
import type { StoreUnderTest } from './store-under-test.ts';
import { ids, walkShards } from './walk.ts';

const FAR = 4_000_000_000_000;

export function timerCases(open: () => StoreUnderTest): void {
  describe('timers of staff and digests', () => {
    const dueNow = (until: number): Promise<DueEntry[]> =>
      walkShards(open().shards, (shard, page) => open().store.due(shard, until, page), 2);

    test('come due like those of cases, say what they are, and go when nothing is due', async () => {
      const { store } = open();
      const staff = await committed(store, changeOf('staff', undefined, presentStaff({ nextDueAt: 501 })));
      const digest = await committed(store, changeOf('digest', undefined, emptyDigest({ nextDueAt: 502 })));
      const mine = async (until: number) =>
        (await dueNow(until))
          .filter(({ id }) => id === staff.id || id === digest.id)
          .sort((a, b) => a.dueAt - b.dueAt);
      expect(await mine(500)).toEqual([]);
      expect(await mine(502)).toEqual([
        { kind: 'staff', id: staff.id, dueAt: 501 },
        { kind: 'digest', id: digest.id, dueAt: 502 },
      ]);
      const { nextDueAt: _, ...sent } = digest;
      await committed(store, changeOf('digest', digest, sent));
      await committed(store, changeOf('staff', staff, { ...staff, nextDueAt: 900 }));
      expect(await mine(FAR)).toEqual([{ kind: 'staff', id: staff.id, dueAt: 900 }]);
    });

    test('never show in a queue, a beneficiary’s cases or among the cases at work', async () => {
      const { store, shards } = open();
      const stored = await opened(store, { department: 'd-alone', nextDueAt: 600 });
      const others = [
        await committed(store, changeOf('staff', undefined, presentStaff({ nextDueAt: 601 }))),
        await committed(
          store,
          changeOf('digest', undefined, emptyDigest({ id: 'department:d-alone', nextDueAt: 599 })),
        ),
        await committed(store, changeOf('person', undefined, unknownPerson())),
      ];
      expect((await store.queue('d-alone', 'active', { limit: 5 })).items).toEqual([stored]);
      for (const state of ['active', 'resolved', 'closed'] as const)
        expect(await store.queue('', state, { limit: 5 })).toEqual({ items: [] });
      const live = await walkShards(shards, (shard, page) => store.live(shard, page));
      for (const { id } of others) expect(ids(live)).not.toContain(id);
      for (const { id } of others) expect(await store.ofBeneficiary(id, { limit: 5 })).toEqual({ items: [] });
      expect(ids(await dueNow(FAR))).not.toContain(others[2]?.id);
    });
  });
}
