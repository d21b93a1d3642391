import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { S3Client } from '@aws-sdk/client-s3';
import {
  GetSecretValueCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { buildExample } from '#infra/local/example/build-example.ts';
import { recountFigures } from '#infra/tools/rebuild-figures.ts';
import type { Deployment } from '#infra/tools/transfer/deployment.ts';
import { fillCentre } from '#infra/tools/transfer/fill-centre.ts';
import { fillDeployment } from '#infra/tools/transfer/fill-deployment.ts';
import { importData } from '#infra/tools/transfer/import-data.ts';
import { readCentre } from '#infra/tools/transfer/read-centre.ts';
import { readDeployment } from '#infra/tools/transfer/read-deployment.ts';
import { readExport } from '#infra/tools/transfer/read-export.ts';
import { writeExport } from '#infra/tools/transfer/write-export.ts';
import { DynamoFigureStore } from '#shared/adapters/aws/dynamo-figure-store.ts';
import { DynamoStore } from '#shared/adapters/aws/dynamo-store.ts';
import { wholeTable } from '#shared/adapters/aws/whole-table.ts';
import { ADMINISTRATOR, INBOX, RECORDED } from '#shared/adapters/content-keys.ts';
import { openDatabase } from '#shared/adapters/embedded/sqlite-database.ts';
import { IMPORTED, isCommit } from '#shared/adapters/table/commit-item.ts';
import type { Item } from '#shared/adapters/table/item.ts';
import { STATE } from '#shared/adapters/table/keys.ts';
import { shardsItem } from '#shared/adapters/table/shards-item.ts';
import { HOUR } from '#shared/domain/time/instant.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';
import { createTable, localClient } from './table-definition.ts';
import { VersionedBucket } from './versioned-bucket.ts';

const endpoint = inject('dynamodb');
/** The number of items after which the interrupted import breaks. */
const INTERRUPTED_AFTER = 300;
const root = mkdtempSync(join(tmpdir(), 'rida-transfer-'));
const path = (name: string): string => join(root, name);
afterAll(() => rmSync(root, { recursive: true, force: true }));

const linesOf = (folder: string, file: string): string[] =>
  readFileSync(join(folder, file), 'utf8').split('\n').filter(Boolean).sort();

/** The items of an export. Their attributes have the order of their host. */
const itemsOf = (folder: string): unknown[] =>
  linesOf(folder, 'items.jsonl')
    .map((line) => (JSON.parse(line) as { Item: Record<'pk' | 'sk', { S: string }> }).Item)
    .sort((a, b) => (a.pk.S + a.sk.S < b.pk.S + b.sk.S ? -1 : 1));

const contentsOf = (folder: string): unknown[] =>
  linesOf(folder, 'contents.jsonl').map((line) => JSON.parse(line) as unknown);

async function exported(open: ReturnType<typeof readCentre>, name: string): Promise<string> {
  const data = await open;
  await writeExport(data, path(name), WORKING_MORNING);
  data.close();
  return path(name);
}

describe.runIf(endpoint)('the data of a centre', () => {
  const dynamo = localClient(endpoint ?? '');
  let day = '';
  let unpublished: Pick<Item, 'pk' | 'sk'>;

  interface Deployed extends Deployment {
    readonly buckets: Readonly<Record<string, VersionedBucket>>;
    key(): Uint8Array;
  }

  /** A deployment as the stack makes it: its table has the numbers of shards, and its secret a text. */
  async function aDeployment(table: string): Promise<Deployed> {
    await createTable(dynamo, table);
    await wholeTable(dynamo, table).replace(shardsItem('due', 8));
    const buckets = { mail: new VersionedBucket(), recordings: new VersionedBucket() };
    buckets.mail.place(`${INBOX}AMAZON_SES_SETUP_NOTIFICATION`, 'a trial');
    const s3 = {
      send: (command: { input: { Bucket: 'mail' | 'recordings' } }) =>
        buckets[command.input.Bucket].client.send(command as never),
      destroy() {},
    } as unknown as S3Client;
    const secrets = new SecretsManagerClient({ region: 'local' });
    let key: Uint8Array = Buffer.from('k'.repeat(64));
    mockClient(secrets)
      .on(GetSecretValueCommand)
      .callsFake(() => ({ SecretBinary: key }))
      .on(PutSecretValueCommand)
      .callsFake(({ SecretBinary }) => {
        key = SecretBinary as Uint8Array;
        return {};
      });
    return {
      ...{ dynamo, s3, secrets, table, secret: 'key', mailBucket: 'mail', recordingsBucket: 'recordings' },
      ...{ buckets, key: () => key },
    };
  }

  beforeAll(async () => {
    await buildExample({
      cases: 12,
      days: 1,
      staff: 20,
      until: WORKING_MORNING + 6 * HOUR,
      data: path('day'),
      key: Buffer.alloc(32, 'example'),
    });
    const database = openDatabase(join(path('day'), 'rida.db'));
    const put = database.sql.prepare('INSERT INTO blobs (key, type, bytes) VALUES (?, ?, ?)');
    for (const [key, type] of [
      ['mail/0f0e0d0c-0000-4000-8000-000000000001', 'message/rfc822'],
      ['mail/0f0e0d0c-0000-4000-8000-000000000002', 'message/rfc822'],
      [`${RECORDED}/2026/01/04/a_20260104T0700_UTC.wav`, 'audio/wav'],
    ] as const)
      put.run(key, type, Buffer.from(`content of ${key}`));
    database.sql.exec(`
      INSERT INTO inbox VALUES ('mail/0f0e0d0c-0000-4000-8000-000000000001', ${WORKING_MORNING});
      INSERT INTO kept_mail VALUES
        ('mail/0f0e0d0c-0000-4000-8000-000000000002', ${WORKING_MORNING}, 'ca@example.com', '["admin@rida.example"]');
      INSERT INTO outbox (pk, sk) SELECT pk, sk FROM items WHERE sk = 'commit#00000001' AND pk LIKE 'case#%' LIMIT 1`);
    unpublished = database.sql.prepare('SELECT pk, sk FROM outbox').get() as never;
    database.close();
    day = await exported(readCentre(path('day')), 'from-computer');
  });

  test('moves from one computer to an account and back, and is the same item by item', async () => {
    const deployment = await aDeployment('transfer-whole');
    const done = await importData(
      await readExport(day),
      fillDeployment({ ...deployment, dynamo: localClient(endpoint ?? '') }),
    );
    expect(done).toMatchObject({ items: itemsOf(day).length, contents: contentsOf(day).length });
    expect(Buffer.compare(deployment.key(), readFileSync(join(path('day'), 'key')))).toBe(0);
    const { mail, recordings } = deployment.buckets;
    expect([mail?.current(INBOX).length, mail?.current(ADMINISTRATOR).length]).toEqual([2, 1]);
    expect(recordings?.current('')).toEqual([`${RECORDED}/2026/01/04/a_20260104T0700_UTC.wav`]);

    // The figures of the deployment are those of its events, counted again there.
    const own = localClient(endpoint ?? '');
    const counted = await recountFigures({
      figures: new DynamoFigureStore({ client: own, table: deployment.table }),
      store: new DynamoStore({ client: own, table: deployment.table }),
      clock: { now: () => WORKING_MORNING + 6 * HOUR },
      items: () => wholeTable(own, deployment.table).items(),
      close: () => own.destroy(),
    });
    expect([counted.differences, counted.unproven]).toEqual([[], []]);

    const back = await exported(
      readDeployment({ ...deployment, dynamo: localClient(endpoint ?? '') }),
      'from-aws',
    );
    const withShards = itemsOf(back).filter((item) => (item as { pk: { S: string } }).pk.S !== 'shards');
    expect(withShards).toEqual(
      itemsOf(day).filter((item) => (item as { pk: { S: string } }).pk.S !== 'shards'),
    );
    const withoutArrival = (content: unknown) => ({ ...(content as object), arrival: undefined });
    expect(contentsOf(back).map(withoutArrival)).toEqual(contentsOf(day).map(withoutArrival));

    const target = await fillCentre(path('again'));
    await importData(await readExport(back), target);
    target.close();
    const again = await exported(readCentre(path('again')), 'again-from-computer');
    expect(itemsOf(again)).toEqual(itemsOf(back));
    expect(contentsOf(again).map(withoutArrival)).toEqual(contentsOf(day).map(withoutArrival));
    expect(readFileSync(join(again, 'key'))).toEqual(readFileSync(join(day, 'key')));
  });

  test('an import does not publish events a second time, and publishes those that were not published', async () => {
    const items: Item[] = [];
    for await (const item of wholeTable(dynamo, 'transfer-whole').items()) items.push(item);
    const again = items.filter((item) => isCommit(item) && item[IMPORTED] !== true);
    expect(again.map(({ pk, sk }) => ({ pk, sk }))).toEqual([unpublished]);
    expect(items.some((item) => !isCommit(item) && IMPORTED in item)).toBe(false);
  });

  test('a case of an imported table is read as before', async () => {
    const [, id = ''] = unpublished.pk.split('#');
    const store = new DynamoStore({ client: dynamo, table: 'transfer-whole' });
    const timeline = await store.timeline('case', id);
    expect(timeline).toHaveLength((await store.load('case', id))?.version ?? 0);
  });

  test('an interrupted import is repeated and stores the rest, after everything that a state needs', async () => {
    const deployment = await aDeployment('transfer-broken');
    const target = fillDeployment(deployment);
    const order: Item[] = [];
    const breaking = {
      ...target,
      atOnce: 1,
      async addItem(item: Item, isUnpublished: boolean) {
        if (order.length === INTERRUPTED_AFTER) throw new Error('the connection broke');
        order.push(item);
        return target.addItem(item, isUnpublished);
      },
    };
    const from = await readExport(day);
    await expect(importData(from, breaking)).rejects.toThrow('the connection broke');
    const done = await importData(from, target);
    expect(done.there).toBeGreaterThanOrEqual(INTERRUPTED_AFTER);
    const found = await exported(readDeployment(deployment), 'after-break');
    expect(itemsOf(found).length).toBe(itemsOf(day).length + 1);
    const firstState = order.findIndex(({ sk }) => sk === STATE);
    expect(order.slice(Math.max(firstState, 0)).every(({ sk }) => firstState === -1 || sk === STATE)).toBe(
      true,
    );
  });

  test('a deployment with data is left as it is', async () => {
    const deployment = await aDeployment('transfer-full');
    const before = deployment.key();
    await wholeTable(dynamo, 'transfer-full').putOnce({ pk: 'case#1', sk: STATE });
    await expect(importData(await readExport(day), fillDeployment(deployment))).rejects.toThrow(
      'table transfer-full: it has data (case); import into a new deployment',
    );
    expect([deployment.key(), deployment.buckets.mail?.current('').length]).toEqual([before, 1]);
  });

  test('an export is imported once, and not beside another one', async () => {
    const deployment = await aDeployment('transfer-twice');
    const from = await readExport(day);
    const small = { ...from, items: async function* () {}, contents: async function* () {} };
    await importData(small, fillDeployment(deployment));
    await expect(importData(small, fillDeployment(deployment))).rejects.toThrow('was imported before');
    await expect(importData({ ...small, id: 'other' }, fillDeployment(deployment))).rejects.toThrow(
      'an import of another export',
    );
  });

  test('a centre from the future is not moved to AWS', async () => {
    const from = await readExport(day);
    const summary = { ...from.summary, clockAheadMs: HOUR };
    await expect(
      importData({ ...from, summary }, fillDeployment(await aDeployment('transfer-future'))),
    ).rejects.toThrow('moved forward');
  });
});
