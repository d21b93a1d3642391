import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EventsOf } from '#events/registry.ts';
import { StoreError } from '#shared/ports/store-error.ts';
import { forEventBatch } from '#shared/runtime/chain-event-batch.ts';
import { baseEnv } from '#shared/runtime/env.ts';
import { toEnvelopes } from '#shared/runtime/envelopes.ts';
import { eventBatchFunction } from '#shared/runtime/function.ts';
import { aCommit } from '#test/builders/a-commit.ts';
import { recordedLog } from './recorded-log.ts';

type Counted = EventsOf<'reports/roll-up'>;

const data = { message: 'm', means: 'phone', by: 'agent:salem' } as const;
const eventAt = (n: number): Counted =>
  toEnvelopes(aCommit({ cause: `c${n}`, events: [{ type: 'rida.contact.logged.v1', data }] }))[0] as Counted;
const context = { awsRequestId: 'request-1', getRemainingTimeInMillis: () => 60_000 };

/** A consumer of a batch of events, of which some cannot be processed. */
function consumer(size: number, failing: readonly number[], failure = () => new Error('not processable')) {
  const log = recordedLog();
  const events = Array.from({ length: size }, (_, n) => eventAt(n));
  const bad = new Set(failing.map((n) => events[n]?.id));
  const batches: number[] = [];
  const done = new Set<string>();
  const handler = forEventBatch(
    eventBatchFunction({
      ...{ name: 'reports/roll-up', environment: baseEnv, log: () => {} },
      run: async (_: object, given: readonly Counted[]) => {
        batches.push(given.length);
        if (given.some(({ id }) => bad.has(id))) throw failure();
        for (const { id } of given) done.add(id);
      },
    }),
    {},
    log,
  );
  const Records = events.map((detail, n) => ({ messageId: `m${n}`, body: JSON.stringify({ detail }) }));
  return { log, batches, done, handle: () => handler({ Records }, context), Records };
}

describe('a batch of events', () => {
  test('is processed at once', async () => {
    const { handle, batches } = consumer(100, []);
    expect(await handle()).toEqual({ batchItemFailures: [] });
    expect(batches).toEqual([100]);
  });

  test('with one event that cannot be processed fails for this event alone, after few attempts', async () => {
    const { handle, batches, done, log } = consumer(100, [37]);
    expect(await handle()).toEqual({ batchItemFailures: [{ itemIdentifier: 'm37' }] });
    expect(done.size).toBe(99);
    expect(batches.length).toBeLessThanOrEqual(1 + 2 * Math.ceil(Math.log2(100)));
    expect(log.lines()).toContainEqual(expect.objectContaining({ code: 'message-failed', messageId: 'm37' }));
  });

  test('fails for exactly the events that cannot be processed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 30 }), fc.array(fc.nat(29)), async (size, drawn) => {
        const failing = [...new Set(drawn)].filter((n) => n < size).sort((a, b) => a - b);
        const { handle, done } = consumer(size, failing);
        const { batchItemFailures } = await handle();
        expect(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)).toEqual(
          failing.map((n) => `m${n}`),
        );
        expect(done.size).toBe(size - failing.length);
      }),
      { numRuns: 50 },
    );
  });

  test.each(['unreachable', 'throttled', 'denied', 'no-table', 'locked', 'unwritable'] as const)(
    'is redelivered when the store is %s, without further attempts',
    async (code) => {
      const { handle, batches } = consumer(100, [37], () => new StoreError(code, 'the store'));
      await expect(handle()).rejects.toThrow('the store');
      expect(batches).toEqual([100]);
    },
  );

  test.each(['damaged', 'behind'] as const)(
    'with an aggregate that is %s fails for its event alone',
    async (code) => {
      const { handle } = consumer(8, [3], () => new StoreError(code, 'one aggregate'));
      expect(await handle()).toEqual({ batchItemFailures: [{ itemIdentifier: 'm3' }] });
    },
  );
});
