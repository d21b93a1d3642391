import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { marshall } from '@aws-sdk/util-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import type { RidaEvent } from '#events/registry.ts';
import type { Actor } from '#events/vocabulary.ts';
import { republish } from '#functions/relay/republish.ts';
import { RelayLoop } from '#infra/local/bus/relay-loop.ts';
import { hostRelay } from '#infra/local/functions.ts';
import { DynamoStore } from '#shared/adapters/aws/dynamo-store.ts';
import { openDatabase } from '#shared/adapters/embedded/sqlite-database.ts';
import { SqliteItems } from '#shared/adapters/embedded/sqlite-items.ts';
import { SqliteStore } from '#shared/adapters/embedded/sqlite-store.ts';
import { commitItem } from '#shared/adapters/table/commit-item.ts';
import type { Item } from '#shared/adapters/table/item.ts';
import type { EventDraft } from '#shared/domain/cases/decision.ts';
import type { CommitPlace } from '#shared/ports/store.ts';
import type { BatchResponse, SqsEvent, StreamRecord } from '#shared/runtime/lambda.ts';
import { aCommit } from '#test/builders/a-commit.ts';
import { recordedLog } from '../unit/runtime/recorded-log.ts';
import { grown } from './changes.ts';
import { createTable, localClient } from './table-definition.ts';

const GOOD = 500;
const note = (by: string): EventDraft => ({
  type: 'rida.note.added.v1',
  data: { message: 'm', by: by as Actor },
});
/** A commit of another release: this one would not have stored it. */
const wrong = aCommit({ events: [note('nobody')] });
const repaired = aCommit({ ...wrong, events: [note('agent:salem')] });
const place: CommitPlace = { kind: wrong.kind, id: wrong.id, version: wrong.version };

const context = { awsRequestId: 'request', getRemainingTimeInMillis: () => 60_000 };

