import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { forKinesis, type SetAside } from '#shared/runtime/chain-kinesis.ts';
import { baseEnv } from '#shared/runtime/env.ts';
import { kinesisFunction } from '#shared/runtime/function.ts';
import { createLogger } from '#shared/runtime/logger.ts';

const record = (sequenceNumber: string, data: unknown) => ({
  eventID: `shard-0:${sequenceNumber}`,
  eventSourceARN: 'arn:stream',
  kinesis: {
    sequenceNumber,
    data: Buffer.from(typeof data === 'string' ? data : JSON.stringify(data)).toString('base64'),
  },
});

function aConsumer({ failing = [] as string[], asideFails = false } = {}) {
  const lines: string[] = [];
  const [handled, aside]: [string[], SetAside[]] = [[], []];
  const logger = createLogger({ service: 'test', level: 'info', write: (line) => lines.push(line) });
  const handler = forKinesis(
    kinesisFunction({
      ...{ name: 'telephone/agent-events', environment: baseEnv, log: () => {} },
      payload: z.object({ name: z.string() }),
      run: async (_, { name }) => {
        if (failing.includes(name)) throw new Error('store away');
        handled.push(name);
      },
    }),
    {},
    {
      logger,
      setAside: async (one) => {
        if (asideFails) throw new Error('bucket away');
        aside.push(one);
      },
    },
  );
  const run = (...Records: ReturnType<typeof record>[]) => handler({ Records }, { awsRequestId: 'r-1' });
  return { run, handled, aside, lines };
}

describe('a function behind a Kinesis stream', () => {
  it('deals with each record and answers those that failed', async () => {
    const { run, handled } = aConsumer({ failing: ['b'] });
    const answer = await run(
      record('1', { name: 'a' }),
      record('2', { name: 'b' }),
      record('3', { name: 'c' }),
    );
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: '2' }] });
    expect(handled).toEqual(['a', 'c']);
  });

  it('sets aside what cannot be read, without what is in it, and holds up nothing', async () => {
    const { run, handled, aside, lines } = aConsumer();
    const answer = await run(
      record('1', '{ no json +966500000001'),
      record('2', { name: 7 }),
      record('3', { name: 'c' }),
    );
    expect(answer).toEqual({ batchItemFailures: [] });
    expect(handled).toEqual(['c']);
    expect(aside).toMatchObject([
      { record: { kinesis: { sequenceNumber: '1' } }, reason: 'the body is not JSON' },
      { record: { kinesis: { sequenceNumber: '2' } }, reason: 'the body does not match the schema' },
    ]);
    expect(lines.join()).toContain('message-unreadable');
    expect(lines.join()).not.toContain('966500000001');
  });

  it('is retried when it could not be set aside', async () => {
    const { run } = aConsumer({ asideFails: true });
    expect(await run(record('1', 'no json'))).toEqual({ batchItemFailures: [{ itemIdentifier: '1' }] });
  });
});
