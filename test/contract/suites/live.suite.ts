import { describe, expect, test } from 'vitest';
import { shardOf } from '#shared/adapters/table/index-keys.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import type { PageRequest } from '#shared/ports/store.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';
import { changeOf, committed, opened } from '../changes.ts';
import type { StoreUnderTest } from './store-under-test.ts';
import { ids, walk, walkShards } from './walk.ts';

export function liveCases(open: () => StoreUnderTest): void {
  describe('the cases at work', () => {
    const liveIn = async (shard: number, limit: number): Promise<Case[]> =>
      (await walk((page) => open().store.live(shard, page), limit)).items;
    const live = (): Promise<Case[]> =>
      walkShards(open().shards, (shard, page) => open().store.live(shard, page));

    test('of every department are listed by due time in their shard, page by page, each once', async () => {
      const { store, shards } = open();
      const cases: Case[] = [];
      for (const [n, due] of [50, 20, undefined, 40, 10, 30, 60, 5].entries()) {
        const department = n % 2 === 0 ? 'd-live-even' : 'd-live-odd';
        cases.push(
          await opened(store, { department, ...(due !== undefined && { nextDueAt: WORKING_MORNING + due }) }),
        );
      }
      const late = await opened(store, { department: 'd-live-even', level: 2 });
      const mine = [late, ...cases].map(({ id }) => id);
      const rank = ({ level, nextDueAt = level > 0 ? 0 : Number.POSITIVE_INFINITY }: Case) => nextDueAt;
      for (let shard = 0; shard < shards; shard += 1) {
        const wanted = [late, ...cases]
          .filter(({ id }) => shardOf(id, shards) === shard)
          .sort((a, b) => rank(a) - rank(b));
        const found = (await liveIn(shard, 1)).filter(({ id }) => mine.includes(id));
        expect(found).toEqual(wanted);
        expect(await liveIn(shard, 7)).toEqual(await liveIn(shard, 1));
      }
    });

    test('are neither the resolved nor the closed ones', async () => {
      const { store } = open();
      const state = await opened(store, { nextDueAt: WORKING_MORNING });
      expect(ids(await live())).toContain(state.id);
      const resolved = await committed(store, changeOf('case', state, { ...state, status: 'resolved' }));
      expect(ids(await live())).not.toContain(state.id);
      const { nextDueAt: _, ...rest } = resolved;
      const closing = { at: WORKING_MORNING, reason: 'finished' } as const;
      const closed = await committed(
        store,
        changeOf('case', resolved, { ...rest, status: 'closed', closing }),
      );
      expect(ids(await live())).not.toContain(state.id);
      const { closing: __, ...again } = closed;
      const reopened = await committed(store, changeOf('case', closed, { ...again, status: 'open' }));
      expect(await live()).toContainEqual(reopened);
    });

    test('may change while they are gone through: each is still met', async () => {
      const { store, shards } = open();
      const cases: Case[] = [];
      for (let n = 0; n < 6; n += 1)
        cases.push(await opened(store, { department: 'd-moving', nextDueAt: WORKING_MORNING + 1000 + n }));
      const met = new Set<string>();
      const move = async (one: Case): Promise<void> => {
        if (one.department !== 'd-moving' || met.has(one.id)) return;
        met.add(one.id);
        await committed(store, changeOf('case', one, { ...one, nextDueAt: (one.nextDueAt ?? 0) + 9000 }));
      };
      const readAndMove = async (shard: number, asked: PageRequest) => {
        const page = await store.live(shard, asked);
        for (const one of page.items) await move(one);
        return page;
      };
      await walkShards(shards, readAndMove, 1);
      expect([...met].sort()).toEqual(ids(cases).sort());
    });
  });
}
