import { describe, expect, test } from 'vitest';
import type { CallOut } from '#shared/domain/outreach/call-out.ts';
import { changeOf, committed, freeLines, plannedCallOut } from '../changes.ts';
import type { StoreUnderTest } from './store-under-test.ts';
import { ids, walk, walkShards } from './walk.ts';

const FAR = 4_000_000_000_000;

export function callOutCases(open: () => StoreUnderTest): void {
  const planned = (over: Partial<CallOut> = {}): Promise<CallOut> =>
    committed(open().store, changeOf('call-out', undefined, plannedCallOut(over)));
  const finished = async (at: number, over: Partial<CallOut> = {}): Promise<CallOut> => {
    const stored = await planned(over);
    const { nextDueAt: _, ...rest } = stored;
    const state = { is: 'finished', disposition: 'completed', at } as const;
    return committed(open().store, changeOf('call-out', stored, { ...rest, state }));
  };

  describe('calls out', () => {
    test('are kept whole under versions, like a case', async () => {
      const { store } = open();
      const stored = await planned({
        service: { name: 'رخصة بناء', on: '2026-11-20' },
        caseRef: '4K7-2M9-0382',
        list: 'list-1',
        attempts: [
          {
            ...{ number: 1, contactId: 'contact-1', dialledAt: 3000 },
            report: { answered: true, answers: { satisfaction: 4 }, later: 9000, registered: '4K7-2M9-0382' },
            ended: { at: 4000, reason: 'CUSTOMER_DISCONNECT', machine: 'HUMAN_ANSWERED', connected: true },
          },
        ],
        handedOver: { number: 1, at: 2500 },
      });
      expect(await store.load('call-out', stored.id)).toEqual(stored);
      const { phone: _, service: __, ...rest } = stored;
      const closed = { disposition: 'erased', at: 5000 } as const;
      const gone = await committed(store, changeOf('call-out', stored, { ...rest, closed, erasedAt: 5000 }));
      expect(await store.load('call-out', stored.id)).toEqual(gone);
      expect((await store.timeline('call-out', stored.id)).at(-1)?.patch).toEqual({
        ...{ phone: null, service: null, closed, erasedAt: 5000 },
      });
    });

    test('of a purpose are listed by their next timer, and the finished ones the latest first', async () => {
      const { store } = open();
      const purpose = 'investor';
      const waiting = [];
      for (const nextDueAt of [3000, 1000, 2000])
        waiting.push(await planned({ purpose, nextDueAt, state: { is: 'planned', at: nextDueAt } }));
      const over = [];
      for (const at of [20, 40, 30]) over.push(await finished(at, { purpose }));
      await planned({ purpose: 'follow-up' });
      const live = await walk((page) => store.callsOut(purpose, 'live', page), 2);
      expect(ids(live.items)).toEqual(
        ids([...waiting].sort((a, b) => (a.nextDueAt ?? 0) - (b.nextDueAt ?? 0))),
      );
      const ended = await walk((page) => store.callsOut(purpose, 'finished', page), 2);
      expect(ids(ended.items)).toEqual([over[1]?.id, over[2]?.id, over[0]?.id]);
    });

    test('to a beneficiary are listed newest first, among no cases, until they are erased', async () => {
      const { store } = open();
      const beneficiaryId = 'b-often-called';
      const older = await planned({ beneficiaryId, plannedAt: 1000 });
      const newer = await finished(9, { beneficiaryId, plannedAt: 2000 });
      const listed = () => store.callsOutTo(beneficiaryId, { limit: 5 });
      expect(ids((await listed()).items)).toEqual([newer.id, older.id]);
      expect(await store.ofBeneficiary(beneficiaryId, { limit: 5 })).toEqual({ items: [] });
      expect(await store.entriesOfBeneficiary(beneficiaryId, { limit: 5 })).toEqual({ items: [] });
      await committed(store, changeOf('call-out', newer, { ...newer, erasedAt: 7 }));
      expect(ids((await listed()).items)).toEqual([older.id]);
    });

    test('come due like cases, and are among no cases at work', async () => {
      const { store, shards } = open();
      const stored = await planned({ nextDueAt: 701 });
      const over = await finished(702);
      const due = await walkShards(shards, (shard, page) => store.due(shard, FAR, page));
      expect(due).toContainEqual({ kind: 'call-out', id: stored.id, dueAt: 701 });
      expect(ids(due)).not.toContain(over.id);
      const live = await walkShards(shards, (shard, page) => store.live(shard, page));
      expect(ids(live)).not.toContain(stored.id);
    });

    test('their lines are kept, of which only the causes they name are duplicates', async () => {
      const { store } = open();
      let stored = await committed(store, changeOf('lines', undefined, freeLines()));
      const [first] = await store.timeline('lines', stored.id);
      while (stored.version < 70) {
        const taken = [{ callOut: 'c', attempt: stored.version, until: stored.version }];
        stored = await committed(store, changeOf('lines', stored, { ...stored, taken }));
      }
      expect(await store.load('lines', stored.id)).toEqual(stored);
      const again = changeOf('lines', stored, { ...stored, taken: [] }, { cause: first?.cause ?? '' });
      expect(await store.commit(again)).toMatchObject({ outcome: 'committed', state: { version: 71 } });
    });
  });
}
