import { describe, expect, test } from 'vitest';
import type { Case } from '#shared/domain/cases/case.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';
import {
  causeOf,
  changeOf,
  committed,
  emptyDigest,
  opened,
  presentStaff,
  unknownPerson,
  unopened,
} from '../changes.ts';
import type { StoreUnderTest } from './store-under-test.ts';

const T = WORKING_MORNING;

const BUSY: Partial<Case> = {
  facts: [
    { at: T, type: 'opened' },
    { at: T + 1, type: 'terms' },
    { at: T + 2, type: 'promised', dueAt: T + 5000 },
    { at: T + 3, type: 'promise-withdrawn' },
    { at: T + 4, type: 'asked', request: 'r1', dueAt: T + 9000 },
    { at: T + 4, type: 'asked', request: 'r2' },
    { at: T + 5, type: 'answered', request: 'r1' },
    { at: T + 6, type: 'request-withdrawn', request: 'r2' },
    {
      at: T + 7,
      type: 'absorbed',
      source: '4K7-R2M-0385',
      remaining: { firstResponse: -7, resolution: 3_600_000 },
    },
    { at: T + 8, type: 'absorbed', source: '4K7-R2M-0386', remaining: { resolution: 0 } },
    { at: T + 9, type: 'released', source: '4K7-R2M-0385' },
  ],
  watchers: ['salem', 'نورة'],
  promise: { at: T, dueAt: T + 5000, by: 'agent:salem' },
  requests: [
    { id: 'r1', department: 'roads', askedAt: T, dueAt: T + 9000, by: 'agent:salem', message: 'm1' },
    {
      id: 'r2',
      department: 'parks',
      askedAt: T,
      dueAt: T + 9000,
      by: 'rida',
      ended: { at: T + 1, how: 'answered', by: 'department:parks', message: 'm2' },
    },
    {
      id: 'r3',
      department: 'parks',
      askedAt: T,
      dueAt: T + 9000,
      by: 'rida',
      ended: { at: T + 1, how: 'withdrawn', by: 'agent:salem' },
    },
  ],
  links: [{ to: '4K7-R2M-0385', as: 'merged-from', at: T }],
  merged: { into: '4K7-R2M-0387', at: T, status: 'pending-department' },
};

