import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signInAt } from '#infra/demo/agent.ts';
import type { LocalCentre } from '#infra/local/centre.ts';
import { backUp } from '#infra/local/storage/backup.ts';
import { checkManifest } from '#infra/local/storage/manifest.ts';
import { migrateFolder, removeOldCopies } from '#infra/local/storage/migrate-folder.ts';
import { data as dataCommand } from '#infra/tools/data-command.ts';
import { DATA_VERSION } from '#shared/adapters/embedded/data-version.ts';
import { lastVersion, type Migration } from '#shared/adapters/embedded/migrations.ts';
import { dataVersionOf } from '#shared/adapters/embedded/sqlite-database.ts';
import { wholeItemOfRow } from '#shared/adapters/embedded/sqlite-items.ts';
import { indexKeys } from '#shared/adapters/table/index-keys.ts';
import { ownerOf } from '#shared/adapters/table/keys.ts';
import { indexSchemas } from '#shared/adapters/table/schema.ts';
import { stateOf } from '#shared/adapters/table/state-item.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import { workOfCall, workOfCase } from '#shared/domain/work-list/work-entry.ts';
import { runHere } from '#test/builders/run-command.ts';
import { type Facts, factsSchema, shows } from '#test/releases/kept-facts.ts';
import { unpackFolder } from '#test/releases/packed-folder.ts';
import { aFolder, openTestCentre } from './support.ts';

const KEPT = 'test/releases';
const released = readdirSync(KEPT).flatMap((name) => (name.endsWith('.folder') ? [name.slice(0, -7)] : []));

const factsKept = (version: string): Facts =>
  factsSchema.parse(JSON.parse(readFileSync(join(KEPT, `${version}.json`), 'utf8')));

