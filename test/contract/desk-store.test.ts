import { beforeAll, describe, expect, inject, test } from 'vitest';
import { DynamoDeskStore } from '#shared/adapters/aws/dynamo-desk-store.ts';
import { openDatabase } from '#shared/adapters/embedded/sqlite-database.ts';
import { SqliteDeskStore } from '#shared/adapters/embedded/sqlite-desk-store.ts';
import type { DeskStore, SavedList } from '#shared/ports/desk-store.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { MemoryDesk } from '#test/doubles/memory-desk.ts';
import { createTable, localClient } from './table-definition.ts';

/** The contract of every store of saved lists and seen cases. */
function deskSuite(open: () => DeskStore): void {
  const list = (name: string, team: string, over: Partial<SavedList> = {}): SavedList => ({
    ...{ name, team, query: 'type=report&due=overdue', by: 'huda', at: T },
    ...over,
  });

  test('a name is taken once in a team, and free again when its list is removed', async () => {
    const desk = open();
    expect(await desk.saveList(list('متأخرة اليوم', 'operations'))).toBe(true);
    expect(await open().saveList(list('متأخرة اليوم', 'operations', { query: 'x=1', by: 'salem' }))).toBe(
      false,
    );
    expect(await desk.saveList(list('متأخرة اليوم', 'all'))).toBe(true);
    expect(await open().savedLists()).toEqual([
      list('متأخرة اليوم', 'all'),
      list('متأخرة اليوم', 'operations'),
    ]);
    await desk.removeList({ name: 'متأخرة اليوم', team: 'operations' });
    expect(await open().savedLists()).toEqual([list('متأخرة اليوم', 'all')]);
    expect(await open().saveList(list('متأخرة اليوم', 'operations', { by: 'salem' }))).toBe(true);
  });

  test('a case was seen by a person at the latest time', async () => {
    const desk = open();
    await desk.markSeen('huda', 'A', T);
    await desk.markSeen('huda', 'A', T + 5);
    await desk.markSeen('salem', 'B', T);
    expect(await open().seenAt('huda', ['A', 'B', 'C'])).toEqual(new Map([['A', T + 5]]));
    expect(await open().seenAt('huda', [])).toEqual(new Map());
  });
}

describe('MemoryDesk', () => {
  const desk = new MemoryDesk();
  deskSuite(() => desk);
});

describe('SqliteDeskStore', () => {
  const database = openDatabase(':memory:');
  deskSuite(() => new SqliteDeskStore(database));
});

const endpoint = inject('dynamodb');
describe.runIf(endpoint)('DynamoDeskStore', () => {
  const client = localClient(endpoint ?? '');
  beforeAll(() => createTable(client, 'desk'));
  deskSuite(() => new DynamoDeskStore({ client, table: 'desk' }));
});
