import { expect, test } from 'vitest';
import * as z from 'zod';
import { StoreError } from '#shared/ports/store-error.ts';
import { type Delay, forMessages } from '#shared/runtime/chain-queue.ts';
import type { LambdaContext, SqsEvent } from '#shared/runtime/lambda.ts';
import { recordedLog } from './recorded-log.ts';

const context = (remaining = 60_000): LambdaContext => ({
  awsRequestId: 'request-1',
  getRemainingTimeInMillis: () => remaining,
});
const schema = z.object({ n: z.int() });
const eventOf = (...bodies: unknown[]): SqsEvent => ({
  Records: bodies.map((body, at) => ({
    messageId: `m${at}`,
    body: typeof body === 'string' ? body : JSON.stringify(body),
    attributes: { ApproximateReceiveCount: '2' },
  })),
});
const failed = (...ids: string[]) => ({
  batchItemFailures: ids.map((itemIdentifier) => ({ itemIdentifier })),
});

test('messages are handled one by one, with their attempt', async () => {
  const seen: unknown[] = [];
  const handler = forMessages(
    schema,
    async ({ n }, { messageId, attempt }) => void seen.push([n, messageId, attempt]),
    recordedLog(),
  );
  expect(await handler(eventOf({ n: 1 }, { n: 2, unknown: true }), context())).toEqual(failed());
  expect(seen).toEqual([
    [1, 'm0', 2],
    [2, 'm1', 2],
  ]);
});

test('a message that fails is retried and takes no other with it', async () => {
  const log = recordedLog();
  const done: number[] = [];
  const handler = forMessages(
    schema,
    async ({ n }) => {
      if (n === 2) throw new Error('the store is out of reach for sara@example.sa');
      done.push(n);
    },
    log,
  );
  expect(await handler(eventOf({ n: 1 }, { n: 2 }, { n: 3 }), context())).toEqual(failed('m1'));
  expect(done).toEqual([1, 3]);
  expect(log.codes()).toEqual(['message-failed', 'invocation-done']);
  expect(log.lines()[0]).toMatchObject({ requestId: 'request-1', messageId: 'm1', attempt: 2 });
  expect(log.lines()[1]).toMatchObject({ messages: 3, failed: 1 });
  expect(log.text()).not.toContain('sara');
});

test.each([['no json'], [{ n: 'canary-value' }], ['']])(
  'an unreadable message %j is left to the dead-letter queue and told by code only',
  async (body) => {
    const log = recordedLog();
    const handler = forMessages(
      schema,
      async () => {
        throw new Error('must not be reached');
      },
      log,
    );
    expect(await handler(eventOf(body), context())).toEqual(failed('m0'));
    expect(log.codes()).toEqual(['message-unreadable', 'invocation-done']);
    expect(log.text()).not.toContain('canary-value');
  },
);

test('when time runs out, only unfinished messages are retried and the signal is aborted', async () => {
  const log = recordedLog();
  let aborted = false;
  const handler = forMessages(
    schema,
    ({ n }, { signal }) => {
      if (n !== 2) return Promise.resolve();
      signal.addEventListener('abort', () => {
        aborted = true;
      });
      return new Promise(() => {});
    },
    { ...log, concurrency: 1 },
  );
  expect(await handler(eventOf({ n: 1 }, { n: 2 }, { n: 3 }), context(801))).toEqual(failed('m1', 'm2'));
  expect(aborted).toBe(true);
  expect(log.codes()).toEqual(['invocation-done']);
});

test.each([
  ['is hidden until then', async () => {}, 'message-postponed'],
  [
    'comes again as any other when hiding fails',
    async () => {
      throw new Error('no right');
    },
    'postpone-failed',
  ],
])('a message whose failure says when to try again %s', async (_, hide, code) => {
  const log = recordedLog();
  const asked: [string, number | undefined][] = [];
  const handler = forMessages(
    schema,
    async ({ n }) => {
      if (n === 1) throw Object.assign(new Error('no more today'), { retryAfterMs: 60_000 });
      throw new Error('no reason');
    },
    {
      ...log,
      postpone: async ({ messageId }, { ms }) => {
        asked.push([messageId, ms]);
        await hide();
      },
    },
  );
  expect(await handler(eventOf({ n: 1 }, { n: 2 }), context())).toEqual(failed('m0', 'm1'));
  expect(asked).toEqual([['m0', 60_000]]);
  expect(log.codes()).toContain(code);
});

test.each([
  ['a full disk', new StoreError('unwritable', 'database or disk is full')],
  ['a full disk under a file', Object.assign(new Error('write'), { code: 'ENOSPC' })],
  [
    'an outage below another error',
    new Error('not stored', { cause: new StoreError('unreachable', 'no table') }),
  ],
])('%s does not bring a message closer to the dead letters', async (_, failure) => {
  const asked: Delay[] = [];
  const handler = forMessages(
    schema,
    async () => {
      throw failure;
    },
    { ...recordedLog(), postpone: async (_record, delay) => void asked.push(delay) },
  );
  expect(await handler(eventOf({ n: 1 }), context())).toEqual(failed('m0'));
  expect(asked).toEqual([{ counts: false }]);
});

test.each([
  ['a damaged item', new StoreError('damaged', 'no subject')],
  ['a fault in the code', new TypeError('x is undefined')],
])('%s does', async (_, failure) => {
  const asked: Delay[] = [];
  const handler = forMessages(
    schema,
    async () => {
      throw failure;
    },
    { ...recordedLog(), postpone: async (_record, delay) => void asked.push(delay) },
  );
  await handler(eventOf({ n: 1 }), context());
  expect(asked).toEqual([]);
});

test('no more than the given number of messages are in work at a time', async () => {
  let running = 0;
  let most = 0;
  const handler = forMessages(
    schema,
    async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise(setImmediate);
      running -= 1;
    },
    { ...recordedLog(), concurrency: 3 },
  );
  await handler(eventOf(...Array.from({ length: 10 }, (_, n) => ({ n }))), context());
  expect(most).toBe(3);
});
