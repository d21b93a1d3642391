import { beforeAll, describe, expect, inject, test } from 'vitest';
import { DynamoStore } from '#shared/adapters/aws/dynamo-store.ts';
import { withList } from '#shared/domain/outreach/frame.ts';
import { unworked } from '#shared/domain/outreach/week/tally.ts';
import type { Change, Commit, Kind } from '#shared/ports/store.ts';
import { aTask } from '#test/builders/a-task.ts';
import { aList, aReplicate, aWeek } from '#test/builders/a-week.ts';
import {
  anId,
  causeOf,
  changeOf,
  committed,
  emptyDigest,
  freeLines,
  grown,
  opened,
  plannedCallOut,
  presentStaff,
  unknownPerson,
} from './changes.ts';
import { dying } from './dying-stores.ts';
import { createTable, localClient } from './table-definition.ts';

const endpoint = inject('dynamodb');
const table = 'crashes-of-kinds';

describe.runIf(endpoint)('a crash', () => {
  const client = localClient(endpoint ?? '');
  const store = new DynamoStore({ client, table });
  beforeAll(() => createTable(client, table));

  /** The second commit of an aggregate of each kind. The first is stored. */
  const changes: Readonly<Record<Exclude<Kind, 'case' | 'call'>, () => Promise<Change>>> = {
    async person() {
      const state = await committed(store, changeOf('person', undefined, unknownPerson({ name: 'نورة' })));
      return changeOf('person', state, { ...state, optOuts: ['surveys'] }) as Change;
    },
    async staff() {
      const state = await committed(store, changeOf('staff', undefined, presentStaff({ nextDueAt: 100 })));
      return changeOf('staff', state, { ...state, nextDueAt: 200 }) as Change;
    },
    async digest() {
      const state = await committed(store, changeOf('digest', undefined, emptyDigest({ nextDueAt: 100 })));
      return changeOf('digest', state, { ...state, sent: ['e7'], nextDueAt: 300 }) as Change;
    },
    async 'call-out'() {
      const state = await committed(store, changeOf('call-out', undefined, plannedCallOut()));
      return changeOf('call-out', state, { ...state, handedOver: { number: 1, at: 9 } }) as Change;
    },
    async lines() {
      const state = await committed(store, changeOf('lines', undefined, freeLines()));
      const taken = [{ callOut: 'c', attempt: 1, until: 9 }];
      return changeOf('lines', state, { ...state, taken }) as Change;
    },
    async week() {
      const state = await committed(store, changeOf('week', undefined, aWeek({ id: anId('week') })));
      return changeOf('week', state, { ...state, released: 2 }) as Change;
    },
    async replicate() {
      const state = await committed(
        store,
        changeOf('replicate', undefined, aReplicate({ id: anId('replicate') })),
      );
      return changeOf('replicate', state, { ...state, tally: unworked(3) }) as Change;
    },
    async task() {
      const state = await committed(store, changeOf('task', undefined, aTask({ id: anId('task') })));
      return changeOf('task', state, { ...state, owner: 'salem' }) as Change;
    },
    async frame() {
      const none = { id: anId('frame'), version: 0, causes: [], lists: [] };
      const state = await committed(store, changeOf('frame', undefined, none));
      return changeOf('frame', state, withList(state, aList(), 9)) as Change;
    },
  };

  for (const [kind, second] of Object.entries(changes) as [Kind, () => Promise<Change>][]) {
    for (const [nth, what] of [
      [1, 'the commit'],
      [2, 'the head'],
    ] as const) {
      for (const fault of ['before', 'after'] as const) {
        test(`${fault} ${what} of a ${kind} was written: delivered again, it is done once`, async () => {
          const change = await second();
          await expect(dying(table, nth, fault).commit(change)).rejects.toThrow(`died ${fault} the write`);
          const again = await store.commit(change);
          expect(again.outcome).toBe(nth === 1 && fault === 'before' ? 'committed' : 'duplicate');
          expect(await store.load(kind, change.id)).toMatchObject({
            ...change.after,
            version: 2,
            causes: expect.anything(),
          });
          expect(await store.timeline(kind, change.id)).toHaveLength(2);
        });
      }
    }
  }

  test('that leaves a digest’s head behind does not hide it from the sweep once it was met', async () => {
    const change = await changes.digest();
    await expect(dying(table, 2, 'before').commit(change)).rejects.toThrow();
    expect(await store.load('digest', change.id, 2)).toMatchObject({ sent: ['e7'], nextDueAt: 300 });
    const { items } = await store.due(0, 300, { limit: 1000 });
    expect(items).toContainEqual({ kind: 'digest', id: change.id, dueAt: 300 });
    expect(items).not.toContainEqual({ kind: 'digest', id: change.id, dueAt: 100 });
  });

  describe('while a case is scrubbed', () => {
    /** The effect of an erasure: erased fields do not appear in the patch, not even as removed. */
    const clean = (commit: Commit): Commit => {
      const { lastMessageId: _, ...patch } = commit.patch;
      return { ...commit, patch: { ...patch, ...('subject' in patch && { subject: '' }) } };
    };
    const personal = async (id: string): Promise<number> => {
      const patches = (await store.timeline('case', id)).map(({ patch }) => patch);
      return patches.filter(({ subject = '', lastMessageId }) => subject !== '' || lastMessageId).length;
    };
    const sent = { at: 1, what: 'reply', to: 'norah@example.com', token: '<t@rida>' };
    const full = async () => {
      const state = await grown(store, 20, { lastMessageId: '<a@b>' });
      for (const id of ['a', 'b']) await store.recordEffect('case', state.id, { ...sent, id });
      expect(await personal(state.id)).toBe(20);
      return state;
    };

    for (const nth of [1, 9, 20, 22]) {
      for (const fault of ['before', 'after'] as const) {
        test(`${fault} write ${nth} of 22 leaves nothing torn, and the repeat cleans all`, async () => {
          const state = await full();
          await expect(dying(table, nth, fault).scrub('case', state.id, clean)).rejects.toThrow('died');
          expect(await store.timeline('case', state.id)).toHaveLength(20);
          expect(await store.load('case', state.id)).toEqual(state);
          const next = await committed(store, changeOf('case', state, { ...state, level: 1 }));
          await store.scrub('case', state.id, clean);
          expect(await personal(state.id)).toBe(0);
          expect((await store.effects('case', state.id)).map(({ to }) => to)).toEqual(['', '']);
          expect(await store.load('case', state.id)).toEqual(next);
        });
      }
    }

    /** An erasure with a stored commit and an outdated state item. */
    const halfErased = async () => {
      const { lastMessageId: _, ...state } = await opened(store, { subject: 'نص', lastMessageId: '<a@b>' });
      const kept = await store.load('case', state.id);
      if (!kept) throw new Error('the case vanished');
      const erased = { ...state, subject: '', erased: { at: 5, because: 'request' } } as const;
      const change = changeOf('case', kept, erased, { cause: causeOf(`${state.id} erase`) });
      await expect(dying(table, 2, 'before').commit(change)).rejects.toThrow('died before the write');
      expect(await store.load('case', state.id)).toEqual(kept);
      return state.id;
    };

    test('with an outdated state item, the state is repaired first, and then erased', async () => {
      const id = await halfErased();
      await store.scrub('case', id, clean);
      const state = await store.load('case', id);
      expect(state).toMatchObject({ version: 2, subject: '', erased: { because: 'request' } });
      expect(state).not.toHaveProperty('lastMessageId');
      expect(await personal(id)).toBe(0);
    });

    test('with an outdated state item, also when the scrubbing fails and is repeated', async () => {
      const id = await halfErased();
      for (const nth of [1, 2, 2])
        await expect(dying(table, nth, 'before').scrub('case', id, clean)).rejects.toThrow('died');
      await store.scrub('case', id, clean);
      const state = await store.load('case', id, 2);
      expect(state).toMatchObject({ version: 2, subject: '' });
      expect(state).not.toHaveProperty('lastMessageId');
      expect(await personal(id)).toBe(0);
    });
  });
});
