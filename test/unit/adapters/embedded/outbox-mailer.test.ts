import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openOutbox } from '#shared/adapters/embedded/outbox-mailer.ts';
import { tempFolder } from './temp-folder.ts';

const mail = (n: number, raw = `mail ${n}`) => ({
  from: 'help@city.example',
  to: [`p${n}@example.sa`],
  messageId: `<${n}@city.example>`,
  raw: Buffer.from(raw),
});
const ticking = () => {
  let at = 0;
  return { now: () => ++at };
};

test('mail is kept newest first and read back as it went out', async () => {
  const outbox = await openOutbox(join(await tempFolder(), 'outbox'), ticking());
  for (const n of [1, 2, 3]) expect(await outbox.send(mail(n))).toEqual({});
  expect(outbox.list(2)).toMatchObject([
    { messageId: '<3@city.example>', to: ['p3@example.sa'], sentAt: 3 },
    { messageId: '<2@city.example>', sentAt: 2 },
  ]);
  const raw = await outbox.raw(outbox.list(1)[0]?.id ?? '');
  expect(Buffer.from(raw ?? []).toString()).toBe('mail 3');
});

test('the same Message-ID again is one mail, the newer', async () => {
  const outbox = await openOutbox(await tempFolder(), ticking());
  await outbox.send(mail(1, 'first'));
  await outbox.send(mail(1, 'second'));
  const [only, ...more] = outbox.list(10);
  expect(more).toEqual([]);
  expect(Buffer.from((await outbox.raw(only?.id ?? '')) ?? []).toString()).toBe('second');
});

test('a restart forgets nothing', async () => {
  const folder = await tempFolder();
  const before = await openOutbox(folder, ticking());
  await before.send(mail(1));
  const after = await openOutbox(folder, ticking());
  expect(after.list(10)).toEqual(before.list(10));
});

test.each(['none', '../outbox', ''])('there is no mail %j', async (id) => {
  expect(await (await openOutbox(await tempFolder(), ticking())).raw(id)).toBeUndefined();
});