export function kindCases(open: () => StoreUnderTest): void {
  describe('heads of every kind', () => {
    test('a case with promises, requests, links and a merge is read back whole', async () => {
      const { store } = open();
      const state = await opened(store, BUSY);
      expect(state).toMatchObject(BUSY);
      expect(await store.load('case', state.id)).toEqual(state);
      const { promise: _, merged: __, ...rest } = state;
      const back = await committed(store, changeOf('case', state, rest));
      expect(await store.load('case', state.id)).toEqual(back);
      expect((await store.timeline('case', state.id)).at(-1)?.patch).toEqual({ promise: null, merged: null });
    });

    test('a person is kept under versions like a case', async () => {
      const { store } = open();
      const wanted = unknownPerson({
        name: 'نورة القحطاني',
        contacts: [
          { kind: 'email', value: 'norah@example.com', beneficiaryId: 'b-1' },
          { kind: 'phone', value: '+966500000001', beneficiaryId: 'b-2' },
        ],
        joined: ['b-2'],
        optOuts: ['surveys', 'calls'],
        verified: { at: T, by: 'agent:salem', means: 'nafath' },
      });
      const first = await committed(store, changeOf('person', undefined, wanted));
      expect(await store.load('person', wanted.id)).toEqual(first);
      const { name: _, verified: __, ...rest } = first;
      const gone = { ...rest, contacts: [], joined: [], optOuts: [], into: 'b-3', erasedAt: T };
      const second = await committed(store, changeOf('person', first, gone));
      expect(second).toMatchObject({ version: 2, into: 'b-3', erasedAt: T });
      expect(await store.load('person', wanted.id, 2)).toEqual(second);
      expect((await store.timeline('person', wanted.id)).map(({ kind, version }) => [kind, version])).toEqual(
        [
          ['person', 1],
          ['person', 2],
        ],
      );
    });

    test('a member of staff and what gathers for a reader are kept like it', async () => {
      const { store } = open();
      const absence = {
        from: T,
        until: T + 5,
        handOverTo: 'huda',
        by: 'agent:salem',
        begun: true,
      } as const;
      const away = await committed(store, changeOf('staff', undefined, presentStaff({ absence })));
      expect(await store.load('staff', away.id)).toEqual({ ...away, absence });
      const { absence: _, ...here } = away;
      await committed(store, changeOf('staff', away, here));
      expect(await store.load('staff', away.id)).not.toHaveProperty('absence');

      const sent = [causeOf('e1'), causeOf('e2')];
      const digest = await committed(
        store,
        changeOf('digest', undefined, emptyDigest({ sent, nextDueAt: T })),
      );
      expect(await store.load('digest', digest.id)).toMatchObject({ sent, nextDueAt: T });
      const [commit] = await store.timeline('digest', digest.id);
      expect(commit?.patch).toEqual({ sent, nextDueAt: T });
    });

    test('heads of different kinds under one id are different heads', async () => {
      const { store } = open();
      const person = await committed(
        store,
        changeOf('person', undefined, unknownPerson({ name: 'one of many' })),
      );
      const { id } = person;
      const staff = await committed(store, changeOf('staff', undefined, presentStaff({ id })));
      const digest = await committed(store, changeOf('digest', undefined, emptyDigest({ id })));
      const call = { id, version: 0, causes: [], initiationMethod: 'INBOUND', startedAt: 1 };
      const rung = await committed(store, changeOf('call', undefined, call));
      expect(await store.load('person', id)).toEqual(person);
      expect(await store.load('staff', id)).toEqual(staff);
      expect(await store.load('digest', id)).toEqual(digest);
      expect(await store.load('call', id)).toEqual(rung);
      expect(await store.load('case', id)).toBeUndefined();
    });

    test('twenty writers add to one digest and none of them is lost', async () => {
      const { store } = open();
      const { id } = await committed(store, changeOf('digest', undefined, emptyDigest()));
      const add = async (writer: number): Promise<void> => {
        for (;;) {
          const state = await store.load('digest', id);
          if (!state) throw new Error('the digest vanished');
          const cause = causeOf(`${id} a${writer}`);
          const after = { ...state, sent: [...state.sent, String(writer)] };
          if ((await store.commit(changeOf('digest', state, after, { cause }))).outcome !== 'conflict')
            return;
        }
      };
      await Promise.all(Array.from({ length: 20 }, (_, writer) => add(writer)));
      expect((await store.load('digest', id))?.version).toBe(21);
      expect((await store.load('digest', id))?.sent).toHaveLength(20);
    });

    test('of a digest only the causes it names are duplicates: its past is never read for older ones', async () => {
      const { store } = open();
      let state = await committed(store, changeOf('digest', undefined, emptyDigest()));
      const ancient = causeOf(`${state.id} 1`);
      while (state.version < 70)
        state = await committed(
          store,
          changeOf('digest', state, { ...state, sent: [String(state.version)] }),
        );
      const after = { ...state, sent: [] };
      const recent = { cause: causeOf(`${state.id} 60`) };
      expect(await store.commit(changeOf('digest', state, after, recent))).toEqual({
        outcome: 'duplicate',
        state,
      });
      const again = changeOf('digest', state, after, { cause: ancient });
      expect(await store.commit(again)).toMatchObject({ outcome: 'committed', state: { version: 71 } });
    });

    test('effects of every kind are separate', async () => {
      const { store } = open();
      const id = emptyDigest().id;
      const effect = { id: 'fx', at: 1, what: 'digest', to: 'huda@example.com', token: '<fx@rida>' };
      expect(await store.recordEffect('digest', id, effect)).toBe(true);
      expect(await store.recordEffect('digest', id, effect)).toBe(false);
      expect(await store.effects('digest', id)).toEqual([effect]);
      expect(await store.effect('digest', id, 'fx')).toEqual(effect);
      for (const kind of ['case', 'call', 'person', 'staff'] as const) {
        expect(await store.effects(kind, id)).toEqual([]);
        expect(await store.effect(kind, id, 'fx')).toBeUndefined();
      }
    });
  });

  test('an aggregate of any kind that was never stored does not exist', async () => {
    const { store } = open();
    expect(await store.load('person', unknownPerson().id, 0)).toBeUndefined();
    expect(await store.load('staff', presentStaff().id)).toBeUndefined();
    expect(await store.timeline('digest', emptyDigest().id)).toEqual([]);
    expect(await store.effects('person', unopened().id)).toEqual([]);
  });
}
