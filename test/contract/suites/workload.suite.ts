import { describe, expect, test } from 'vitest';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { changeOf, committed, presentStaff } from '../changes.ts';
import type { StoreUnderTest } from './store-under-test.ts';
import { ids, walk } from './walk.ts';

export function workloadCases(open: () => StoreUnderTest): void {
  const countOf = async (user: string) => (await open().store.workloads([user])).get(user)?.count;

  describe('the workload of staff', () => {
    test('counts each case once, and no longer once', async () => {
      const { store } = open();
      const user = 'load-once';
      expect(await countOf(user)).toBe(0);
      expect(await store.countCase(user, { id: 'a', at: T })).toBe('counted');
      expect(await store.countCase(user, { id: 'a', at: T + 1 })).toBe('already');
      expect(await store.countCase(user, { id: 'b', at: T })).toBe('counted');
      expect([await store.isCounted(user, 'a'), await store.isCounted(user, 'c')]).toEqual([true, false]);
      expect(await countOf(user)).toBe(2);
      expect([await store.discountCase(user, 'a'), await store.discountCase(user, 'a')]).toEqual([
        true,
        false,
      ]);
      expect(await countOf(user)).toBe(1);
      expect(await store.isCounted(user, 'a')).toBe(false);
    });

    test('never exceeds a maximum, however many count at once', async () => {
      const { store } = open();
      const user = 'load-full';
      const answers = await Promise.all(
        Array.from({ length: 12 }, (_, n) => store.countCase(user, { id: `case-${n}`, at: T }, 5)),
      );
      expect(answers.filter((one) => one === 'counted')).toHaveLength(5);
      expect(answers.filter((one) => one === 'full')).toHaveLength(7);
      expect(await countOf(user)).toBe(5);
      const { items } = await store.countedCases(user, { limit: 20 });
      expect(items).toHaveLength(5);
      // A case that is counted stays counted, also by who is full.
      expect(await store.countCase(user, { id: items[0]?.id ?? '', at: T }, 5)).toBe('already');
    });

    test('counts one case once when many deliver it at once', async () => {
      const { store } = open();
      const user = 'load-repeats';
      const answers = await Promise.all(
        Array.from({ length: 8 }, () => store.countCase(user, { id: 'one', at: T })),
      );
      expect(answers.filter((one) => one === 'counted')).toHaveLength(1);
      expect(await countOf(user)).toBe(1);
      const gone = await Promise.all(Array.from({ length: 8 }, () => store.discountCase(user, 'one')));
      expect(gone.filter(Boolean)).toHaveLength(1);
      expect(await countOf(user)).toBe(0);
    });

    test('lists the counted cases of one user by reference, page by page', async () => {
      const { store } = open();
      const user = 'load-list';
      for (const id of ['c', 'a', 'e', 'b', 'd']) await store.countCase(user, { id, at: T });
      await store.countCase('load-lister', { id: 'x', at: T });
      const { items, lengths } = await walk((page) => store.countedCases(user, page), 2);
      expect(ids(items)).toEqual(['a', 'b', 'c', 'd', 'e']);
      expect(lengths).toEqual([2, 2, 1]);
      expect(items[0]).toEqual({ id: 'a', at: T });
    });

    test('is corrected only while it is what was read', async () => {
      const { store } = open();
      const user = 'load-drift';
      expect(await store.correctCount(user, 3, 1)).toBe(false);
      expect(await store.correctCount(user, 0, 4)).toBe(true);
      expect(await store.correctCount(user, 0, 9)).toBe(false);
      expect(await store.correctCount(user, 4, 2)).toBe(true);
      expect(await countOf(user)).toBe(2);
    });

    test('comes with the absence, for many in one answer', async () => {
      const { store } = open();
      const absence = { from: T, by: 'agent:salem' } as const;
      const staff = presentStaff();
      await committed(store, changeOf('staff', undefined, { ...staff, absence }, { events: [] }));
      await store.countCase('load-present', { id: 'a', at: T });
      const found = await store.workloads([staff.id, 'load-present', 'load-unknown']);
      expect([...found]).toEqual([
        [staff.id, { count: 0, absence }],
        ['load-present', { count: 1 }],
        ['load-unknown', { count: 0 }],
      ]);
    });
  });
}
