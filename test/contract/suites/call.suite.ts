import { describe, expect, test } from 'vitest';
import type { Call } from '#shared/domain/telephone/call.ts';
import { DAY, HOUR, MINUTE } from '#shared/domain/time/instant.ts';
import type { CallSpan } from '#shared/ports/store.ts';
import { aReference } from '#test/builders/a-case.ts';
import { changeOf, committed } from '../changes.ts';
import type { StoreUnderTest } from './store-under-test.ts';

let made = 0;
const aCall = (startedAt: number, over: Partial<Call> = {}): Call => {
  made += 1;
  return { id: `call-${made}`, version: 0, causes: [], initiationMethod: 'INBOUND', startedAt, ...over };
};

/** Queries of calls: by start time, by conspicuous feature, and by case. */
export function callCases(open: () => StoreUnderTest): void {
  describe('calls', () => {
    /** A separate period for each test: the end of a month, so that a query covers two. */
    const months = [Date.UTC(2027, 0, 31, 20), Date.UTC(2027, 3, 30, 20), Date.UTC(2027, 6, 31, 20)];
    const keep = (...calls: readonly Call[]) =>
      Promise.all(calls.map((call) => committed(open().store, changeOf('call', undefined, call))));
    const found = async (span: CallSpan, limit = 50): Promise<string[]> => {
      const { items } = await open().store.calls(span, { limit });
      return items.map(({ id }) => id);
    };

    test('of a span are listed the newest first, across the end of a month', async () => {
      const from = months[0] ?? 0;
      const calls = [0, HOUR, 5 * HOUR, DAY].map((after) => aCall(from + after));
      await keep(...calls, aCall(from - 1), aCall(from + 2 * DAY));
      const newest = calls.map(({ id }) => id).reverse();
      expect(await found({ from, until: from + 2 * DAY })).toEqual(newest);
      expect(await found({ from, until: from + HOUR })).toEqual([calls[0]?.id]);
      expect(await found({ from: from + 3 * DAY, until: from + 3 * DAY })).toEqual([]);
    });

    test('are read page by page without gaps or repeats', async () => {
      const from = months[1] ?? 0;
      const calls = Array.from({ length: 7 }, (_, n) => aCall(from + n * HOUR));
      await keep(...calls);
      const pages: string[][] = [];
      let cursor: string | undefined;
      do {
        const page = await open().store.calls(
          { from, until: from + DAY },
          { limit: 3, ...(cursor !== undefined && { cursor }) },
        );
        pages.push(page.items.map(({ id }) => id));
        cursor = page.cursor;
      } while (cursor !== undefined);
      expect(pages.map(({ length }) => length)).toEqual([3, 3, 1]);
      expect(pages.flat()).toEqual(calls.map(({ id }) => id).reverse());
    });

    test('are found by a conspicuous feature, and no longer when it is gone', async () => {
      const from = months[2] ?? 0;
      const [left, spoken, plain] = [
        aCall(from, { marks: ['abandoned'] }),
        aCall(from + MINUTE, { marks: ['message', 'callback'] }),
        aCall(from + 2 * MINUTE),
      ] as const;
      const [, kept] = await keep(left, spoken, plain);
      const span = { from, until: from + DAY };
      expect(await found({ ...span, only: 'abandoned' })).toEqual([left.id]);
      expect(await found({ ...span, only: 'message' })).toEqual([spoken.id]);
      expect(await found({ ...span, only: 'callback' })).toEqual([spoken.id]);
      if (kept) {
        const { marks: _, ...served } = kept;
        await committed(open().store, changeOf('call', kept, { ...served, marks: ['message'] }));
      }
      expect(await found({ ...span, only: 'callback' })).toEqual([]);
      expect(await found(span)).toHaveLength(3);
    });

    test('about a case are listed once their end was announced', async () => {
      const { store } = open();
      const caseRef = aReference();
      const [early, late] = [
        aCall(1_000, { caseRef, nextDueAt: 2_000 }),
        aCall(5_000, { caseRef, announced: true }),
      ] as const;
      const [first] = await keep(early, late, aCall(3_000, { caseRef: aReference() }));
      const about = async () => (await store.callsAbout(caseRef, { limit: 9 })).items.map(({ id }) => id);
      expect(await about()).toEqual([late.id]);
      if (first) {
        const { nextDueAt: _, ...over } = first;
        await committed(store, changeOf('call', first, { ...over, announced: true }));
      }
      expect(await about()).toEqual([late.id, early.id]);
    });

    test('keep what every source told', async () => {
      const facts = {
        heardAt: 1,
        answers: { language: { rank: 0, at: 1, value: 'ar' as const } },
        cases: [{ at: 1, ref: '4K7-2M9-0382' }],
        legs: {
          'contact-1': {
            event: { initiatedAt: 1, queue: 'general', complete: true as const },
            record: {
              updatedAt: 9,
              recordings: [{ key: 'calls/a.wav', kind: 'agent' as const, startedAt: 2 }],
            },
            states: [{ at: 3, state: 'hold' as const, agent: 'huda' }],
            lostAt: 4,
          },
        },
        legsOmitted: true as const,
      };
      const [state] = await keep(aCall(1, { facts, marks: ['message'] }));
      expect(await open().store.load('call', state?.id ?? '')).toEqual(state);
      expect(state?.facts).toEqual(facts);
    });
  });
}