const root = mkdtempSync(join(tmpdir(), 'rida-releases-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** The index attributes of a row, without those that it lacks. */
const itemsRow = (row: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    indexSchemas
      .flatMap(({ partition, sort }) => [partition, sort])
      .flatMap((name) => (row[name] == null ? [] : [[name, row[name]]])),
  );

/** Return what to do when this code no longer reads the folder of a release. */
const remedy = (version: string): string =>
  `The data folder of Rida ${version} does not read as it did. Users have such folders. When the form of tables, items
or messages changed, add a step to MIGRATIONS (shared/adapters/embedded/migrations.ts): it carries the data from data
version ${DATA_VERSION} to ${DATA_VERSION + 1} ("Releases" in .github/CONTRIBUTING.md). When the data reads as before and
a page deliberately shows less, correct ${KEPT}/${version}.json.`;

test('the first release is kept, and all others', () => {
  expect(released).toContain('1.0.0');
  expect(released.filter((version) => !existsSync(join(KEPT, `${version}.json`)))).toEqual([]);
});

describe.each(released)('a folder of Rida %s', (version) => {
  const facts = factsKept(version);
  const folder = join(root, version);
  let centre: LocalCentre;
  beforeAll(async () => {
    unpackFolder(join(KEPT, `${version}.folder`), folder);
    try {
      centre = await openTestCentre({ data: folder, below: { now: () => facts.at } });
    } catch (cause) {
      throw new Error(remedy(version), { cause });
    }
  });
  afterAll(() => centre?.close());

  test('opens in this version, migrated when it is older, with its key', async () => {
    await centre.settle();
    expect(dataVersionOf(join(folder, 'rida.db'))).toBe(DATA_VERSION);
    expect(Boolean(centre.migrated)).toBe(facts.dataVersion < DATA_VERSION);
    expect(await runHere(dataCommand, ['check', folder])).toMatchObject({ status: 0, err: '' });
  });

  test('has the same cases, with the same events', async () => {
    const found: Facts['cases'] = {};
    for (const [id, kept] of Object.entries(facts.cases)) {
      const state = await centre.store.load('case', id);
      const commits = await centre.store.timeline('case', id);
      const events = commits.flatMap((commit) => commit.events.map(({ type }) => String(type)));
      const shown = Object.keys(kept).map((name) => [name, Reflect.get(state ?? {}, name)] as const);
      found[id] = { ...(Object.fromEntries(shown) as Facts['cases'][string]), events };
    }
    expect(Object.keys(found).length).toBeGreaterThan(50);
    expect(found, remedy(version)).toEqual(facts.cases);
  });

  test('has the places in the indexes that this version writes', () => {
    const database = new DatabaseSync(join(folder, 'rida.db'), { readOnly: true });
    const rows = database.prepare("SELECT * FROM items WHERE sk = 'state'").all();
    const list = database.prepare('SELECT * FROM work ORDER BY id').all();
    database.close();
    const states = rows.map((row) => ({
      row,
      item: wholeItemOfRow(row),
      kind: ownerOf(String(row.pk)).kind,
    }));
    for (const { row, item, kind } of states)
      expect(itemsRow(indexKeys(kind, stateOf(item), 1)), String(row.pk)).toEqual(itemsRow(row));
    const entries = states.flatMap(({ kind, item }) => {
      if (kind === 'case') return workOfCase(stateOf<'case'>(item)) ?? [];
      return kind === 'call-out' ? (workOfCall(stateOf<'call-out'>(item)) ?? []) : [];
    });
    expect(list.map(({ id }) => id)).toEqual(entries.map(({ id }) => id).sort());
  });

  test('has the same figures', async () => {
    const days = await centre.figures.range('2025-01-01', '2027-01-01');
    const found = Object.fromEntries(days.map(({ day, counts }) => [day, counts]));
    expect(found, remedy(version)).toEqual(facts.figures);
  });

  test('shows the same words of people on all of its pages', async () => {
    const agent = await signInAt(centre.url, 'huda', 'هدى', 'supervisor');
    const missing: string[] = [];
    for (const [path, texts] of Object.entries(facts.pages)) {
      const page = await agent.page(path);
      missing.push(...texts.filter((text) => !shows(page, text)).map((text) => `${path}: ${text}`));
    }
    expect(missing, remedy(version)).toEqual([]);
  });
});

/** Steps to versions after this one, of a kind that a release may need. */
const STEPS: readonly Migration[] = [
  {
    ...{ from: DATA_VERSION, to: DATA_VERSION + 1, change: 'A column is added.' },
    run: (sql) => sql.exec('ALTER TABLE items ADD COLUMN seen TEXT'),
  },
  {
    ...{ from: DATA_VERSION + 1, to: DATA_VERSION + 2, change: 'The column has a value.' },
    run: (sql) => sql.exec("UPDATE items SET seen = 'yes'"),
  },
];
const LAST = DATA_VERSION + 2;

describe('a folder that steps lead to a later version', () => {
  const origin = join(root, 'origin');
  beforeAll(async () => {
    await (await openTestCentre({ data: origin })).close();
    const database = new DatabaseSync(join(origin, 'rida.db'));
    database.exec("INSERT INTO items (pk, sk, body) VALUES ('letter', 'state', '{}')");
    database.close();
  });

  const aCopy = async (): Promise<{ in: (...parts: readonly string[]) => string }> => {
    const folder = join(aFolder(), 'data');
    await backUp(origin, folder);
    return { in: (...parts) => join(folder, ...parts) };
  };
  const columnsIn = (path: string): unknown => {
    const database = new DatabaseSync(path, { readOnly: true });
    try {
      return database
        .prepare("SELECT count(*) AS n FROM pragma_table_info('items') WHERE name = 'seen'")
        .get()?.n;
    } finally {
      database.close();
    }
  };

  test('is backed up first and migrated once; its copy opens in the version that wrote it', async () => {
    const folder = await aCopy();
    const manifest = await checkManifest(folder);
    const migrated = await migrateFolder(folder, manifest, undefined, STEPS);
    const copy = folder.in(`before-data-version-${LAST}`);
    expect(migrated).toEqual({ from: DATA_VERSION, to: LAST, copy });
    expect(dataVersionOf(folder.in('rida.db'))).toBe(LAST);
    expect([columnsIn(folder.in('rida.db')), columnsIn(join(copy, 'rida.db'))]).toEqual([1, 0]);
    // The manifest is written later. After a crash between the two, the database counts.
    expect(await migrateFolder(folder, manifest, undefined, STEPS)).toBeUndefined();
    expect(await runHere(dataCommand, ['check', copy])).toMatchObject({ status: 0, err: '' });
    await (await openTestCentre({ data: copy })).close();
  });

  test('is as it was when a step fails, and says so in one line', async () => {
    const folder = await aCopy();
    const [first] = STEPS;
    if (!first) throw new Error('no step');
    const broken: Migration = {
      ...{ from: first.to, to: LAST, change: 'Nothing.' },
      run: (sql) => sql.exec('UPDATE letters SET seen = 1'),
    };
    await expect(
      migrateFolder(folder, await checkManifest(folder), undefined, [first, broken]),
    ).rejects.toThrow(
      /^database .*: the migration from data version \d+ to \d+ failed \(no such table: letters\); nothing was changed$/u,
    );
    expect([dataVersionOf(folder.in('rida.db')), columnsIn(folder.in('rida.db'))]).toEqual([DATA_VERSION, 0]);
    await (await openTestCentre({ data: folder.in() })).close();
  });

  test.each<[string, readonly Migration[]]>([
    ['the first step is missing', STEPS.slice(1)],
    [
      'a step in between is missing',
      [{ ...STEPS[0], to: LAST + 1 } as Migration, { ...STEPS[1], from: LAST + 2 } as Migration],
    ],
  ])('is left alone when %s', async (_, steps) => {
    const folder = await aCopy();
    expect(await migrateFolder(folder, await checkManifest(folder), undefined, steps)).toBeUndefined();
    expect(dataVersionOf(folder.in('rida.db'))).toBe(DATA_VERSION);
    expect(existsSync(folder.in(`before-data-version-${LAST}`))).toBe(false);
  });

  test('loses the copy of its earlier version after 30 days', async () => {
    const folder = await aCopy();
    await migrateFolder(folder, await checkManifest(folder), undefined, STEPS);
    const copy = folder.in(`before-data-version-${LAST}`);
    const now = Date.now();
    utimesSync(copy, new Date(now), new Date(now - 29 * DAY));
    await removeOldCopies(folder, now);
    expect(existsSync(copy)).toBe(true);
    await removeOldCopies(folder, now + 2 * DAY);
    expect([existsSync(copy), existsSync(folder.in('rida.db'))]).toEqual([false, true]);
  });
});

test('a folder of a version before the first release is refused in one line by every command', async () => {
  const folder = join(aFolder(), 'data');
  await backUp(join(root, '1.0.0'), folder);
  const database = new DatabaseSync(join(folder, 'rida.db'));
  database.exec(`PRAGMA user_version = ${lastVersion([]) - 1}`);
  database.close();
  const { status, err } = await runHere(dataCommand, ['check', folder]);
  expect([status, err.trim().split('\n').length]).toEqual([1, 1]);
  expect(err).toContain('no migration leads to this version');
});