describe('one bad commit among 500 good ones', () => {
  test('in SQLite: 500 are published, and the bad one after its repair', async () => {
    const database = openDatabase(':memory:');
    const items = new SqliteItems(database);
    const store = new SqliteStore(database);
    const log = recordedLog();
    const published: RidaEvent[] = [];
    const places: CommitPlace[] = [];
    const publisher = {
      publish: async (events: readonly RidaEvent[]) => {
        published.push(...events);
        return { failed: [], rejected: [] };
      },
    };
    const aside = { send: async (items: readonly CommitPlace[]) => void places.push(...items) };
    const onError = (error: unknown): void => {
      throw error;
    };
    const loop = new RelayLoop(store, hostRelay({ publisher, aside }, log.logger), onError);

    await grown(store, GOOD / 2);
    const item = commitItem(wrong);
    await database.write(() => {
      items.insert(item);
      database.sql.prepare('INSERT INTO outbox (pk, sk) VALUES (?, ?)').run(item.pk, item.sk);
    });
    await grown(store, GOOD / 2);
    await loop.drained();

    expect(published).toHaveLength(GOOD);
    expect(store.unrelayed(1)).toEqual([]);
    expect(places).toEqual([place]);
    expect(log.lines()).toContainEqual(
      expect.objectContaining({ code: 'commit-set-aside', ...place, reason: 'breaks-contract' }),
    );

    await expect(republish({ store, publisher }, place)).rejects.toThrow('at data.by');
    await database.write(() => items.replace(commitItem(repaired)));
    expect(await republish({ store, publisher }, place)).toBe('published');
    expect(published.at(-1)).toMatchObject({ subject: wrong.id, data: { by: 'agent:salem' } });
    database.close();
  });

  test('in SQLite: a row that is not JSON is set aside', async () => {
    const database = openDatabase(':memory:');
    const store = new SqliteStore(database);
    const { id } = await grown(store, 3);
    database.sql.exec("UPDATE items SET body = 'damaged' WHERE sk = 'commit#00000002'");
    const places: CommitPlace[] = [];
    const aside = { send: async (items: readonly CommitPlace[]) => void places.push(...items) };
    const publisher = { publish: async () => ({ failed: [], rejected: [] }) };
    const loop = new RelayLoop(store, hostRelay({ publisher, aside }, recordedLog().logger), () => {});
    await loop.drained();
    expect(places).toEqual([{ kind: 'case', id, version: 2 }]);
    expect(store.unrelayed(1)).toEqual([]);
    await expect(store.commitAt({ kind: 'case', id, version: 2 })).rejects.toMatchObject({ code: 'damaged' });
    database.close();
  });

  const endpoint = inject('dynamodb');
  describe.runIf(endpoint)('in DynamoDB, with the handlers of AWS', () => {
    const [bridge, queues] = [mockClient(EventBridgeClient), mockClient(SQSClient)];
    const client = localClient(endpoint ?? '');
    const table = 'relay-good-and-bad';
    const QUEUE = 'https://sqs.test/aside';
    const variables = {
      ...{ REGION: 'eu-central-1', STAGE: 'test', AWS_ACCESS_KEY_ID: 'none', AWS_SECRET_ACCESS_KEY: 'none' },
      ...{ AWS_ENDPOINT_URL_DYNAMODB: endpoint, BUS_NAME: 'bus', TABLE_NAME: table, ASIDE_QUEUE_URL: QUEUE },
    };
    type Handler<E> = (event: E, own: typeof context) => Promise<BatchResponse>;
    const handlerOf = async <E>(name: 'relay' | 'republish'): Promise<Handler<E>> => {
      for (const [key, value] of Object.entries(variables)) vi.stubEnv(key, value);
      vi.stubEnv('SERVICE', `relay/${name}`);
      const { handler } = (await import(`#functions/relay/${name}.handler.ts`)) as { handler: Handler<E> };
      return handler;
    };
    const published = (): RidaEvent[] =>
      bridge
        .commandCalls(PutEventsCommand)
        .flatMap(({ args }) => args[0].input.Entries ?? [])
        .map(({ Detail = '' }) => JSON.parse(Detail) as RidaEvent);
    const setAside = (): CommitPlace[] =>
      queues
        .commandCalls(SendMessageBatchCommand)
        .flatMap(({ args }) => args[0].input.Entries ?? [])
        .map(({ MessageBody = '' }) => JSON.parse(MessageBody) as CommitPlace);
    const recordOf = ({ pk, sk, ...rest }: Item, SequenceNumber: string): StreamRecord => ({
      eventName: 'INSERT',
      dynamodb: {
        SequenceNumber,
        Keys: marshall({ pk, sk }),
        NewImage: marshall({ pk, sk, ...rest }, { removeUndefinedValues: true }),
      },
    });
    const put = (item: Item) =>
      client.putItem({ TableName: table, Item: marshall(item, { removeUndefinedValues: true }) });

    beforeAll(async () => {
      bridge.on(PutEventsCommand).callsFake(({ Entries = [] }: { Entries?: readonly unknown[] }) => ({
        FailedEntryCount: 0,
        Entries: Entries.map((_, at) => ({ EventId: String(at) })),
      }));
      queues.on(SendMessageBatchCommand).resolves({ Successful: [], Failed: [] });
      await createTable(client, table);
    });
    afterAll(() => {
      bridge.restore();
      queues.restore();
      vi.unstubAllEnvs();
      client.destroy();
    });

    test('500 are published, the shard is not blocked, and the bad one is published after its repair', async () => {
      const store = new DynamoStore({ client, table });
      const { id } = await grown(store, GOOD);
      const good = (await store.timeline('case', id)).map(commitItem);
      const unknown: Item = { ...commitItem(aCommit()), pk: 'parcel#p-1', sk: 'commit#00000007' };
      const { patch: _, ...damaged } = commitItem(aCommit({ id: '4K7-2M9-0382' }));
      await put(commitItem(wrong));
      const stream = [
        ...good.slice(0, 250),
        ...[commitItem(wrong), unknown, damaged as Item],
        ...good.slice(250),
      ].map((item, at) => recordOf(item, String(at)));
      const relay = await handlerOf<{ readonly Records: readonly StreamRecord[] }>('relay');
      for (let at = 0; at < stream.length; at += 100)
        expect(await relay({ Records: stream.slice(at, at + 100) }, context)).toEqual({
          batchItemFailures: [],
        });

      expect(published()).toHaveLength(GOOD);
      expect(setAside()).toEqual([
        place,
        { kind: 'parcel', id: 'p-1', version: 7 },
        { kind: 'case', id: '4K7-2M9-0382', version: 2 },
      ]);

      const republishing = await handlerOf<SqsEvent>('republish');
      const message = { Records: [{ messageId: 'm1', body: JSON.stringify(place) }] };
      expect(await republishing(message, context)).toEqual({ batchItemFailures: [{ itemIdentifier: 'm1' }] });
      await put(commitItem(repaired));
      expect(await republishing(message, context)).toEqual({ batchItemFailures: [] });
      expect(published()).toHaveLength(GOOD + 1);
      expect(published().at(-1)).toMatchObject({ subject: wrong.id, data: { by: 'agent:salem' } });
    });
  });
});
