import { beforeAll, describe, expect, inject, test } from 'vitest';
import { DynamoDraftStore } from '#shared/adapters/aws/dynamo-draft-store.ts';
import { openDatabase } from '#shared/adapters/embedded/sqlite-database.ts';
import { SqliteDraftStore } from '#shared/adapters/embedded/sqlite-draft-store.ts';
import type { DraftStore } from '#shared/ports/draft-store.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { MemoryDrafts } from '#test/doubles/memory-drafts.ts';
import { createTable, localClient } from './table-definition.ts';

/** The contract of every store of drafts. `open` returns the store of a process; all share the data. */
function draftSuite(open: () => DraftStore): void {
  const draft = (form: string, text: string, at = T) => ({ form, fields: { text, cc: '' }, at });

  test('the newest words of each form are kept, per person and page, the newest form first', async () => {
    const owner = { place: '/cases/1', user: 'salem' };
    await open().save(owner, 'e1', draft('reply', 'ن'));
    await open().save(owner, 'e1', draft('reply', 'نعم', T + 1));
    await open().save(owner, 'e1', draft('note', 'لا', T + 2));
    await open().save({ ...owner, user: 'salem2' }, 'e2', draft('reply', 'hers'));
    await open().save({ ...owner, place: '/cases/11' }, 'e3', draft('reply', 'elsewhere'));
    expect(await open().drafts(owner)).toEqual([draft('note', 'لا', T + 2), draft('reply', 'نعم', T + 1)]);
    expect(await open().drafts({ ...owner, user: 'sal' })).toEqual([]);
  });

  test('an edit that is over keeps nothing, also of a draft that arrives late; the next edit does', async () => {
    const owner = { place: '/cases/2', user: 'huda' };
    await open().save(owner, 'e1', draft('reply', 'sent'));
    await open().end(owner, 'e1', 'reply', T + 1);
    expect(await open().save(owner, 'e1', draft('reply', 'sent', T + 2))).toBe(false);
    expect(await open().drafts(owner)).toEqual([]);
    expect(await open().save(owner, 'e2', draft('reply', 'next', T + 3))).toBe(true);
    expect(await open().drafts(owner)).toEqual([draft('reply', 'next', T + 3)]);
    await open().end(owner, 'e3', 'never typed', T);
  });

  test('the drafts of a page are forgotten for all', async () => {
    const owners = ['salem', 'huda'].map((user) => ({ place: '/cases/3', user }));
    const other = { place: '/cases/33', user: 'salem' };
    for (const owner of [...owners, other]) await open().save(owner, 'e1', draft('reply answer=r1', 'words'));
    await open().forget('/cases/3');
    for (const owner of owners) expect(await open().drafts(owner)).toEqual([]);
    expect(await open().drafts(other)).toHaveLength(1);
  });

  test('a long draft of any letters is kept as it was typed', async () => {
    const owner = { place: '/cases/4', user: 'salem' };
    const text = `${'سطر 👷🏽 \u2028\n'.repeat(6_000)}\u{10FFFF}`;
    await open().save(owner, 'e1', draft('reply', text));
    expect(await open().drafts(owner)).toEqual([draft('reply', text)]);
  });
}

describe('MemoryDrafts', () => {
  const drafts = new MemoryDrafts();
  draftSuite(() => drafts);
});

describe('SqliteDraftStore', () => {
  const database = openDatabase(':memory:');
  draftSuite(() => new SqliteDraftStore(database));
});

const endpoint = inject('dynamodb');
describe.runIf(endpoint)('DynamoDraftStore', () => {
  const client = localClient(endpoint ?? '');
  beforeAll(() => createTable(client, 'drafts'));
  draftSuite(() => new DynamoDraftStore({ client, table: 'drafts' }));
});
