import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { signInAt } from '#infra/demo/agent.ts';
import type { LocalCentre } from '#infra/local/centre.ts';
import { handIn } from '#infra/local/mail/hand-in.ts';
import { search } from '#infra/tools/search-command.ts';
import { runHere } from '#test/builders/run-command.ts';
import { aCentre, aFolder, aMail, onlyCase } from './support.ts';

/** Return the references that a search page lists. */
async function found(centre: LocalCentre, typed: string): Promise<readonly string[]> {
  const agent = await signInAt(centre.url, 'huda', 'هدى', 'supervisor');
  const page = await agent.page(`/search?${new URLSearchParams({ q: typed })}`);
  return [...page.matchAll(/<a href="\/cases\/([0-9A-Z-]+)"/gu)].map(([, ref = '']) => ref);
}

/** Delete the index from the database of a folder. */
function loseIndex(data: string): void {
  const database = new DatabaseSync(join(data, 'rida.db'));
  database.exec('DROP TABLE search_words; DROP TABLE search_entries; DROP TABLE search_version');
  database.close();
}

test('a case is found by its words after its mail, and after the index was lost', async () => {
  const data = aFolder();
  const centre = await aCentre({ data });
  await handIn(centre.smtpPort, aMail());
  await centre.settle();
  const { id } = await onlyCase(centre);
  expect(await found(centre, 'الاناره التحليه')).toEqual([id]);
  expect(await found(centre, 'حفرة')).toEqual([]);
  const agent = await signInAt(centre.url, 'salem', 'سالم');
  await agent.act(id, 'note', { text: 'اتصلنا بالمقاول، رقم أمر العمل 77-1234.' });
  await centre.settle();
  expect(await found(centre, 'مقاول ٧٧/١٢٣٤')).toEqual([id]);
  await centre.close();

  loseIndex(data);
  const again = await aCentre({ data });
  expect(await found(again, 'مقاول')).toEqual([id]);

  await again.search.remove(id);
  expect(await found(again, 'مقاول')).toEqual([]);
  const rebuilt = await runHere(search, ['rebuild', '--data', data]);
  expect(rebuilt).toEqual({ status: 0, out: 'Cases in the search index: 1\n', err: '' });
  expect(await found(again, 'مقاول')).toEqual([id]);
});

test.each([
  [[], 2, 'Usage:'],
  [['rebuild', '--nothing'], 2, 'Usage:'],
  [['rebuild', '--aws', '--table', 't'], 2, '--search-table'],
  [['rebuild', '--data', '/nowhere'], 1, 'there is no centre in this folder'],
  [['--help'], 0, 'rebuild'],
])('the command %j ends with %d', async (args, status, text) => {
  const ran = await runHere(search, args);
  expect(ran.status).toBe(status);
  expect(ran.err).toContain(text);
});

test('an index of the folder is not built twice', async () => {
  const data = aFolder();
  const first = await aCentre({ data });
  await handIn(first.smtpPort, aMail());
  await first.settle();
  await first.close();
  rmSync(join(data, 'blobs'), { recursive: true, force: true });
  const second = await aCentre({ data });
  expect(await second.prepareSearch()).toBe(0);
});
