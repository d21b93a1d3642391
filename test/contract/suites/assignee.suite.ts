import { describe, expect, test } from 'vitest';
import type { Case } from '#shared/domain/cases/case.ts';
import type { WaitingCase } from '#shared/domain/cases/waiting.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { changeOf, committed, opened } from '../changes.ts';
import type { StoreUnderTest } from './store-under-test.ts';
import { ids, walk } from './walk.ts';

export function assigneeCases(open: () => StoreUnderTest): void {
  const inOrder = async (many: readonly Partial<Case>[]): Promise<Case[]> => {
    const cases: Case[] = [];
    for (const one of many) cases.push(await opened(open().store, one));
    return cases;
  };
  const held = async (user: string): Promise<string[]> =>
    ids((await walk((page) => open().store.assignedTo(user, page), 2)).items);

  describe('the cases of a member of staff', () => {
    test('are listed the most urgent first, then the oldest, page by page, and only while they are active', async () => {
      const mine = { assignee: 'index-huda' };
      const cases = await inOrder([
        { ...mine, openedAt: T + 2 },
        { ...mine, openedAt: T + 1, status: 'pending-department' },
        { ...mine, openedAt: T + 3, priority: 'urgent' },
        { ...mine, openedAt: T, priority: 'low' },
        { assignee: 'index-hud', openedAt: T },
        { ...mine, status: 'resolved', openedAt: T },
      ]);
      const wanted = [2, 1, 0, 3].map((at) => cases[at]?.id);
      expect(await held('index-huda')).toEqual(wanted);
      const { items } = await open().store.assignedTo('index-huda', { limit: 1 });
      expect(items).toEqual([cases[2]]);
    });

    test('follow every change of assignee and status, and no change of the timer', async () => {
      const { store } = open();
      const [first] = await inOrder([{ assignee: 'index-sara', nextDueAt: T }]);
      if (!first) throw new Error('it was opened');
      const later = await committed(store, changeOf('case', first, { ...first, nextDueAt: T + 5 }));
      expect(await held('index-sara')).toEqual([first.id]);
      const given = await committed(store, changeOf('case', later, { ...later, assignee: 'index-omar' }));
      expect([await held('index-sara'), await held('index-omar')]).toEqual([[], [first.id]]);
      const done = await committed(store, changeOf('case', given, { ...given, status: 'resolved' }));
      expect(await held('index-omar')).toEqual([]);
      await committed(store, changeOf('case', done, { ...done, status: 'open' }));
      expect(await held('index-omar')).toEqual([first.id]);
    });
  });

  describe('the cases of a category in a district', () => {
    test('are listed since an instant, the newest first, and follow corrections and erasure', async () => {
      const { store } = open();
      const here = { place: { district: 'index-nuzhah' }, category: 'roads' };
      const cases = await inOrder([
        { ...here, openedAt: T },
        { ...here, openedAt: T + 2 },
        { ...here, openedAt: T + 1, status: 'closed' },
        { ...here, openedAt: T - 1 },
        { ...here, category: 'lighting', openedAt: T },
        { ...here, place: { district: 'index-nuzhah-2' }, openedAt: T },
        { category: 'roads', openedAt: T },
      ]);
      const asked = { district: 'index-nuzhah', category: 'roads', from: T };
      const found = async (limit = 9) => ids(await store.casesAt(asked, limit));
      expect(await found()).toEqual([1, 2, 0].map((at) => cases[at]?.id));
      expect(await found(1)).toEqual([cases[1]?.id]);
      const [first, second, third] = cases;
      if (!first || !second || !third) throw new Error('they were opened');
      await committed(store, changeOf('case', first, { ...first, place: { district: 'index-malaz' } }));
      await committed(store, changeOf('case', second, { ...second, erased: { at: T, because: 'request' } }));
      expect(await found()).toEqual([third.id]);
      expect(ids(await store.casesAt({ ...asked, district: 'index-malaz' }, 9))).toEqual([first.id]);
    });
  });

  describe('the cases that wait for an assignee', () => {
    const through = async (department: string): Promise<string[]> => {
      const { store } = open();
      let heads = [...(await store.firstWaiting(department))];
      const seen: WaitingCase[] = [];
      while (heads.length > 0) {
        heads = heads.sort((a, b) => (a.turn < b.turn ? -1 : 1));
        const [head] = heads;
        if (!head) break;
        seen.push(head);
        const next = await store.nextWaiting(head);
        heads = [...heads.slice(1), ...(next ? [next] : [])];
      }
      return seen.map(({ id }) => id);
    };

    test('begin with one for each category and language, whatever sorts between them', async () => {
      const department = 'd-waiting';
      const cases = await inOrder([
        { department, category: 'road', language: 'en', openedAt: T + 4 },
        { department, category: 'road', language: 'ar', openedAt: T + 3 },
        { department, category: 'road', language: 'ar', openedAt: T + 2 },
        { department, category: 'road', language: 'ar', openedAt: T + 9, priority: 'urgent' },
        { department, category: 'road-works', language: 'ar', openedAt: T + 1 },
        { department: 'd-waiting-room', category: 'road', openedAt: T },
      ]);
      const heads = await open().store.firstWaiting(department);
      expect(ids(heads).sort()).toEqual([3, 0, 4].map((at) => cases[at]?.id).sort());
      expect(heads.find(({ category, language }) => category === 'road' && language === 'ar')).toMatchObject({
        id: cases[3]?.id,
        department,
      });
      expect(await through(department)).toEqual([3, 4, 2, 1, 0].map((at) => cases[at]?.id));
    });

    test('are neither assigned ones nor those that only a person assigns', async () => {
      const department = 'd-by-hand';
      await inOrder([
        { department, assignee: 'somebody' },
        { department, byHand: true },
        { department, automatic: 'out-of-office' },
        { department, quarantine: 'unreadable' },
        { department, status: 'resolved' },
      ]);
      expect(await open().store.firstWaiting(department)).toEqual([]);
    });

    test('are gone when they are assigned, and wait again when they are returned', async () => {
      const department = 'd-returned';
      const { store } = open();
      const [first] = await inOrder([{ department }]);
      if (!first) throw new Error('it was opened');
      const taken = await committed(store, changeOf('case', first, { ...first, assignee: 'huda' }));
      expect(await through(department)).toEqual([]);
      const { assignee: _, ...rest } = taken;
      await committed(store, changeOf('case', taken, rest));
      expect(await through(department)).toEqual([first.id]);
    });
  });
}
