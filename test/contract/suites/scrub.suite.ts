import { describe, expect, test } from 'vitest';
import type { Commit } from '#shared/ports/store.ts';
import { aBeneficiary } from '#test/builders/a-case.ts';
import { causeOf, changeOf, committed, grown, opened, unknownPerson } from '../changes.ts';
import type { StoreUnderTest } from './store-under-test.ts';

const ARABIC = 'نورة القحطاني تسأل عن إنارة الشارع أمام مدرسة الحي. '.repeat(60);

/** The effect of an erasure: personal fields become empty wherever a patch contains them. */
const clean = (commit: Commit): Commit => ({
  ...commit,
  patch: {
    ...commit.patch,
    ...('subject' in commit.patch && { subject: '' }),
    ...('beneficiary' in commit.patch && { beneficiary: { id: 'erased', authenticated: false } }),
  },
});

export function scrubCases(open: () => StoreUnderTest): void {
  describe('scrubbing', () => {
    test('cleans every commit and leaves identity, order, causes, events and the head', async () => {
      const { store } = open();
      const state = await grown(store, 12, {
        subject: ARABIC,
        beneficiary: aBeneficiary({ id: 'b-scrubbed' }),
      });
      const before = await store.timeline('case', state.id);
      await store.scrub('case', state.id, clean);
      const after = await store.timeline('case', state.id);
      expect(after).toEqual(before.map(clean));
      expect(JSON.stringify(after)).not.toMatch(/نورة|norah|"subject":"s\d/u);
      expect(await store.load('case', state.id)).toEqual(state);
      const again = changeOf('case', undefined, { ...state, version: 0, causes: [] });
      expect((await store.commit(again)).outcome).toBe('duplicate');
    });

    test('keeps what a commit is, whatever the cleaning answers', async () => {
      const { store } = open();
      const { id } = await opened(store, { subject: ARABIC });
      const [before] = await store.timeline('case', id);
      const other = { kind: 'call', id: 'another', version: 7, cause: 'another' } as const;
      await store.scrub('case', id, (commit) => ({ ...commit, ...other, patch: {} }));
      expect(await store.timeline('case', id)).toEqual([{ ...before, patch: {} }]);
      expect(await store.timeline('call', 'another')).toEqual([]);
    });

    test('blanks to whom effects went and nothing else of them, and none is recorded twice', async () => {
      const { store } = open();
      const [{ id }, other] = [await opened(store), await opened(store)];
      const effect = {
        id: 'fx',
        at: 5,
        what: 'reply',
        to: 'norah@example.com',
        token: '<t@rida>',
        providerId: 'p',
      };
      await store.recordEffect('case', id, effect);
      await store.recordEffect('case', id, { ...effect, id: 'second', at: 6 });
      await store.recordEffect('case', other.id, effect);
      await store.scrub('case', id, clean);
      expect(await store.effects('case', id)).toEqual([
        { ...effect, to: '' },
        { ...effect, id: 'second', at: 6, to: '' },
      ]);
      expect(await store.recordEffect('case', id, effect)).toBe(false);
      expect(await store.effects('case', other.id)).toEqual([effect]);
    });

    test('touches one head of one kind only', async () => {
      const { store } = open();
      const [state, neighbour] = [await opened(store), await opened(store)];
      const namesake = unknownPerson({ id: state.id, name: 'نورة' });
      await committed(store, changeOf('person', undefined, namesake));
      const before = [await store.timeline('case', neighbour.id), await store.timeline('person', state.id)];
      await store.scrub('case', state.id, clean);
      expect([await store.timeline('case', neighbour.id), await store.timeline('person', state.id)]).toEqual(
        before,
      );
    });

    test('may be repeated, and of what is not there does nothing', async () => {
      const { store } = open();
      const state = await grown(store, 3);
      await store.scrub('case', state.id, clean);
      const once = await store.timeline('case', state.id);
      await store.scrub('case', state.id, clean);
      expect(await store.timeline('case', state.id)).toEqual(once);
      await store.scrub('person', 'nobody', clean);
      expect(await store.load('person', 'nobody')).toBeUndefined();
      expect(await store.timeline('person', 'nobody')).toEqual([]);
    });

    test('concurrent writers continue: none of their commits is lost, and a repeat scrubs theirs too', async () => {
      const { store } = open();
      const first = await grown(store, 20);
      let state = first;
      const write = async (): Promise<void> => {
        for (let n = 0; n < 6; n += 1) {
          const cause = causeOf(`${first.id} beside ${n}`);
          state = await committed(
            store,
            changeOf('case', state, { ...state, subject: `s-new${n}` }, { cause }),
          );
        }
      };
      await Promise.all([
        write(),
        store.scrub('case', first.id, clean),
        store.scrub('case', first.id, clean),
      ]);
      expect(await store.load('case', first.id)).toEqual(state);
      const timeline = await store.timeline('case', first.id);
      expect(timeline.map(({ version }) => version)).toEqual(Array.from({ length: 26 }, (_, n) => n + 1));
      expect(timeline.slice(0, 20).map(({ patch }) => patch.subject)).toEqual(Array(20).fill(''));
      await store.scrub('case', first.id, clean);
      const subjects = (await store.timeline('case', first.id)).map(({ patch }) => patch.subject);
      expect(subjects).toEqual(Array(26).fill(''));
    });
  });
}
