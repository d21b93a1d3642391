import { describe, expect, it } from 'vitest';
import { deliver } from '#functions/relay/deliver.ts';
import { environments } from '#functions/relay/env.ts';
import { MINUTE } from '#shared/domain/time/instant.ts';
import { fixedClock } from '#test/doubles/fixed-clock.ts';
import { aMessage, MemoryFeeds } from '#test/doubles/memory-feeds.ts';

const feed = (queue: string, batchSize = 10) => ({ queue, worker: `on ${queue}`, batchSize });
const messages = (...ids: readonly string[]) => ids.map(aMessage);

function room(...queues: readonly ReturnType<typeof feed>[]) {
  const clock = fixedClock();
  const queueFeeds = new MemoryFeeds(clock);
  const ending = new AbortController();
  const run = () =>
    deliver({ feeds: queues, queueFeeds, clock, functionsAtATime: 2 }, undefined, { signal: ending.signal });
  return { clock, queueFeeds, ending, run };
}

describe('messages of all queues', () => {
  it('reach the functions of their queues in batches, and are removed', async () => {
    const { queueFeeds, run, clock } = room(feed('mail', 1), feed('due', 2));
    queueFeeds.waiting.set('mail', messages('m1', 'm2')).set('due', messages('d1', 'd2', 'd3'));
    const began = clock.now();
    expect(await run()).toEqual({ processed: 5, failed: 0, stopped: [] });
    const of = (queue: string) =>
      queueFeeds.processed.filter(([worker]) => worker === `on ${queue}`).map(([, ids]) => ids);
    expect([of('mail'), of('due')]).toEqual([
      [['m1'], ['m2']],
      [['d1', 'd2'], ['d3']],
    ]);
    expect(queueFeeds.removed.sort()).toEqual(['d1', 'd2', 'd3', 'm1', 'm2']);
    expect(clock.now() - began).toBeLessThanOrEqual(2 * MINUTE);
  });

  it('that a function did not process stay in the queue', async () => {
    const { queueFeeds, run } = room(feed('due'));
    queueFeeds.waiting.set('due', messages('d1', 'd2'));
    queueFeeds.failing = async () => ['d1'];
    expect(await run()).toEqual({ processed: 1, failed: 1, stopped: [] });
    expect(queueFeeds.removed).toEqual(['d2']);
  });

  it('of other queues are not concerned when one cannot be read or its function cannot be invoked', async () => {
    for (const broken of ['receive', 'process', 'remove'] as const) {
      const { queueFeeds, run } = room(feed('mail'), feed('due'));
      queueFeeds.waiting.set('due', messages('d1'));
      if (broken !== 'receive') queueFeeds.waiting.set('mail', messages('m1'));
      const error = new Error('throttled');
      const whole = queueFeeds[broken].bind(queueFeeds) as (...all: unknown[]) => Promise<unknown>;
      const faulty = (given: { queue: string }, ...more: unknown[]) =>
        given.queue === 'mail' ? Promise.reject(error) : whole(given, ...more);
      Object.assign(queueFeeds, { [broken]: faulty });
      expect((await run()).stopped).toEqual([{ worker: 'on mail', error }]);
      expect(queueFeeds.removed).toEqual(['d1']);
    }
  });

  it('a burst of one queue waits for its own turn: few functions at a time, one of each queue', async () => {
    const { queueFeeds, run } = room(feed('mail', 1), feed('due', 1), feed('calls', 1));
    queueFeeds.waiting
      .set('mail', messages(...Array.from({ length: 50 }, (_, n) => `m${n}`)))
      .set('due', messages('d1'))
      .set('calls', messages('c1'));
    const busy = new Map<string, number>();
    let most = 0;
    queueFeeds.failing = async ({ queue }) => {
      busy.set(queue, (busy.get(queue) ?? 0) + 1);
      most = Math.max(
        most,
        [...busy.values()].reduce((sum, one) => sum + one, 0),
      );
      expect(busy.get(queue)).toBe(1);
      await new Promise((resolve) => setImmediate(resolve));
      busy.set(queue, 0);
      return [];
    };
    expect((await run()).processed).toBe(52);
    expect(most).toBe(2);
    const order = queueFeeds.processed.map(([worker]) => worker);
    expect(order.indexOf('on due')).toBeLessThan(4);
    expect(order.indexOf('on calls')).toBeLessThan(4);
  });

  it('a run ends with its time, also when a function is still busy', async () => {
    const { queueFeeds, run, ending } = room(feed('due'));
    queueFeeds.waiting.set('due', messages('d1'));
    queueFeeds.failing = () => {
      ending.abort();
      return new Promise(() => {});
    };
    expect(await run()).toEqual({ processed: 0, failed: 0, stopped: [] });
    expect(queueFeeds.removed).toEqual([]);
  });
});

describe('the feeds of the deployment', () => {
  const { FEEDS } = environments['relay/deliver'].shape;

  it('are read', () => {
    expect(FEEDS.parse('mail intake 1,due clock 10')).toEqual([
      { queue: 'mail', worker: 'intake', batchSize: 1 },
      { queue: 'due', worker: 'clock', batchSize: 10 },
    ]);
  });

  it.each(['', 'mail', 'mail intake', 'mail intake 0', 'mail intake x', 'mail intake 1 2', 'mail intake 1,'])(
    'are rejected: %j',
    (text) => {
      expect(FEEDS.safeParse(text).success).toBe(false);
    },
  );
});
