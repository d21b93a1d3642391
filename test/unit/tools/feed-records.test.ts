import { describe, expect, it } from 'vitest';
import { type FailedRecords, feedRecords, type StreamRecord } from '#infra/tools/feed-records.ts';
import { storeUnreadable } from '#shared/runtime/failed-records.ts';
import type { KinesisRecord } from '#shared/runtime/lambda.ts';

const data = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64');

/** A bucket and a stream. The stream rejects records whose data is in `rejects`. */
function places(objects: Record<string, string>, rejects: readonly string[] = []) {
  const bucket = new Map(Object.entries(objects));
  const stream: StreamRecord[] = [];
  const failed: FailedRecords = {
    keys: async () => [...bucket.keys()],
    read: async (key) => bucket.get(key) ?? '',
    remove: async (key) => {
      bucket.delete(key);
    },
    put: async (records) => {
      const rejected = records.filter(({ Data }) => rejects.includes(Data));
      stream.push(...records.filter((one) => !rejected.includes(one)));
      return rejected;
    },
  };
  return { bucket, stream, failed };
}

/** An object as Lambda stores a batch that failed (developer guide, "Capturing discarded batches"). */
const batch = (...values: object[]) =>
  JSON.stringify({
    requestContext: { requestId: 'r', condition: 'MaximumRecordAgeExceeded', approximateInvokeCount: 12 },
    version: '1.0',
    timestamp: '2026-11-29T10:00:00.000Z',
    KinesisBatchInfo: { shardId: 'shardId-000000000000', batchSize: values.length },
    payload: JSON.stringify({
      Records: values.map((value) => ({ kinesis: { partitionKey: 'p', data: data(value) } })),
    }),
  });

describe('failed records', () => {
  it('are put on the stream again in their order, and their objects are removed', async () => {
    const { bucket, stream, failed } = places({ a: batch({ n: 1 }, { n: 2 }), b: batch({ n: 3 }) });
    expect(await feedRecords(failed)).toEqual({ objects: 2, records: 3, left: [] });
    expect(stream).toEqual([1, 2, 3].map((n) => ({ Data: data({ n }), PartitionKey: 'p' })));
    expect(bucket.size).toBe(0);
  });

  it('include records that the function could not read', async () => {
    const { bucket, stream, failed } = places({});
    const record = {
      eventID: 'shard-0:7',
      kinesis: { sequenceNumber: '7', partitionKey: 'p', data: data({ odd: true }) },
    } as unknown as KinesisRecord;
    await storeUnreadable({
      put: async (key, bytes) => {
        bucket.set(key, new TextDecoder().decode(bytes));
      },
    })({ record, reason: 'the body does not match the schema' });
    expect([...bucket.keys()]).toEqual(['unreadable/7.json']);
    expect(await feedRecords(failed)).toMatchObject({ objects: 1, records: 1 });
    expect(stream).toEqual([{ Data: data({ odd: true }), PartitionKey: 'p' }]);
  });

  it.each([
    ['no JSON', 'oops', 'is not valid JSON'],
    ['another object', JSON.stringify({ hello: 1 }), 'payload'],
    ['a payload without records', JSON.stringify({ payload: '{}' }), 'Records'],
  ])('keep %s, and feed the others', async (_, text, reason) => {
    const { bucket, failed } = places({ bad: text, good: batch({ n: 1 }) });
    const fed = await feedRecords(failed);
    expect(fed).toMatchObject({ objects: 1, records: 1 });
    expect(fed.left.join()).toContain(reason);
    expect([...bucket.keys()]).toEqual(['bad']);
  });

  it('stay while the stream rejects one of them', async () => {
    const { bucket, failed } = places({ a: batch({ n: 1 }, { n: 2 }) }, [data({ n: 2 })]);
    expect((await feedRecords(failed)).left).toEqual(['a: the stream rejected 1 records']);
    expect([...bucket.keys()]).toEqual(['a']);
  });
});
