import { describe, expect, test } from 'vitest';
import type { Case } from '#shared/domain/cases/case.ts';
import { aBeneficiary } from '#test/builders/a-case.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';
import { changeOf, committed, opened } from '../changes.ts';
import type { StoreUnderTest } from './store-under-test.ts';
import { ids, walk, walkShards } from './walk.ts';

const FAR = 4_000_000_000_000;

export function lifeEndCases(open: () => StoreUnderTest): void {
  const closedAt = (department: string, at: number, over: Partial<Case> = {}): Promise<Case> =>
    opened(open().store, { department, status: 'closed', closing: { at, reason: 'finished' }, ...over });
  const erase = (stored: Case): Promise<Case> =>
    committed(
      open().store,
      changeOf('case', stored, {
        ...stored,
        subject: '',
        beneficiary: { id: 'erased', authenticated: false },
        erased: { at: WORKING_MORNING, because: 'age' },
      }),
    );

  describe('cases closed before an instant', () => {
    test('are told by id and closing, the oldest first, page by page, of one department', async () => {
      const department = 'd-old';
      const at = (n: number): number => WORKING_MORNING + n;
      const cases: Case[] = [];
      for (const n of [30, 10, 20, 40]) cases.push(await closedAt(department, at(n)));
      await closedAt('d-old-other', at(5));
      await opened(open().store, { department });
      const closedBy = (instant: number, limit = 10) =>
        walk((page) => open().store.closedBefore(department, instant, page), limit);
      const [c, a, b] = cases.map(({ id }) => id);
      expect(await closedBy(at(31), 2)).toEqual({
        items: [
          { id: a, closedAt: at(10) },
          { id: b, closedAt: at(20) },
          { id: c, closedAt: at(30) },
        ],
        lengths: [2, 1],
      });
      expect(ids((await closedBy(at(30))).items)).toEqual([a, b]);
      expect((await closedBy(at(10))).items).toEqual([]);
      expect(await open().store.closedBefore('d-never', FAR, { limit: 5 })).toEqual({ items: [] });
    });

    test('closed at one instant are each told once', async () => {
      const cases = await Promise.all([1, 2, 3, 4].map(() => closedAt('d-old-twins', WORKING_MORNING)));
      const { items } = await walk((page) => open().store.closedBefore('d-old-twins', FAR, page), 1);
      expect(ids(items).sort()).toEqual(ids(cases).sort());
    });

    test('a merged case is closed as any other', async () => {
      const merged = { into: '4K7-R2M-0385', at: WORKING_MORNING, status: 'open' } as const;
      const stored = await closedAt('d-old-merged', WORKING_MORNING, {
        closing: { at: WORKING_MORNING, reason: 'duplicate', duplicateOf: merged.into },
        merged,
      });
      expect((await open().store.queue('d-old-merged', 'closed', { limit: 5 })).items).toEqual([stored]);
      expect((await open().store.closedBefore('d-old-merged', FAR, { limit: 5 })).items).toEqual([
        { id: stored.id, closedAt: WORKING_MORNING },
      ]);
    });

    test('an erased case is never told again, so that a sweep by age comes to its end', async () => {
      const department = 'd-old-erased';
      const cases = [await closedAt(department, 1000), await closedAt(department, 2000)];
      for (const left of [2, 1, 0]) {
        const { items } = await open().store.closedBefore(department, FAR, { limit: 1 });
        expect(items).toHaveLength(Math.min(left, 1));
        const next = cases.find(({ id }) => id === items[0]?.id);
        if (next) await erase(next);
      }
    });
  });

  describe('an erased case', () => {
    test('is there by its reference alone: no listing leads to it, nothing is due of it', async () => {
      const { store, shards } = open();
      const beneficiary = aBeneficiary({ id: 'b-forgotten' });
      const department = 'd-forgotten';
      const cases = [
        await closedAt(department, 3000, { beneficiary }),
        await opened(store, { department, beneficiary, status: 'resolved', nextDueAt: 700 }),
      ];
      const other = await opened(store, { department: 'd-remembered', beneficiary });
      const erased = [];
      for (const stored of cases) erased.push(await erase(stored));
      expect(await store.load('case', cases[0]?.id ?? '')).toEqual(erased[0]);
      for (const state of ['active', 'resolved', 'closed'] as const)
        expect(await store.queue(department, state, { limit: 5 })).toEqual({ items: [] });
      for (const id of ['b-forgotten', 'erased']) {
        const left = id === 'erased' ? [] : [other.id];
        expect(ids((await store.ofBeneficiary(id, { limit: 5 })).items)).toEqual(left);
        expect(ids((await store.entriesOfBeneficiary(id, { limit: 5 })).items)).toEqual(left);
      }
      const due = await walkShards(shards, (shard, page) => store.due(shard, FAR, page));
      const live = await walkShards(shards, (shard, page) => store.live(shard, page));
      for (const { id } of cases) expect(ids([...due, ...live])).not.toContain(id);
    });
  });
}
