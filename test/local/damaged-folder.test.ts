import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
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
import { afterAll, beforeAll, expect, test } from 'vitest';
import { handIn } from '#infra/local/mail/hand-in.ts';
import { explainStartFailure } from '#infra/local/start-failure.ts';
import { data as dataCommand } from '#infra/tools/data-command.ts';
import { settings } from '#infra/tools/settings-command.ts';
import { runHere } from '#test/builders/run-command.ts';
import { aCentre, aFolder, aMail, onlyCase, openTestCentre } from './support.ts';

/** Return the lines that `npm start` would print. Empty when the centre starts. */
async function startOn(data: string): Promise<string[]> {
  try {
    await aCentre({ data });
    return [];
  } catch (error) {
    return explainStartFailure(error).split('\n');
  }
}

const root = mkdtempSync(join(tmpdir(), 'rida-damaged-'));
const [crashedFolder, stoppedFolder] = [join(root, 'crashed'), join(root, 'stopped')];
let reference = '';
afterAll(() => rmSync(root, { recursive: true, force: true }));

beforeAll(async () => {
  const centre = await openTestCentre({ data: stoppedFolder });
  await handIn(centre.smtpPort, aMail());
  await centre.settle();
  reference = (await onlyCase(centre)).id;
  // A copy of a running centre is what a crash leaves. Its lock is not copied.
  cpSync(stoppedFolder, crashedFolder, { recursive: true, filter: (path) => !path.endsWith('lock') });
  await centre.close();
});

/** A folder with one case: of a centre that was stopped in order, or that crashed. */
function aWrittenFolder(crashed = false): { data: string; reference: string } {
  const data = aFolder();
  cpSync(crashed ? crashedFolder : stoppedFolder, data, { recursive: true });
  return { data, reference };
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
  [
    'the folder of large mails is gone',
    (data) => rmSync(join(data, 'mail'), { recursive: true }),
    /the folder mail is missing/u,
  ],
  [
    'the folder of large mails is a file',
    (data) => {
      rmSync(join(data, 'mail'), { recursive: true });
      writeFileSync(join(data, 'mail'), '');
    },
    /mail cannot be read or written \(EEXIST\)/u,
  ],
  [
    'the record of the staff is cut',
    (data) => writeFileSync(join(data, 'staff.json'), '{"st'),
    /staff\.json is damaged/u,
  ],
  [
    'the key is readable by others',
    (data) => chmodSync(join(data, 'key'), 0o644),
    /the key file must be readable by its owner only/u,
  ],
  [
    'the lock is a file of another program',
    (data) => writeFileSync(join(data, 'lock'), 'x'.repeat(5_000)),
    /its file lock is damaged/u,
  ],
  ...['rida.db', 'key', 'centre.json', 'clock.json', 'staff.json'].map(
    (name): [string, (data: string) => void, RegExp] => [
      `${name} is a folder`,
      (data) => {
        rmSync(join(data, name), { force: true });
        mkdirSync(join(data, name));
      },
      new RegExp(`${name} is not a file`, 'u'),
    ],
  ),
])('a folder is refused in one line and left as it is: %s', async (_, damage, expected) => {
  const { data } = aWrittenFolder();
  damage(data);
  const before = filesOf(data);
  const lines = await startOn(data);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^--data /u);
  expect(lines[0]).toMatch(expected);
  expect(filesOf(data).filter((name) => !name.endsWith('-wal'))).toEqual(before);
});

test('a folder of a crash is opened with everything in it, but not without its log', async () => {
  const { data, reference } = aWrittenFolder(true);
  const cut = aFolder();
  cpSync(data, cut, { recursive: true });
  rmSync(join(cut, 'rida.db-wal'));
  expect(await startOn(cut)).toEqual([
    expect.stringMatching(/^--data .*rida\.db-wal with its newest work is missing/u),
  ]);
  const centre = await aCentre({ data });
  expect((await onlyCase(centre)).id).toBe(reference);
});

const log = (data: string): string => join(data, 'rida.db-wal');
const sizeOf = (data: string): number => statSync(log(data)).size;

test.each<[string, (data: string) => void]>([
  ['emptied', (data) => truncateSync(log(data), 0)],
  ['cut in its header', (data) => truncateSync(log(data), 20)],
  ['cut in half', (data) => truncateSync(log(data), sizeOf(data) / 2)],
  ['cut by its last byte', (data) => truncateSync(log(data), sizeOf(data) - 1)],
  ['flipped in its header', (data) => flip(log(data), 0)],
  ['flipped in an early frame', (data) => flip(log(data), 5_000)],
  ['flipped in its last frame', (data) => flip(log(data), sizeOf(data) - 100)],
  ['the log of another database', (data) => writeFileSync(log(data), readFileSync(log(data)).fill(7))],
])('after a crash a folder is refused when its log was %s', async (_, damage) => {
  const { data } = aWrittenFolder(true);
  damage(data);
  const lines = await startOn(data);
  expect(lines).toEqual([expect.stringMatching(/^--data .*rida\.db-wal with its newest work is damaged/u)]);
  expect(await startOn(data)).toEqual(lines);
  expect(await runHere(settings, ['show', '--data', data])).toMatchObject({
    ...{ status: 1, out: '' },
    err: expect.stringContaining('rida.db-wal with its newest work is damaged'),
  });
  expect((await runHere(dataCommand, ['check', data])).status).toBe(1);
});

test('after a crash a folder is opened that a command or an erasure left in order', async () => {
  const { data, reference } = aWrittenFolder(true);
  expect(await runHere(settings, ['show', '--data', data])).toMatchObject({ status: 0 });
  expect(existsSync(log(data))).toBe(false);
  const centre = await aCentre({ data });
  expect((await onlyCase(centre)).id).toBe(reference);
  // An erasure empties the log.
  await centre.store.scrub('case', reference, (commit) => commit);
  const copy = aFolder();
  cpSync(data, copy, { recursive: true, filter: (path) => !path.endsWith('lock') });
  expect(sizeOf(copy)).toBe(0);
  expect((await onlyCase(await aCentre({ data: copy }))).id).toBe(reference);
});

test('everything in a data folder is readable by its owner alone', () => {
  const data = stoppedFolder;
  const modes = readdirSync(data, { recursive: true, withFileTypes: true })
    // SQLite creates its files by the process mask, which a test cannot set.
    .filter(({ name }) => !/^(?:rida\.db|lock)/u.test(name))
    .map(({ parentPath, name }) => [name, statSync(join(parentPath, name)).mode & 0o077]);
  expect(modes.length).toBeGreaterThan(2);
  expect(modes.filter(([, mode]) => mode !== 0)).toEqual([]);
  expect(statSync(data).mode & 0o777).toBe(0o700);
  expect(existsSync(join(data, 'centre.json'))).toBe(true);
});
