import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signInAt } from '#infra/demo/agent.ts';
import type { LocalCentre } from '#infra/local/centre.ts';
import { handIn } from '#infra/local/mail/hand-in.ts';
import { data } from '#infra/tools/data-command.ts';
import { runHere } from '#test/builders/run-command.ts';
import { aCentre, aFolder, allCases, aMail, openTestCentre } from './support.ts';

const root = mkdtempSync(join(tmpdir(), 'rida-moved-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const free = (): string => join(aFolder(), 'copy');
const LARGE = 'الإنارة مطفأة. '.repeat(5_000);

/** Every page that a supervisor sees of every case, the lists and the mails for the administrator. */
async function pagesOf(centre: LocalCentre): Promise<ReadonlyMap<string, string>> {
  const agent = await signInAt(centre.url, 'huda', 'هدى', 'supervisor');
  const ids = (await allCases(centre)).map(({ id }) => id).sort();
  const pages = new Map<string, string>();
  for (const path of [
    '/cases',
    '/figures',
    '/calls',
    '/mailbox/administrator',
    ...ids.map((id) => `/cases/${id}`),
  ]) {
    const page = await agent.page(path);
    const alike = page
      .replaceAll(/name="(token|andResolve)" value="[^"]*"/gu, '')
      .replaceAll(/http:\/\/localhost:\d+/gu, '');
    pages.set(path, alike);
  }
  return pages;
}

let folder = '';
let pages: ReadonlyMap<string, string>;
/** An export of the folder while its centre ran. */
let whole = '';

beforeAll(async () => {
  folder = join(root, 'centre');
  whole = join(root, 'export');
  const centre = await openTestCentre({ data: folder });
  for (const [n, text] of ['بلاغ عن إنارة', LARGE].entries())
    await handIn(centre.smtpPort, aMail({ subject: `بلاغ ${n}`, messageId: `<${n}@example.com>`, text }));
  await handIn(centre.smtpPort, aMail({ to: 'admin@rida.example', messageId: '<admin@example.com>' }));
  await centre.settle();
  pages = await pagesOf(centre);
  expect(await runHere(data, ['export', folder, whole])).toMatchObject({ status: 0, err: '' });
  await centre.close();
});

test('a centre that is exported while it runs and imported gives the same pages', async () => {
  const target = free();
  expect(await runHere(data, ['import', whole, target])).toMatchObject({ status: 0, err: '' });
  expect(statSync(target).mode & 0o777).toBe(0o700);
  const again = await aCentre({ data: target });
  const after = await pagesOf(again);
  for (const [path, page] of pages) expect(after.get(path), path).toBe(page);
  expect(after.size).toBe(pages.size);
  await again.settle();
  expect(again.outbox?.list(10)).toEqual([]);
});

test('an export is readable by its owner only, and has one readable item a line', () => {
  expect(statSync(whole).mode & 0o777).toBe(0o700);
  for (const name of ['key', 'items.jsonl', 'contents.jsonl', 'export.json'])
    expect([name, statSync(join(whole, name)).mode & 0o777]).toEqual([name, 0o600]);
  const items = readFileSync(join(whole, 'items.jsonl'), 'utf8').trim().split('\n');
  const subjects = items.map((line) => (JSON.parse(line) as { Item: { subject?: object } }).Item.subject);
  expect(subjects).toContainEqual({ S: 'بلاغ 0' });
});

const contentIn = (copy: string): string => {
  const [content = ''] = readdirSync(join(copy, 'contents'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.length > 64)
    .sort();
  return join('contents', content);
};

test.each<[string, (copy: string) => void, RegExp]>([
  ['a cut list of items', (copy) => truncateSync(join(copy, 'items.jsonl'), 500), /items\.jsonl is damaged/u],
  ['a missing list of items', (copy) => rmSync(join(copy, 'items.jsonl')), /items\.jsonl is missing/u],
  [
    'a changed item',
    (copy) => {
      const path = join(copy, 'items.jsonl');
      writeFileSync(path, readFileSync(path, 'utf8').replace('بلاغ 0', 'بلاغ 9'));
    },
    /items\.jsonl is damaged/u,
  ],
  [
    'a cut list of contents',
    (copy) => truncateSync(join(copy, 'contents.jsonl'), 9),
    /contents\.jsonl is damaged/u,
  ],
  [
    'a missing content',
    (copy) => rmSync(join(copy, contentIn(copy))),
    /contents\/..\/[\da-f]{64} \([^)]+\) is missing/u,
  ],
  [
    'a changed content',
    (copy) => writeFileSync(join(copy, contentIn(copy)), 'x'),
    /contents\/..\/[\da-f]{64} \([^)]+\) is damaged/u,
  ],
  ['a missing key', (copy) => rmSync(join(copy, 'key')), /key is missing/u],
  ['another key', (copy) => writeFileSync(join(copy, 'key'), Buffer.alloc(32)), /key is damaged/u],
  [
    'a missing list of unpublished commits',
    (copy) => rmSync(join(copy, 'unpublished.jsonl')),
    /unpublished\.jsonl is missing/u,
  ],
  [
    'everything missing',
    (copy) => {
      for (const name of ['key', 'items.jsonl', 'unpublished.jsonl', 'contents.jsonl'])
        rmSync(join(copy, name));
    },
    /key is missing; items\.jsonl is missing; unpublished\.jsonl is missing; contents\.jsonl is missing/u,
  ],
  [
    'a missing summary',
    (copy) => rmSync(join(copy, 'export.json')),
    /export\.json is missing; this is not a complete export/u,
  ],
  ['a cut summary', (copy) => truncateSync(join(copy, 'export.json'), 40), /export\.json is damaged/u],
  ['another JSON', (copy) => writeFileSync(join(copy, 'export.json'), '[]'), /export\.json is damaged/u],
  [
    'a later form',
    (copy) => versions(copy, { form: 2 }),
    /a later version of Rida wrote this export \(form 2, /u,
  ],
  ['a later data version', (copy) => versions(copy, { dataVersion: 900 }), /a later version of Rida/u],
  ['an earlier data version', (copy) => versions(copy, { dataVersion: 1 }), /an earlier version of Rida/u],
])('%s is named in one line, and nothing is imported', async (_, damage, expected) => {
  const [copy, target] = [free(), free()];
  cpSync(whole, copy, { recursive: true });
  damage(copy);
  const { status, out, err } = await runHere(data, ['import', copy, target]);
  expect([status, out, err.trim().split('\n').length]).toEqual([1, '', 1]);
  expect(err).toMatch(expected);
  expect(() => statSync(target)).toThrow('ENOENT');
});

function versions(copy: string, over: object): void {
  const path = join(copy, 'export.json');
  writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), ...over }));
}

