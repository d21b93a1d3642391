import { describe, expect, test } from 'vitest';
import type { Notice } from '#events/vocabulary.ts';
import type { CollectedNotice } from '#shared/ports/store.ts';
import { anId, causeOf } from '../changes.ts';
import type { StoreUnderTest } from './store-under-test.ts';

export function noticeCases(open: () => StoreUnderTest): void {
  describe('notices that wait for their reader', () => {
    const READER = () => anId('head:roads');
    const aNotice = (n: number, reader: string): CollectedNotice => {
      const event = causeOf(`${reader} event ${n}`);
      const notice: Notice = {
        ...{ event, case: `case-of-${reader}`, kind: 'breached', clock: 'department', level: 2 },
        ...{ dueAt: '2026-01-05T00:00:00.000Z', department: 'roads', priority: 'urgent' },
      };
      const at = 1_790_000_000_000 + n;
      return {
        notice,
        effect: { id: causeOf(`${reader} ${n}`), at, what: 'breached', to: 'a@b.example', token: 't' },
      };
    };

    test('are kept as they are, the oldest first', async () => {
      const { store } = open();
      const reader = READER();
      const three = [2, 0, 1].map((n) => aNotice(n, reader));
      const fresh = await store.collectNotices(reader, three);
      expect(fresh).toEqual(three.map(({ notice }) => notice));
      const waiting = await store.waitingNotices(reader, 100);
      const inOrder = [0, 1, 2].map((n) => aNotice(n, reader));
      expect(waiting).toEqual(inOrder.map(({ notice, effect: { at } }) => ({ notice, at })));
      expect(await store.waitingNotices(reader, 2)).toEqual(waiting.slice(0, 2));
    });

    test('are collected once each, also after they were sent, and their effect proves it', async () => {
      const { store } = open();
      const reader = READER();
      const [one, other] = [aNotice(1, reader), aNotice(2, reader)];
      await store.collectNotices(reader, [one]);
      expect(await store.collectNotices(reader, [one, other])).toEqual([other.notice]);
      await store.removeNotices(reader, await store.waitingNotices(reader, 100));
      expect(await store.waitingNotices(reader, 100)).toEqual([]);
      expect(await store.collectNotices(reader, [one, other])).toEqual([]);
      expect(await store.waitingNotices(reader, 100)).toEqual([]);
      expect(await store.effects('case', one.notice.case)).toEqual([one.effect, other.effect]);
    });

    test('of twenty who collect the same at once one is told that it is new', async () => {
      const { store } = open();
      const reader = READER();
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => store.collectNotices(reader, [aNotice(1, reader)])),
      );
      expect(answers.flat()).toHaveLength(1);
      expect(await store.waitingNotices(reader, 100)).toHaveLength(1);
    });

    test('of one reader are not those of another; to remove what is gone changes nothing', async () => {
      const { store } = open();
      const [mine, theirs] = [READER(), READER()];
      await store.collectNotices(mine, [aNotice(1, mine)]);
      await store.collectNotices(theirs, [aNotice(1, theirs)]);
      const gone = await store.waitingNotices(mine, 100);
      await store.removeNotices(mine, gone);
      await store.removeNotices(mine, gone);
      expect(await store.waitingNotices(theirs, 100)).toHaveLength(1);
    });
  });
}
