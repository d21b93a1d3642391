import { describe, expect, test } from 'vitest';
import { shardOf } from '#shared/adapters/table/index-keys.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import type { DueEntry, QueueState } from '#shared/ports/store.ts';
import { aBeneficiary } from '#test/builders/a-case.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';
import { changeOf, committed, opened } from '../changes.ts';
import type { StoreUnderTest } from './store-under-test.ts';
import { ids, walk, walkShards } from './walk.ts';

const FAR = 4_000_000_000_000;

export function listingCases(open: () => StoreUnderTest): void {
  const inOrder = async (many: readonly Partial<Case>[]): Promise<Case[]> => {
    const cases: Case[] = [];
    for (const one of many) cases.push(await opened(open().store, one));
    return cases;
  };

  describe('the cases of a beneficiary', () => {
    test('are listed newest first, page by page, without those of other beneficiaries', async () => {
      const beneficiary = aBeneficiary({ id: 'b-five-cases' });
      const cases = await inOrder(
        [3, 1, 5, 2, 4].map((day) => ({ beneficiary, openedAt: WORKING_MORNING + day })),
      );
      await opened(open().store, { beneficiary: aBeneficiary({ id: 'b-five' }) });
      const { items, lengths } = await walk((page) => open().store.ofBeneficiary('b-five-cases', page), 2);
      expect(lengths).toEqual([2, 2, 1]);
      expect(ids(items)).toEqual(ids([...cases].sort((a, b) => b.openedAt - a.openedAt)));
      expect(items).toContainEqual(cases[0]);
    });

    test('are listed without being read, in the same order and pages', async () => {
      const beneficiary = aBeneficiary({ id: 'b-entries' });
      const cases = await inOrder([2, 3, 1].map((day) => ({ beneficiary, openedAt: WORKING_MORNING + day })));
      const { items, lengths } = await walk(
        (page) => open().store.entriesOfBeneficiary('b-entries', page),
        2,
      );
      expect(lengths).toEqual([2, 1]);
      expect(items).toEqual(
        [cases[1], cases[0], cases[2]].map((stored) => ({ id: stored?.id, openedAt: stored?.openedAt })),
      );
    });

    test('a full last page has no cursor', async () => {
      const beneficiary = aBeneficiary({ id: 'b-two-cases' });
      await inOrder([{ beneficiary }, { beneficiary }]);
      const page = await open().store.ofBeneficiary('b-two-cases', { limit: 2 });
      expect(page.items).toHaveLength(2);
      expect(page).not.toHaveProperty('cursor');
    });

    test('somebody unknown has none', async () => {
      expect(await open().store.ofBeneficiary('b-nobody', { limit: 5 })).toEqual({ items: [] });
    });
  });

  describe('a department’s queue', () => {
    test('is worked by due time, what nothing is due of last, page by page', async () => {
      const department = 'd-pressing';
      const dueAt = [50, 20, undefined, 40, 10, 30];
      const cases = await inOrder(
        dueAt.map((at) => ({
          department,
          priority: at === 50 ? 'urgent' : 'low',
          ...(at !== undefined && { nextDueAt: WORKING_MORNING + at }),
        })),
      );
      await inOrder([15, 35].map((at) => ({ department: 'd-press', nextDueAt: WORKING_MORNING + at })));
      const { items, lengths } = await walk((page) => open().store.queue(department, 'active', page), 2);
      expect(items).toEqual([4, 1, 5, 3, 0, 2].map((at) => cases[at]));
      expect(lengths).toEqual([2, 2, 2]);
    });

    test('leads with late cases whose timers have all acted, and they never come due', async () => {
      const department = 'exhausted';
      const [, late] = await inOrder([
        { department, nextDueAt: WORKING_MORNING + 1 },
        { department, level: 3 },
        { department },
      ]);
      const { items } = await walk((page) => open().store.queue(department, 'active', page), 2);
      expect(items[0]?.id).toBe(late?.id);
      const due = await walkShards(open().shards, (shard, page) => open().store.due(shard, FAR, page));
      expect(ids(due)).not.toContain(late?.id);
    });

    test('cases that are due at one instant are each listed once', async () => {
      const department = 'd-at-once';
      const cases = await inOrder(
        Array.from({ length: 5 }, () => ({ department, nextDueAt: WORKING_MORNING })),
      );
      const { items } = await walk((page) => open().store.queue(department, 'active', page), 1);
      expect(ids(items).sort()).toEqual(ids(cases).sort());
    });

    test('a page is filled regardless of how many cases of others are in between', async () => {
      const at = (n: number) => ({ nextDueAt: WORKING_MORNING + 60_000 + n });
      const first = await opened(open().store, { department: 'd-rare', ...at(0) });
      await inOrder(Array.from({ length: 40 }, (_, n) => ({ department: 'd-many', ...at(n + 1) })));
      const last = await opened(open().store, { department: 'd-rare', ...at(50) });
      const { items, lengths } = await walk((page) => open().store.queue('d-rare', 'active', page), 1);
      expect(items).toEqual([first, last]);
      expect(lengths).toEqual([1, 1]);
      expect(await open().store.queue('d-rare', 'active', { limit: 2 })).toEqual({ items: [first, last] });
    });

    test('cases move between its states: resolved and closed ones are listed the latest first', async () => {
      const { store } = open();
      const department = 'd-states';
      const cases = await inOrder(
        [4, 3, 2, 1].map((at) => ({ department, nextDueAt: WORKING_MORNING + at })),
      );
      const resolved: Case[] = [];
      for (const [at, stored] of cases.slice(0, 3).entries()) {
        const resolution = { at: WORKING_MORNING + 100 + at, by: 'agent:salem', outcome: 'تم' } as const;
        const nextDueAt = WORKING_MORNING + 200 + at;
        resolved.push(
          await committed(
            store,
            changeOf('case', stored, { ...stored, status: 'resolved', resolution, nextDueAt }),
          ),
        );
      }
      const all = { limit: 10 };
      const queue = async (state: QueueState) =>
        (await walk((page) => store.queue(department, state, page), 1)).items;
      const [first, second, third] = resolved;
      if (!first || !second || !third) throw new Error('three cases were resolved');
      expect(await queue('active')).toEqual([cases[3]]);
      expect(await queue('resolved')).toEqual([third, second, first]);
      const close = (before: Case, at: number) => {
        const { nextDueAt: _, ...rest } = before;
        const closing = { at: WORKING_MORNING + at, reason: 'finished' } as const;
        return committed(store, changeOf('case', before, { ...rest, status: 'closed', closing }));
      };
      const [later, earlier] = [await close(first, 950), await close(second, 900)];
      expect(await queue('closed')).toEqual([later, earlier]);
      expect(await queue('resolved')).toEqual([third]);
      const { resolution: _, ...rest } = third;
      const again = await committed(store, changeOf('case', third, { ...rest, status: 'open' }));
      expect((await store.queue(department, 'active', all)).items).toEqual([cases[3], again]);
      expect((await store.queue(department, 'resolved', all)).items).toEqual([]);
    });

    test('a case that changes department leaves the old queue', async () => {
      const { store } = open();
      const stored = await opened(store, { department: 'd-from' });
      const moved = await committed(store, changeOf('case', stored, { ...stored, department: 'd-to' }));
      expect((await store.queue('d-from', 'active', { limit: 5 })).items).toEqual([]);
      expect((await store.queue('d-to', 'active', { limit: 5 })).items).toEqual([moved]);
    });

    test('an invalid cursor is rejected in one line', async () => {
      await expect(open().store.queue('d-any', 'active', { limit: 5, cursor: 'nonsense' })).rejects.toThrow(
        'the cursor is not one of this store',
      );
    });
  });

  describe('due timers', () => {
    const everyShard = (until: number): Promise<DueEntry[]> =>
      walkShards(open().shards, (shard, page) => open().store.due(shard, until, page), 2);

    test('is listed earliest first in its shard, up to and with the instant, page by page', async () => {
      const { store, shards } = open();
      const base = 1000;
      const cases = await inOrder([4, 2, 6, 1, 3, 5].map((at) => ({ nextDueAt: base + at })));
      for (let shard = 0; shard < shards; shard += 1) {
        const { items } = await walk((page) => store.due(shard, base + 5, page), 1);
        const wanted = cases
          .filter(({ id, nextDueAt = FAR }) => shardOf(id, shards) === shard && nextDueAt <= base + 5)
          .sort((a, b) => (a.nextDueAt ?? 0) - (b.nextDueAt ?? 0));
        expect(items).toEqual(wanted.map(({ id, nextDueAt }) => ({ kind: 'case', id, dueAt: nextDueAt })));
      }
    });

    test('follows the case, and forgets it when nothing can come due', async () => {
      const { store } = open();
      const mine = (entries: readonly DueEntry[]) => entries.filter(({ id }) => id === stored.id);
      const stored = await opened(store, { nextDueAt: 2000 });
      const moved = await committed(store, changeOf('case', stored, { ...stored, nextDueAt: 3000 }));
      expect(mine(await everyShard(2999))).toEqual([]);
      expect(mine(await everyShard(3000))).toEqual([{ kind: 'case', id: stored.id, dueAt: 3000 }]);
      const { nextDueAt: _, ...rest } = moved;
      await committed(store, changeOf('case', moved, rest));
      expect(mine(await everyShard(FAR))).toEqual([]);
    });

    test('never is what was closed', async () => {
      const { store } = open();
      const stored = await opened(store, { nextDueAt: 2000 });
      const closing = { at: 1500, reason: 'finished' } as const;
      await committed(store, changeOf('case', stored, { ...stored, status: 'closed', closing }));
      expect(ids(await everyShard(FAR))).not.toContain(stored.id);
    });

    test('tells calls from cases', async () => {
      const { store } = open();
      const call = { id: 'contact-due', version: 0, causes: [], initiationMethod: 'INBOUND', startedAt: 1 };
      await committed(store, changeOf('call', undefined, { ...call, nextDueAt: 100 }));
      expect(await everyShard(100)).toEqual([{ kind: 'call', id: 'contact-due', dueAt: 100 }]);
    });
  });
}
