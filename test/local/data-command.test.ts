import { readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import MailComposer from 'nodemailer/lib/mail-composer';
import { expect, test } from 'vitest';
import { signInAt } from '#infra/demo/agent.ts';
import type { LocalCentre } from '#infra/local/centre.ts';
import { handIn } from '#infra/local/mail/hand-in.ts';
import { data } from '#infra/tools/data-command.ts';
import { runHere } from '#test/builders/run-command.ts';
import { aCentre, aFolder, allCases, aMail } from './support.ts';

const free = (): string => join(aFolder(), 'copy');
/** A mail with a file that is too large for a row of the database. */
const withFile = (n: number) =>
  new MailComposer({
    from: 'norah@example.com',
    to: 'help@rida.example',
    subject: 'إنارة الشارع مطفأة',
    messageId: `<${n}@example.com>`,
    text: `بلاغ ${n}: إنارة الشارع مطفأة.`,
    attachments: [
      { content: Buffer.alloc(200_000, 'photo'), filename: 'photo.jpg', contentType: 'image/jpeg' },
    ],
  })
    .compile()
    .build();

async function aBusyCentre(folder: string): Promise<LocalCentre> {
  const centre = await aCentre({ data: folder });
  for (let n = 0; n < 5; n += 1) {
    await handIn(centre.smtpPort, aMail({ raw: await withFile(n) }));
  }
  await centre.settle();
  return centre;
}

/** Every page that a supervisor sees of every case, and the lists. */
async function pagesOf(centre: LocalCentre): Promise<Record<string, string>> {
  const agent = await signInAt(centre.url, 'huda', 'هدى', 'supervisor');
  const ids = (await allCases(centre)).map(({ id }) => id).sort();
  const paths = ['/cases', '/figures', '/settings', ...ids.map((id) => `/cases/${id}`)];
  const pages = await Promise.all(
    paths.map(async (path) => {
      const page = await agent.page(path);
      // Every form has a token of its own.
      return [path, page.replaceAll(/name="token" value="[^"]*"/gu, '')] as const;
    }),
  );
  return Object.fromEntries(pages);
}

test('a backup of a running centre gives the same pages after it is restored', async () => {
  const [folder, copy, restored] = [aFolder(), free(), free()];
  const centre = await aBusyCentre(folder);
  const before = await pagesOf(centre);
  expect(await runHere(data, ['backup', folder, copy])).toMatchObject({ status: 0, err: '' });
  expect(statSync(copy).mode & 0o777).toBe(0o700);
  expect(statSync(join(copy, 'key')).mode & 0o777).toBe(0o600);
  expect(await runHere(data, ['check', copy])).toMatchObject({ status: 0, err: '' });
  expect(await runHere(data, ['restore', copy, restored])).toMatchObject({ status: 0, err: '' });
  await centre.close();
  const again = await aCentre({ data: restored });
  const after = await pagesOf(again);
  const atHome = (page: string) =>
    page
      .replaceAll(/http:\/\/localhost:\d+/gu, 'http://localhost')
      .replaceAll(/name="andResolve" value="[^"]+"/gu, '');
  for (const [path, page] of Object.entries(before))
    expect(atHome(after[path] ?? ''), path).toBe(atHome(page));
});

test('a running folder and a stopped one are checked without a change', async () => {
  const folder = aFolder();
  const centre = await aBusyCentre(folder);
  expect(await runHere(data, ['check', folder])).toMatchObject({ status: 0, err: '' });
  await centre.close();
  const before = readFileSync(join(folder, 'rida.db'));
  expect(await runHere(data, ['check', folder])).toMatchObject({
    ...{ status: 0, err: '' },
    out: `${folder}: the data folder is in order\n`,
  });
  expect(readFileSync(join(folder, 'rida.db'))).toEqual(before);
});

test.each<[string, (folder: string) => void, RegExp]>([
  [
    'a cut database',
    (folder) => truncateSync(join(folder, 'rida.db'), 9_000),
    /rida\.db: the file is damaged/u,
  ],
  [
    'a cut clock',
    (folder) => writeFileSync(join(folder, 'clock.json'), '{"ahe'),
    /clock\.json: the file is damaged/u,
  ],
  [
    'another key',
    (folder) => writeFileSync(join(folder, 'key'), Buffer.alloc(32, 1)),
    /the key is not the one/u,
  ],
])('%s is found by the check, and is neither backed up nor restored', async (_, damage, expected) => {
  const folder = aFolder();
  await (await aCentre({ data: folder })).close();
  damage(folder);
  for (const args of [
    ['check', folder],
    ['backup', folder, free()],
    ['restore', folder, free()],
  ]) {
    const { status, out, err } = await runHere(data, args);
    expect([status, out, err.trim().split('\n').length]).toEqual([1, '', 1]);
    expect(err).toMatch(expected);
  }
});

test('a target with files is not overwritten, and a folder without a centre is rejected', async () => {
  const [folder, full] = [aFolder(), aFolder()];
  await (await aCentre({ data: folder })).close();
  writeFileSync(join(full, 'letter.txt'), 'mine');
  expect(await runHere(data, ['backup', folder, full])).toMatchObject({
    ...{ status: 1, out: '' },
    err: `${full}: the folder is not empty; name another one\n`,
  });
  const { status, err } = await runHere(data, ['check', full]);
  expect([status, err.split('\n').length]).toEqual([1, 2]);
  expect(err).toContain('centre.json is missing');
});

test.each([
  [[]],
  [['check']],
  [['backup', 'a']],
  [['export', 'a']],
  [['import', 'a', 'b', 'c']],
  [['check', 'a', '--aws']],
  [['export', 'a', '--aws']],
  [['import', 'a', 'b', '--aws']],
  [['import', 'a', '--aws', '--region', 'eu-central-1', '--table', '']],
  [['constructor', 'a']],
  [['__proto__', 'a', 'b']],
  [['restore', 'a', 'b', 'c']],
  [['move', 'a', 'b']],
  [['--no']],
])('a wrong command is explained: %j', async (args) => {
  expect(await runHere(data, args)).toMatchObject({ status: 2, out: '' });
});
