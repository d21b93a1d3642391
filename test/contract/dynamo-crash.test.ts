import { beforeAll, describe, expect, inject, test } from 'vitest';
import { DynamoStore } from '#shared/adapters/aws/dynamo-store.ts';
import { CAUSES_KEPT } from '#shared/ports/processed-causes.ts';
import { causeOf, changeOf, committed, grown, opened, unopened } from './changes.ts';
import { dying, forgetful } from './dying-stores.ts';
import { createTable, localClient } from './table-definition.ts';

const endpoint = inject('dynamodb');
const table = 'crashes';

describe.runIf(endpoint)('a crash between a commit and its head', () => {
  const client = localClient(endpoint ?? '');
  const store = new DynamoStore({ client, table });
  beforeAll(() => createTable(client, table));

  const halfDone = async () => {
    const state = await opened(store, { nextDueAt: 1000 });
    const change = changeOf('case', state, { ...state, level: 1, nextDueAt: 2000 });
    await expect(dying(table, 2, 'before').commit(change)).rejects.toThrow('died before the write');
    expect(await store.load('case', state.id)).toEqual(state);
    return { state, change };
  };

  test('a consumer of its event sees the commit and repairs the head', async () => {
    const { state } = await halfDone();
    expect(await store.load('case', state.id, 2)).toMatchObject({ version: 2, level: 1 });
    expect(await store.load('case', state.id)).toMatchObject({ version: 2, level: 1, nextDueAt: 2000 });
    const due = await store.due(0, 2000, { limit: 1000 });
    expect(due.items).toContainEqual({ kind: 'case', id: state.id, dueAt: 2000 });
  });

  test('the next writer gets a conflict, and finds the state repaired', async () => {
    const { state } = await halfDone();
    const next = changeOf('case', state, { ...state, level: 9 }, { cause: causeOf(`${state.id} next`) });
    expect(await store.commit(next)).toEqual({ outcome: 'conflict' });
    expect(await store.load('case', state.id)).toMatchObject({ version: 2, level: 1 });
  });

  test('the same cause, delivered again, is a duplicate and finds the head repaired', async () => {
    const { state, change } = await halfDone();
    expect(await store.commit(change)).toMatchObject({ outcome: 'duplicate', state: { version: 2 } });
    expect(await store.load('case', state.id)).toMatchObject({ version: 2, level: 1 });
  });

  test('twenty consumers repair at once and all see the same head', async () => {
    const { state } = await halfDone();
    const seen = await Promise.all(Array.from({ length: 20 }, () => store.load('case', state.id, 2)));
    expect(new Set(seen.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(seen[0]).toMatchObject({ version: 2, level: 1 });
  });

  test('an opening whose head was never written is found by its event', async () => {
    const wanted = unopened();
    await expect(dying(table, 2, 'before').commit(changeOf('case', undefined, wanted))).rejects.toThrow();
    expect(await store.load('case', wanted.id)).toBeUndefined();
    expect(await store.load('case', wanted.id, 1)).toMatchObject({ version: 1, subject: wanted.subject });
    expect((await store.commit(changeOf('case', undefined, wanted))).outcome).toBe('duplicate');
  });

  for (const [nth, what] of [
    [1, 'the commit'],
    [2, 'the head'],
  ] as const) {
    for (const fault of ['before', 'after'] as const) {
      test(`died ${fault} writing ${what}: delivered again, it is done once`, async () => {
        const state = await opened(store);
        const change = changeOf('case', state, { ...state, level: 1 });
        await expect(dying(table, nth, fault).commit(change)).rejects.toThrow(`died ${fault} the write`);
        const again = await store.commit(change);
        expect(again.outcome).toBe(nth === 1 && fault === 'before' ? 'committed' : 'duplicate');
        expect(await store.load('case', state.id)).toMatchObject({ version: 2, level: 1 });
        expect(await store.timeline('case', state.id)).toHaveLength(2);
      });
    }

    test(`the SDK repeats ${what} after a lost answer: it is done once`, async () => {
      const state = await opened(store);
      const change = changeOf('case', state, { ...state, level: 1 });
      const answer = await forgetful(table, nth).commit(change);
      expect(answer).toMatchObject({ outcome: nth === 1 ? 'duplicate' : 'committed', state: { version: 2 } });
      expect(await store.load('case', state.id)).toMatchObject({ version: 2, level: 1 });
      expect(await store.timeline('case', state.id)).toHaveLength(2);
    });
  }

  test('heads left behind twice are repaired over both commits', async () => {
    const { state } = await halfDone();
    const second = await store.load('case', state.id, 2);
    if (!second) throw new Error('the case vanished');
    await expect(
      dying(table, 2, 'before').commit(changeOf('case', second, { ...second, level: 2 })),
    ).rejects.toThrow();
    const third = await store.load('case', state.id, 3);
    if (!third) throw new Error('the case vanished');
    expect(third).toMatchObject({ version: 3, level: 2, nextDueAt: 2000 });
    expect(await committed(store, changeOf('case', third, { ...third, level: 3 }))).toMatchObject({
      version: 4,
    });
  });

  for (const [nth, what] of [
    [2, 'the proof of a cause that the state stops naming'],
    [3, 'the state that stops naming a cause'],
  ] as const) {
    for (const fault of ['before', 'after'] as const) {
      test(`died ${fault} writing ${what}: no cause of the past is ever forgotten`, async () => {
        const state = await grown(store, CAUSES_KEPT);
        const change = changeOf('case', state, { ...state, level: 1 });
        await expect(dying(table, nth, fault).commit(change)).rejects.toThrow(`died ${fault} the write`);
        const oldest = { cause: causeOf(`${state.id} 0`) };
        const after = await store.load('case', state.id, CAUSES_KEPT + 1);
        if (!after) throw new Error('the case vanished');
        const again = changeOf('case', after, { ...after, level: 9 }, oldest);
        expect(await store.commit(again)).toMatchObject({ outcome: 'duplicate' });
        expect(await store.hasCommitted('case', state.id, oldest.cause)).toBe(true);
      });
    }
  }
});
