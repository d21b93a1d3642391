import { beforeAll, describe, expect, inject, test } from 'vitest';
import { DynamoAccessLog } from '#shared/adapters/aws/dynamo-access-log.ts';
import { SqliteAccessLog } from '#shared/adapters/embedded/sqlite-access-log.ts';
import { openDatabase } from '#shared/adapters/embedded/sqlite-database.ts';
import { DAY, HOUR } from '#shared/domain/time/instant.ts';
import type { Access, AccessLog } from '#shared/ports/access-log.ts';
import { MemoryAccessLog } from '#test/doubles/memory-access-log.ts';
import { createTable, localClient } from './table-definition.ts';

/** Sunday 4 January 2026, 23:30 in Riyadh. */
const LATE = Date.UTC(2026, 0, 4, 20, 30);

/** The contract of every record of reads. */
function accessSuite(open: () => AccessLog): void {
  const read = (at: number, over: Partial<Access> = {}): Access => ({
    ...{ at, user: 'huda', kind: 'person', path: '/people/b-1' },
    ...over,
  });

  test('the reads of a local day are listed, the newest first, and equal ones each', async () => {
    const [first, same, last] = [
      read(LATE),
      read(LATE, { user: 'سالم' }),
      read(LATE + 1, { kind: 'recording' }),
    ];
    const next = read(LATE + HOUR);
    for (const one of [first, same, first, last, next]) await open().record(one);
    const listed = await open().accessesOn('2026-01-04');
    expect(listed).toHaveLength(4);
    expect(listed[0]).toEqual(last);
    expect(listed.slice(1)).toEqual(expect.arrayContaining([first, same]));
    expect(await open().accessesOn('2026-01-05')).toEqual([next]);
    expect(await open().accessesOn('2026-01-06')).toEqual([]);
  });

  test('a person who reads a case again within an hour is recorded once, others and later hours each', async () => {
    const hour = Date.UTC(2026, 1, 1, 9);
    const opened = (at: number, over: Partial<Access> = {}) =>
      read(at, { kind: 'case', path: '/cases/4K7-2M9-0382', ...over });
    const kept = [
      ...[opened(hour + 1), opened(hour + HOUR), opened(hour + 2, { user: 'سالم' })],
      opened(hour + 3, { path: '/cases/1M7-0A7-4611' }),
    ];
    for (const one of [...kept, opened(hour + 5), opened(hour + HOUR - 1), opened(hour + HOUR + 9)])
      await open().record(one);
    const listed = await open().accessesOn('2026-02-01');
    expect(listed).toHaveLength(4);
    expect(listed).toEqual(expect.arrayContaining(kept));
  });
}

describe('MemoryAccessLog', () => {
  const log = new MemoryAccessLog();
  accessSuite(() => log);
});

describe('SqliteAccessLog', () => {
  const database = openDatabase(':memory:');
  accessSuite(() => new SqliteAccessLog(database));

  test('a read ends after three years', async () => {
    await new SqliteAccessLog(database).record({ at: LATE, user: 'x', kind: 'export', path: '/figures' });
    const ends = database.sql.prepare('SELECT MIN(expiresAt) AS at FROM items').get()?.at;
    expect(ends).toBe((LATE + 3 * 365 * DAY) / 1000);
  });
});

const endpoint = inject('dynamodb');
describe.runIf(endpoint)('DynamoAccessLog', () => {
  const client = localClient(endpoint ?? '');
  beforeAll(() => createTable(client, 'accesses'));
  accessSuite(() => new DynamoAccessLog({ client, table: 'accesses' }));
});
