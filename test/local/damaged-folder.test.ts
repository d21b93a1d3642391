import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { handIn } from '#infra/local/mail/hand-in.ts';
import { explainStartFailure } from '#infra/local/start-failure.ts';
import { aCentre, aFolder, aMail, onlyCase } from './support.ts';

/** Return the lines that `npm start` would print. Empty when the centre starts. */
async function startOn(data: string): Promise<string[]> {
  try {
    await aCentre({ data });
    return [];
  } catch (error) {
    return explainStartFailure(error).split('\n');
  }
}

/** A folder with one case: of a centre that was stopped in order, or that crashed. */
async function aWrittenFolder(crashed = false): Promise<{ data: string; reference: string }> {
  const data = aFolder();
  const centre = await aCentre({ data });
  await handIn(centre.smtpPort, aMail());
  await centre.settle();
  const { id: reference } = await onlyCase(centre);
  if (!crashed) {
    await centre.close();
    return { data, reference };
  }
  // A copy of a running centre is what a crash leaves. Its lock is not copied.
  const copy = aFolder();
  cpSync(data, copy, { recursive: true, filter: (path) => !path.endsWith('lock') });
  return { data: copy, reference };
}

const flip = (path: string, from: number): void => {
  const bytes = readFileSync(path);
  for (let at = from; at < Math.min(from + 2_000, bytes.length); at += 1) bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  writeFileSync(path, bytes);
};

const filesOf = (data: string): string[] =>
  readdirSync(data)
    .filter((name) => !/^lock|-shm$/u.test(name))
    .sort();

test.each<[string, (data: string) => void, RegExp]>([
  [
    'bytes of the database are flipped',
    (data) => flip(join(data, 'rida.db'), 4_096),
    /rida\.db: the file is damaged/u,
  ],
  [
    'bytes of a later page are flipped',
    (data) => flip(join(data, 'rida.db'), statSync(join(data, 'rida.db')).size - 4_096),
    /rida\.db: the file is damaged/u,
  ],
  [
    'the database is cut',
    (data) => truncateSync(join(data, 'rida.db'), 10_000),
    /rida\.db: the file is damaged/u,
  ],
  ['the database is empty', (data) => truncateSync(join(data, 'rida.db'), 0), /the file rida\.db is empty/u],
  ['the database is gone', (data) => rmSync(join(data, 'rida.db')), /the file rida\.db is missing/u],
  [
    'the database is a file of another program',
    (data) => writeFileSync(join(data, 'rida.db'), 'a letter, not a database'.repeat(400)),
    /rida\.db: the file is not a database/u,
  ],
  ['the key is gone', (data) => rmSync(join(data, 'key')), /the file key is missing/u],
  [
    'the key is cut to five bytes',
    (data) => truncateSync(join(data, 'key'), 5),
    /the key file has 5 bytes instead of 32/u,
  ],
  [
    'the key is the one of another folder',
    (data) => writeFileSync(join(data, 'key'), Buffer.alloc(32, 'x')),
    /the key is not the one with which this folder was written/u,
  ],
  [
    'the clock is cut',
    (data) => writeFileSync(join(data, 'clock.json'), '{"ahe'),
    /clock\.json: the file is damaged/u,
  ],
  [
    'the clock is behind',
    (data) => writeFileSync(join(data, 'clock.json'), '{"aheadMs":-1}'),
    /clock\.json: the file is damaged/u,
  ],
  [
    'the manifest is cut',
    (data) => writeFileSync(join(data, 'centre.json'), '{"da'),
    /centre\.json is damaged/u,
  ],
  [
    'the manifest is gone',
    (data) => rmSync(join(data, 'centre.json')),
    /centre\.json is missing beside the database/u,
  ],
])('a folder is refused in one line and left as it is: %s', async (_, damage, expected) => {
  const { data } = await aWrittenFolder();
  damage(data);
  const before = filesOf(data);
  const lines = await startOn(data);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^--data /u);
  expect(lines[0]).toMatch(expected);
  expect(filesOf(data).filter((name) => !name.endsWith('-wal'))).toEqual(before);
});

test('a folder of a crash is opened with everything in it, but not without its log', async () => {
  const { data, reference } = await aWrittenFolder(true);
  const cut = aFolder();
  cpSync(data, cut, { recursive: true });
  rmSync(join(cut, 'rida.db-wal'));
  expect(await startOn(cut)).toEqual([
    expect.stringMatching(/^--data .*rida\.db-wal with its newest work is missing/u),
  ]);
  const centre = await aCentre({ data });
  expect((await onlyCase(centre)).id).toBe(reference);
});

test('everything in a data folder is readable by its owner alone', async () => {
  const { data } = await aWrittenFolder();
  const modes = readdirSync(data, { recursive: true, withFileTypes: true })
    // SQLite creates its files by the process mask, which a test cannot set.
    .filter(({ name }) => !/^(?:rida\.db|lock)/u.test(name))
    .map(({ parentPath, name }) => [name, statSync(join(parentPath, name)).mode & 0o077]);
  expect(modes.length).toBeGreaterThan(2);
  expect(modes.filter(([, mode]) => mode !== 0)).toEqual([]);
  expect(statSync(data).mode & 0o777).toBe(0o700);
  expect(existsSync(join(data, 'centre.json'))).toBe(true);
});
