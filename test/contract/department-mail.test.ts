import { beforeAll, describe, inject } from 'vitest';
import { rowBlobs } from '#infra/local/storage/row-blobs.ts';
import { DynamoStore } from '#shared/adapters/aws/dynamo-store.ts';
import { s3Blobs } from '#shared/adapters/aws/s3-blobs.ts';
import { openDatabase } from '#shared/adapters/embedded/sqlite-database.ts';
import { SqliteStore } from '#shared/adapters/embedded/sqlite-store.ts';
import { departmentMailSuite } from './department-mail.suite.ts';
import { createTable, localClient } from './table-definition.ts';
import { VersionedBucket } from './versioned-bucket.ts';

describe('on one computer', () => {
  const database = openDatabase(':memory:');
  const kept = { store: new SqliteStore(database, 1), blobs: rowBlobs(database) };
  departmentMailSuite(() => kept);
});

const endpoint = inject('dynamodb');

describe.runIf(endpoint)('on AWS', () => {
  const client = localClient(endpoint ?? '');
  const kept = {
    store: new DynamoStore({ client, table: 'department-mail' }),
    blobs: s3Blobs(new VersionedBucket().client, 'mail-bucket'),
  };
  beforeAll(() => createTable(client, 'department-mail'));
  departmentMailSuite(() => kept);
});
