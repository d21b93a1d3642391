import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openOutbox } from '#shared/adapters/embedded/outbox-mailer.ts';
import { openDatabase } from '#shared/adapters/embedded/sqlite-database.ts';
import { composeMail } from '#shared/adapters/mail/compose.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import { aMailOut } from '#test/builders/a-mail-out.ts';
import { tempFolder } from './temp-folder.ts';

const mail = (n: number, text = `mail ${n}`) =>
  aMailOut([`p${n}@example.sa`], { text, messageId: `<${n}@city.example>` });
const databaseIn = (folder: string) => openDatabase(join(folder, 'rida.db'));
const ticking = () => {
  let at = 0;
  return { now: () => ++at };
};

test('mail is kept newest first and read back as it went out', async () => {
  const outbox = openOutbox(databaseIn(await tempFolder()), ticking());
  for (const n of [1, 2, 3]) expect(await outbox.send(mail(n))).toEqual({});
  expect(outbox.list(2)).toMatchObject([
    { messageId: '<3@city.example>', to: ['p3@example.sa'], sentAt: 3 },
    { messageId: '<2@city.example>', sentAt: 2 },
  ]);
  const raw = await outbox.raw(outbox.list(1)[0]?.id ?? '');
  expect(raw && new Uint8Array(raw)).toEqual(await composeMail(mail(3)));
});

test('pages of mails follow each other without a gap, also those of one instant', async () => {
  const outbox = openOutbox(databaseIn(await tempFolder()), { now: () => 7 });
  for (let n = 1; n <= 7; n += 1) await outbox.send(mail(n));
  const seen: string[] = [];
  for (let page = outbox.list(3); page.length > 0; page = outbox.list(3, page.at(-1)?.id))
    seen.push(...page.map(({ messageId }) => messageId));
  expect(seen).toEqual([7, 6, 5, 4, 3, 2, 1].map((n) => `<${n}@city.example>`));
  expect(outbox.list(3, 'none')).toEqual([]);
});

test('mails are found by id and by the beginning of their Message-ID, without their content', async () => {
  const outbox = openOutbox(databaseIn(await tempFolder()), ticking());
  for (const messageId of ['<A1.x@city.example>', '<A1.y@city.example>', '<A12.x@city.example>'])
    await outbox.send({ ...mail(1), messageId });
  const about = outbox.withPrefix('<A1.', 10);
  expect(about.map(({ messageId }) => messageId)).toEqual(['<A1.y@city.example>', '<A1.x@city.example>']);
  expect(outbox.find(about[0]?.id ?? '')).toEqual(about[0]);
  expect(outbox.find('none')).toBeUndefined();
});

test('the same Message-ID again is one mail, the newer', async () => {
  const outbox = openOutbox(databaseIn(await tempFolder()), ticking());
  await outbox.send(mail(1, 'first'));
  await outbox.send(mail(1, 'second'));
  const [only, ...more] = outbox.list(10);
  expect(more).toEqual([]);
  const raw = await outbox.raw(only?.id ?? '');
  expect(raw && new Uint8Array(raw)).toEqual(await composeMail(mail(1, 'second')));
});

test('a copy is removed 400 days after it was sent', async () => {
  let now = 0;
  const outbox = openOutbox(databaseIn(await tempFolder()), { now: () => now });
  await outbox.send(mail(1));
  now = DAY;
  await outbox.send(mail(2));
  now = 400 * DAY;
  expect(await outbox.removeExpired()).toBe(0);
  now += 1;
  expect(await outbox.removeExpired()).toBe(1);
  expect(outbox.list(10).map(({ messageId }) => messageId)).toEqual(['<2@city.example>']);
});

test('a restart forgets nothing', async () => {
  const folder = await tempFolder();
  const database = databaseIn(folder);
  const before = openOutbox(database, ticking());
  await before.send(mail(1));
  const kept = before.list(10);
  database.close();
  const after = openOutbox(databaseIn(folder), ticking());
  expect(kept).toHaveLength(1);
  expect(after.list(10)).toEqual(kept);
});

test('a copy that is to be forgotten is gone, and no other', async () => {
  const outbox = openOutbox(databaseIn(await tempFolder()), ticking());
  for (const n of [1, 2]) await outbox.send(mail(n));
  await outbox.forget(['<1@city.example>', '<9@city.example>']);
  expect(outbox.list(9).map(({ messageId }) => messageId)).toEqual(['<2@city.example>']);
});

test.each(['none', '../outbox', ''])('there is no mail %j', async (id) => {
  expect(await openOutbox(databaseIn(await tempFolder()), ticking()).raw(id)).toBeUndefined();
});