test('nothing is overwritten', async () => {
  const full = aFolder();
  writeFileSync(join(full, 'letter.txt'), 'mine');
  for (const args of [
    ['export', folder, full],
    ['import', whole, full],
    ['export', folder, whole],
    ['import', whole, folder],
  ])
    expect(await runHere(data, args)).toMatchObject({
      ...{ status: 1, out: '' },
      err: expect.stringContaining('the folder is not empty; name another one'),
    });
  expect(readFileSync(join(full, 'letter.txt'), 'utf8')).toBe('mine');
});

/** Copy the stopped folder and change its database. */
function changed(statements: string): string {
  const copy = free();
  cpSync(folder, copy, { recursive: true });
  const database = new DatabaseSync(join(copy, 'rida.db'));
  database.exec(statements);
  database.close();
  return copy;
}
const EVENT = `'{"detail":{"subject":"' || substr(pk, 6) || '","subjectVersion":1}}'`;
const FIRST = "FROM items WHERE pk LIKE 'case#%' AND sk = 'commit#00000001'";

test('events that wait in the outbox, in a queue or as dead letters are published after the import', async () => {
  const copy = changed(`
    INSERT INTO outbox (pk, sk) SELECT pk, sk ${FIRST} LIMIT 1;
    INSERT INTO messages (queue, body) SELECT 'cases/assign', ${EVENT} ${FIRST} LIMIT 1 OFFSET 1;
    INSERT INTO messages (queue, body) SELECT 'reports/roll-up-dlq', ${EVENT} ${FIRST} LIMIT 1 OFFSET 1;
    INSERT INTO messages (queue, body) VALUES ('cases/assign', '{"detail":{"subject":"gone","subjectVersion":1}}');
    INSERT INTO messages (queue, body) VALUES ('sla/clock', '{"kind":"case","id":"1"}');
    INSERT INTO messages (queue, body) VALUES ('telephone/contact-records-dlq', '{}')`);
  const [exported, target] = [free(), free()];
  expect(await runHere(data, ['export', copy, exported])).toMatchObject({ status: 0, err: '' });
  expect(await runHere(data, ['import', exported, target])).toMatchObject({ status: 0, err: '' });
  const database = new DatabaseSync(join(target, 'rida.db'));
  expect(database.prepare('SELECT count(*) AS n FROM outbox').get()).toEqual({ n: 2 });
  database.close();
  const again = await aCentre({ data: target });
  await again.settle();
  // The proof of each sent mail was moved, so that no mail is sent a second time.
  expect(again.outbox?.list(10)).toEqual([]);
});

test('an export is refused while reports of calls wait, which are in no other place', async () => {
  const copy = changed("INSERT INTO messages (queue, body) VALUES ('telephone/contact-events', '{}')");
  const target = free();
  expect(await runHere(data, ['export', copy, target])).toMatchObject({
    ...{ status: 1, out: '' },
    err: expect.stringMatching(/telephone\/contact-events; start the centre until \/queues is empty\n$/u),
  });
  expect(readdirSync(target)).toEqual([]);
});

test('a damaged centre is not exported, and a missing one is named', async () => {
  const copy = changed('SELECT 1');
  truncateSync(join(copy, 'rida.db'), 9_000);
  for (const [from, expected] of [
    [copy, 'rida.db: the file is damaged'],
    [free(), 'centre.json is missing'],
  ] as const) {
    const { status, err } = await runHere(data, ['export', from, free()]);
    expect([status, err.trim().split('\n').length]).toEqual([1, 1]);
    expect(err).toContain(expected);
  }
});
