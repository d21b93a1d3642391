import { describe, expect, test } from 'vitest';
import type { Case } from '#shared/domain/cases/case.ts';
import type { Call } from '#shared/domain/telephone/call.ts';
import { CAUSES_KEPT } from '#shared/ports/processed-causes.ts';
import type { Change } from '#shared/ports/store.ts';
import { causeOf, changeOf, committed, grown, opened, unopened } from '../changes.ts';
import type { StoreUnderTest } from './store-under-test.ts';

const ARABIC = 'تم إصلاح إنارة الشارع أمام مدرسة الحي، نشكر لكم تواصلكم مع البلدية. '.repeat(60);

export function commitCases(open: () => StoreUnderTest): void {
  describe('commits', () => {
    test('an opened case is read back whole', async () => {
      const { store } = open();
      const wanted = unopened({ nextDueAt: 1_800_000_000_000, assignee: 'salem', lastMessageId: '<a@b>' });
      const state = await committed(store, changeOf('case', undefined, wanted));
      expect(state).toEqual({ ...wanted, version: 1, causes: state.causes });
      expect(await store.load('case', wanted.id)).toEqual(state);
      expect(await store.load('case', wanted.id, 1)).toEqual(state);
    });

    test('an aggregate that was never opened does not exist', async () => {
      const { store } = open();
      expect(await store.load('case', unopened().id)).toBeUndefined();
      expect(await store.timeline('case', unopened().id)).toEqual([]);
    });

    test('of an aggregate are listed the newest first, also before a version', async () => {
      const { store } = open();
      let state = await opened(store);
      for (const subject of ['b', 'c', 'd', 'e'])
        state = await committed(store, changeOf('case', state, { ...state, subject }));
      const versions = async (page: { readonly before?: number; readonly limit: number }) =>
        (await store.newestCommits('case', state.id, page)).map(({ version }) => version);
      expect(await versions({ limit: 2 })).toEqual([5, 4]);
      expect(await versions({ before: 4, limit: 2 })).toEqual([3, 2]);
      expect(await versions({ before: 2, limit: 2 })).toEqual([1]);
      expect(await versions({ before: 1, limit: 2 })).toEqual([]);
      const all = await store.timeline('case', state.id);
      expect(await store.newestCommits('case', state.id, { limit: 9 })).toEqual(all.toReversed());
    });

    test('every field of a long life is read back, and fields that went away are gone', async () => {
      const { store } = open();
      const first = await opened(store, { nextDueAt: 5000, related: 'earlier' });
      const { nextDueAt: _, related: __, ...rest } = first;
      const resolved: Case = {
        ...rest,
        status: 'resolved',
        facts: [
          ...first.facts,
          { at: 1_790_000_000_123, type: 'agent-contact' },
          { at: 1_790_000_000_100, type: 'status', status: 'resolved' },
        ],
        fired: ['0/firstResponse/warn', '0/firstResponse/breach'],
        level: 2,
        resolution: { at: 1_790_000_000_100, by: 'agent:salem', as: 'done', outcome: ARABIC },
        survey: {
          state: 'answered',
          invitation: 's0',
          at: 7,
          score: 5,
          finished: true,
          language: 'ar',
          comment: ARABIC,
        },
        closing: { at: 9, reason: 'duplicate', duplicateOf: 'other' },
        quarantine: 'too-deep',
        automatic: 'vacation',
      };
      const state = await committed(store, changeOf('case', first, resolved));
      expect(await store.load('case', first.id)).toEqual({ ...resolved, version: 2, causes: state.causes });
      const [, commit] = await store.timeline('case', first.id);
      expect(commit?.patch).toMatchObject({ nextDueAt: null, related: null, status: 'resolved', level: 2 });
      expect(commit?.patch).not.toHaveProperty('subject');
    });

    test('the timeline tells every commit as it was asked for, oldest first', async () => {
      const { store } = open();
      const first = await opened(store);
      const trace = {
        by: 'beneficiary',
        at: 3,
        recordedAt: 4,
        correlationId: 'began',
        causationId: 'led',
      } as const;
      await committed(store, changeOf('case', first, { ...first, level: 1 }, trace));
      const timeline = await store.timeline('case', first.id);
      expect(timeline.map(({ version }) => version)).toEqual([1, 2]);
      expect(timeline[0]?.correlationId).toBe(timeline[0]?.causationId);
      expect(timeline[1]).toEqual({
        ...trace,
        kind: 'case',
        id: first.id,
        version: 2,
        cause: causeOf(`${first.id} 1`),
        events: [{ type: 'rida.note.added.v1', data: { message: 'm', by: 'agent:salem' } }],
        patch: { level: 1 },
      });
    });

    test('calls are kept like cases, and apart from them', async () => {
      const { store } = open();
      const call: Call = {
        id: 'contact-1',
        version: 0,
        causes: [],
        initiationMethod: 'INBOUND',
        startedAt: 7,
      };
      const state = await committed(store, changeOf('call', undefined, call));
      const ended = await committed(
        store,
        changeOf('call', state, { ...state, endedAt: 9, announced: true }),
      );
      expect(ended).toMatchObject({ version: 2, endedAt: 9, announced: true });
      expect(await store.load('call', call.id)).toEqual(ended);
      expect(await store.load('case', call.id)).toBeUndefined();
    });

    test('twenty writers of one version: one wins it, the others are told', async () => {
      const { store } = open();
      const state = await opened(store);
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, writer) =>
          store.commit(
            changeOf(
              'case',
              state,
              { ...state, level: writer },
              { cause: causeOf(`${state.id} w${writer}`) },
            ),
          ),
        ),
      );
      expect(answers.filter(({ outcome }) => outcome === 'committed')).toHaveLength(1);
      expect(answers.filter(({ outcome }) => outcome === 'conflict')).toHaveLength(19);
      const won = answers.findIndex(({ outcome }) => outcome === 'committed');
      expect(await store.load('case', state.id)).toMatchObject({ version: 2, level: won });
    });

    test('twenty writers who read again after a conflict all get through, each version once', async () => {
      const { store } = open();
      const { id } = await opened(store);
      const add = async (writer: number): Promise<void> => {
        for (;;) {
          const state = await store.load('case', id);
          if (!state) throw new Error('the case vanished');
          const cause = causeOf(`${id} a${writer}`);
          const fired = [...state.fired, `w${writer}`];
          const { outcome } = await store.commit(changeOf('case', state, { ...state, fired }, { cause }));
          if (outcome !== 'conflict') return;
        }
      };
      await Promise.all(Array.from({ length: 20 }, (_, writer) => add(writer)));
      const state = await store.load('case', id);
      expect(state?.version).toBe(21);
      expect(new Set(state?.fired).size).toBe(20);
      expect((await store.timeline('case', id)).map(({ version }) => version)).toEqual(
        Array.from({ length: 21 }, (_, at) => at + 1),
      );
    });

    test('twenty deliveries of one cause at once commit it once', async () => {
      const { store } = open();
      const wanted = unopened();
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => store.commit(changeOf('case', undefined, wanted))),
      );
      expect(answers.filter(({ outcome }) => outcome === 'committed')).toHaveLength(1);
      expect(answers.filter(({ outcome }) => outcome === 'duplicate')).toHaveLength(19);
      expect(await store.timeline('case', wanted.id)).toHaveLength(1);
    });

    test('a writer with an outdated state gets a conflict and changes nothing', async () => {
      const { store } = open();
      const old = await opened(store);
      const state = await committed(store, changeOf('case', old, { ...old, level: 1 }));
      const late = changeOf('case', old, { ...old, level: 9 }, { cause: causeOf(`${old.id} late`) });
      expect(await store.commit(late)).toEqual({ outcome: 'conflict' });
      expect(await store.load('case', old.id)).toEqual(state);
    });

    test('a repeated cause is a duplicate, for every state that its writer read', async () => {
      const { store } = open();
      const first = await opened(store);
      const change = changeOf('case', first, { ...first, level: 1 });
      const second = await committed(store, change);
      const third = await committed(store, changeOf('case', second, { ...second, level: 2 }));
      expect(await store.commit(change)).toEqual({ outcome: 'duplicate', state: third });
      const again = changeOf('case', third, { ...third, level: 7 }, { cause: change.cause });
      expect(await store.commit(again)).toEqual({ outcome: 'duplicate', state: third });
      const reopening = changeOf('case', undefined, unopened({ id: first.id }));
      expect((await store.commit(reopening)).outcome).toBe('duplicate');
      expect(await store.timeline('case', first.id)).toHaveLength(3);
    });

    test('a cause is remembered after more commits than a head names', async () => {
      const { store } = open();
      const state = await grown(store, 70);
      expect(state.causes).toHaveLength(CAUSES_KEPT);
      const ancient = causeOf(`${state.id} 1`);
      expect(await store.hasCommitted('case', state.id, ancient)).toBe(true);
      expect(await store.hasCommitted('case', state.id, causeOf('never'))).toBe(false);
      const again = changeOf('case', state, { ...state, level: 7 }, { cause: ancient });
      expect(await store.commit(again)).toEqual({ outcome: 'duplicate', state });
      expect((await store.commit(changeOf('case', undefined, unopened({ id: state.id })))).outcome).toBe(
        'duplicate',
      );
      expect((await store.commit(changeOf('case', state, { ...state, level: 7 }))).outcome).toBe('committed');
    });

    test('causes that begin alike are different causes', async () => {
      const { store } = open();
      const first = await opened(store);
      const second = await committed(
        store,
        changeOf('case', first, { ...first, level: 1 }, { cause: '00000000000000000000000001' }),
      );
      const other = changeOf(
        'case',
        second,
        { ...second, level: 2 },
        { cause: '00000000000000000000000002' },
      );
      expect((await store.commit(other)).outcome).toBe('committed');
    });

    test('a reference that is taken by another cause is a conflict', async () => {
      const { store } = open();
      const state = await opened(store);
      const other = changeOf('case', undefined, unopened({ id: state.id, subject: 'another' }), {
        cause: causeOf(`${state.id} another`),
      });
      expect(await store.commit(other)).toEqual({ outcome: 'conflict' });
      expect(await store.load('case', state.id)).toEqual(state);
    });

    test.each([
      ['a type that is not registered', { type: 'rida.case.danced.v1', data: {} }],
      [
        'a field that breaks its contract',
        { type: 'rida.note.added.v1', data: { message: 'm', by: 'nobody' } },
      ],
      ['no data', { type: 'rida.note.added.v1' }],
    ])('an event with %s is rejected, and nothing is stored', async (_, event) => {
      const { store } = open();
      const wanted = unopened();
      const events = [event] as unknown as Change['events'];
      const first = changeOf('case', undefined, wanted, { events });
      await expect(store.commit(first)).rejects.toMatchObject({ code: 'event-unpublishable' });
      expect(await store.load('case', wanted.id)).toBeUndefined();
      expect(await store.timeline('case', wanted.id)).toEqual([]);
      // The same cause can be committed after the repair.
      const state = await committed(store, changeOf('case', undefined, wanted));
      const second = changeOf('case', state, { ...state, level: 1 }, { events });
      await expect(store.commit(second)).rejects.toMatchObject({ code: 'event-unpublishable' });
      expect(await store.load('case', wanted.id)).toEqual(state);
      expect(await store.timeline('case', wanted.id)).toHaveLength(1);
    });

    test('a commit is found at its place', async () => {
      const { store } = open();
      const { id } = await grown(store, 3);
      const [, second] = await store.timeline('case', id);
      expect(await store.commitAt({ kind: 'case', id, version: 2 })).toEqual(second);
      expect(await store.commitAt({ kind: 'case', id, version: 4 })).toBeUndefined();
      expect(await store.commitAt({ kind: 'parcel', id, version: 1 })).toBeUndefined();
    });

    test('a version that no commit has reached is an error that says so, never an older head', async () => {
      const { store } = open();
      const state = await opened(store);
      await expect(store.load('case', state.id, 2)).rejects.toThrow(
        `case ${state.id} is at version 1, not yet at 2`,
      );
    });
  });
}
