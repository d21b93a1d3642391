import { expect, test } from 'vitest';
import { hmacKeys } from '#shared/adapters/crypto/hmac-keys.ts';
import { beginDraw, continueDraw } from '#shared/application/programme/draw/run-draw.ts';
import { putRows } from '#shared/application/programme/stored-rows.ts';
import { releaseReplicates, tallyOfWeek } from '#shared/application/programme/week-calls.ts';
import { updateAggregate } from '#shared/application/update-aggregate.ts';
import { updateCallOut } from '#shared/application/update-call-out.ts';
import { FRAME } from '#shared/domain/outreach/frame.ts';
import { replicateId } from '#shared/domain/outreach/week/replicate.ts';
import { progressOf } from '#shared/domain/outreach/week/tally.ts';
import type { EvaluationWeek } from '#shared/domain/outreach/week/week.ts';
import { shippedRules } from '#test/builders/a-console.ts';
import { aList, aPlace } from '#test/builders/a-week.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { MemoryBlobs } from '#test/doubles/memory-blobs.ts';
import type { StoreUnderTest } from './store-under-test.ts';

const WEEK = '2026-01-04';
const by = 'agent:huda';
const PARTS = [0, 1, 2];
const PART = 40;

export function drawCases(open: () => StoreUnderTest): void {
  test('the draw of a week stores its calls step by step, and a finished call counts in its replicate', async () => {
    const { store } = open();
    const blobs = new MemoryBlobs();
    for (const part of PARTS)
      await putRows(
        ...([blobs, 'drawn-list', part] as const),
        Array.from({ length: PART }, (_, index) => ({
          ...{ phone: `+9665${20_000_000 + part * PART + index}`, language: 'ar' as const },
          service: { name: 'رخصة بناء', on: '2026-01-02' },
        })),
      );
    const at = { by, at: T, recordedAt: T } as const;
    await updateAggregate(store, { kind: 'frame', id: FRAME, cause: 'drawn-list', ...at }, (frame) => ({
      state: {
        ...(frame ?? { id: FRAME, version: 0, causes: [] }),
        lists: [aList({ id: 'drawn-list', parts: PARTS.length, good: PARTS.length * PART })],
      },
      events: [],
    }));
    // Cases of other tests are in no department.
    const rules = { ...shippedRules(), departments: new Map() };
    const keys = hmacKeys(async () => new Uint8Array(32).fill(7));
    const deps = { store, blobs, keys, rules, numberFault: () => undefined };
    const order = { by, target: 40, completion: 0.4, mode: 'agent', seed: 'seed' } as const;
    expect(await beginDraw(deps, order, { id: 'draw-1', now: T, buckets: 3 })).toBe('begun');
    let runs = 0;
    for (let outcome = 'goes-on'; outcome === 'goes-on'; runs += 1)
      outcome = await continueDraw(deps, { id: 'draw-1', now: T, atOnce: 1 });
    expect(runs).toBeGreaterThan(10);

    const week = (await store.load('week', WEEK)) as EvaluationWeek;
    expect(week).toMatchObject({ persons: 120, sizes: [50, 50], released: 2, planned: true });
    const [first, second] = await Promise.all(
      [1, 2].map((n) => store.load('replicate', replicateId(WEEK, n))),
    );
    const [call = ''] = first?.calls ?? [];
    expect(new Set([...(first?.calls ?? []), ...(second?.calls ?? [])]).size).toBe(100);
    expect(progressOf(await tallyOfWeek(store, week))).toEqual({ completes: 0, open: 100, ended: 0 });
    const command = { do: 'stop', by } as const;
    await updateCallOut(store, rules.outbound, { ...at, id: call, cause: `stop ${call}`, command });
    const place = aPlace({ id: WEEK });
    for (const cause of ['finished-1', 'finished-1', 'finished-2'])
      expect(await releaseReplicates(store, rules.outbound, { place, now: T, cause })).toBe('enough');
    expect(progressOf(await tallyOfWeek(store, week))).toEqual({ completes: 0, open: 99, ended: 1 });
  });
}
