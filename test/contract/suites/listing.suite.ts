import { describe, expect, test } from 'vitest';
import { shardOf } from '#shared/adapters/table/index-keys.ts';
import type { Case } from '#shared/domain/case/case.ts';
import type { DueEntry, Page, PageRequest } from '#shared/ports/store.ts';
import { aBeneficiary } from '#test/builders/a-case.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';
import { changeOf, committed, opened } from '../changes.ts';
import type { StoreUnderTest } from '../store.suite.ts';

const FAR = 4_000_000_000_000;

/** Every item of a listing, asked for page by page, and how long the pages were. */
async function walk<T>(read: (page: PageRequest) => Promise<Page<T>>, limit: number) {
  const items: T[] = [];
  const lengths: number[] = [];
  let cursor: string | undefined;
  do {
    const page = await read({ limit, ...(cursor !== undefined && { cursor }) });
    items.push(...page.items);
    lengths.push(page.items.length);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return { items, lengths };
}

const ids = (items: readonly { readonly id: string }[]): string[] => items.map(({ id }) => id);

export function listingCases(open: () => StoreUnderTest): void {
  const inOrder = async (many: readonly Partial<Case>[]): Promise<Case[]> => {
    const heads: Case[] = [];
    for (const one of many) heads.push(await opened(open().store, one));
    return heads;
  };

  describe('the cases of a beneficiary', () => {
    test('are listed newest first, page by page, and nobody else’s', async () => {
      const beneficiary = aBeneficiary({ id: 'b-five-cases' });
      const heads = await inOrder(
        [3, 1, 5, 2, 4].map((day) => ({ beneficiary, openedAt: WORKING_MORNING + day })),
      );
      await opened(open().store, { beneficiary: aBeneficiary({ id: 'b-five' }) });
      const { items, lengths } = await walk((page) => open().store.ofBeneficiary('b-five-cases', page), 2);
      expect(lengths).toEqual([2, 2, 1]);
      expect(ids(items)).toEqual(ids([...heads].sort((a, b) => b.openedAt - a.openedAt)));
      expect(items).toContainEqual(heads[0]);
    });

    test('are listed without being read, in the same order and pages', async () => {
      const beneficiary = aBeneficiary({ id: 'b-entries' });
      const heads = await inOrder([2, 3, 1].map((day) => ({ beneficiary, openedAt: WORKING_MORNING + day })));
      const { items, lengths } = await walk(
        (page) => open().store.entriesOfBeneficiary('b-entries', page),
        2,
      );
      expect(lengths).toEqual([2, 1]);
      expect(items).toEqual(
        [heads[1], heads[0], heads[2]].map((head) => ({ id: head?.id, openedAt: head?.openedAt })),
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
    test('is worked by priority, then by age, page by page', async () => {
      const department = 'd-priorities';
      const asked = ['low', 'urgent', 'normal', 'urgent', 'high'] as const;
      const [low, urgent, normal, later, high] = await inOrder(
        asked.map((priority, at) => ({ department, priority, openedAt: WORKING_MORNING + at })),
      );
      const { items, lengths } = await walk((page) => open().store.queue(department, 'active', page), 2);
      expect(items).toEqual([urgent, later, high, normal, low]);
      expect(lengths).toEqual([2, 2, 1]);
    });

    test('cases move between its states, and closing keeps the place of resolving', async () => {
      const { store } = open();
      const department = 'd-states';
      const heads = await inOrder([1, 2, 3, 4].map((at) => ({ department, openedAt: WORKING_MORNING + at })));
      const resolved: Case[] = [];
      for (const [at, head] of heads.slice(0, 3).entries()) {
        const resolution = { at: WORKING_MORNING + 100 + at, by: 'agent:salem', outcome: 'تم' } as const;
        resolved.push(
          await committed(store, changeOf('case', head, { ...head, status: 'resolved', resolution })),
        );
      }
      const [first, second, third] = resolved;
      if (!first || !second || !third) throw new Error('three cases were resolved');
      const closing = { at: WORKING_MORNING + 900, reason: 'finished' } as const;
      const closed = await committed(
        store,
        changeOf('case', second, { ...second, status: 'closed', closing }),
      );
      const all = { limit: 10 };
      expect((await store.queue(department, 'active', all)).items).toEqual([heads[3]]);
      expect((await store.queue(department, 'closed', all)).items).toEqual([closed]);
      expect((await walk((page) => store.queue(department, 'resolved', page), 1)).items).toEqual([
        third,
        first,
      ]);
      const { resolution: _, ...rest } = third;
      const again = await committed(store, changeOf('case', third, { ...rest, status: 'open' }));
      expect((await store.queue(department, 'active', all)).items).toEqual([again, heads[3]]);
    });

    test('a case that changes department leaves the old queue', async () => {
      const { store } = open();
      const head = await opened(store, { department: 'd-from' });
      const moved = await committed(store, changeOf('case', head, { ...head, department: 'd-to' }));
      expect((await store.queue('d-from', 'active', { limit: 5 })).items).toEqual([]);
      expect((await store.queue('d-to', 'active', { limit: 5 })).items).toEqual([moved]);
    });

    test('a cursor that is none is refused in one line', async () => {
      await expect(open().store.queue('d-any', 'active', { limit: 5, cursor: 'nonsense' })).rejects.toThrow(
        'the cursor is not one of this store',
      );
    });
  });

  describe('what came due', () => {
    const everyShard = async (until: number): Promise<DueEntry[]> => {
      const { store, shards } = open();
      const found: DueEntry[] = [];
      for (let shard = 0; shard < shards; shard += 1) {
        found.push(...(await walk((page) => store.due(shard, until, page), 2)).items);
      }
      return found;
    };

    test('is listed earliest first in its shard, up to and with the instant, page by page', async () => {
      const { store, shards } = open();
      const base = 1000;
      const heads = await inOrder([4, 2, 6, 1, 3, 5].map((at) => ({ nextDueAt: base + at })));
      for (let shard = 0; shard < shards; shard += 1) {
        const { items } = await walk((page) => store.due(shard, base + 5, page), 1);
        const wanted = heads
          .filter(({ id, nextDueAt = FAR }) => shardOf(id, shards) === shard && nextDueAt <= base + 5)
          .sort((a, b) => (a.nextDueAt ?? 0) - (b.nextDueAt ?? 0));
        expect(items).toEqual(wanted.map(({ id, nextDueAt }) => ({ kind: 'case', id, dueAt: nextDueAt })));
      }
    });

    test('follows the case, and forgets it when nothing can come due', async () => {
      const { store } = open();
      const mine = (entries: readonly DueEntry[]) => entries.filter(({ id }) => id === head.id);
      const head = await opened(store, { nextDueAt: 2000 });
      const moved = await committed(store, changeOf('case', head, { ...head, nextDueAt: 3000 }));
      expect(mine(await everyShard(2999))).toEqual([]);
      expect(mine(await everyShard(3000))).toEqual([{ kind: 'case', id: head.id, dueAt: 3000 }]);
      const { nextDueAt: _, ...rest } = moved;
      await committed(store, changeOf('case', moved, rest));
      expect(mine(await everyShard(FAR))).toEqual([]);
    });

    test('tells calls from cases', async () => {
      const { store } = open();
      const call = { id: 'contact-due', version: 0, causes: [], initiationMethod: 'INBOUND', startedAt: 1 };
      await committed(store, changeOf('call', undefined, { ...call, nextDueAt: 100 }));
      expect(await everyShard(100)).toEqual([{ kind: 'call', id: 'contact-due', dueAt: 100 }]);
    });
  });
}
