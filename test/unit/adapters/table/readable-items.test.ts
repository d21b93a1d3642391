import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '#shared/adapters/embedded/sqlite-database.ts';
import { SqliteStore } from '#shared/adapters/embedded/sqlite-store.ts';
import { accessItem } from '#shared/adapters/table/access-item.ts';
import { causeItem } from '#shared/adapters/table/cause-item.ts';
import { commitItem, IMPORTED } from '#shared/adapters/table/commit-item.ts';
import { savedListItem, seenItem } from '#shared/adapters/table/desk-item.ts';
import { draftItem, endedItem } from '#shared/adapters/table/draft-item.ts';
import { effectItem } from '#shared/adapters/table/effect-item.ts';
import { countedItem, figuresItem } from '#shared/adapters/table/figures-item.ts';
import { importItem } from '#shared/adapters/table/import-item.ts';
import type { Item } from '#shared/adapters/table/item.ts';
import { CAUSE, COMMIT, COUNTED_CASE, EFFECT, NOTICE, ownerOf, STATE } from '#shared/adapters/table/keys.ts';
import { noticeItem } from '#shared/adapters/table/notice-item.ts';
import { quotaItem } from '#shared/adapters/table/quota-item.ts';
import { askedItem, changeItem } from '#shared/adapters/table/report-item.ts';
import { indexSchemas } from '#shared/adapters/table/schema.ts';
import { retimingItem, settingsItem } from '#shared/adapters/table/settings-item.ts';
import { shardsItem } from '#shared/adapters/table/shards-item.ts';
import { stateItem } from '#shared/adapters/table/state-item.ts';
import { countedCaseItem, workloadItem } from '#shared/adapters/table/workload-item.ts';
import { waitAfter } from '#shared/domain/mail/delivery-wait.ts';
import type { Aggregate, Kind } from '#shared/ports/store.ts';
import { liveCase } from '#test/bench/case-life.ts';
import { aCommit } from '#test/builders/a-commit.ts';
import { aNotice, states } from '#test/property/store/arbitraries.ts';
import { covers, documentedAttributes, pathsOf } from './attributes.ts';

const documented = documentedAttributes();
const rowsOf = (...sections: readonly string[]) =>
  sections.flatMap((section) => {
    const rows = documented.get(section);
    if (!rows) throw new Error(`the README has no attributes of "${section}"`);
    return rows;
  });

/** The tables of the README for an item. */
function sectionsOf({ pk, sk }: Item): string[] {
  if (sk === STATE) return ['every item', 'every state', ownerOf(pk).kind];
  if (sk.startsWith(COMMIT)) return ['every item', 'commit'];
  if (sk.startsWith(CAUSE)) return ['every item', 'cause'];
  if (sk.startsWith(EFFECT)) return ['every item', 'effect'];
  if (sk.startsWith(NOTICE)) return ['every item', 'notice'];
  if (sk.startsWith(COUNTED_CASE)) return ['every item', 'counted case'];
  if (sk === 'workload') return ['every item', 'workload'];
  if (pk.startsWith('figures#')) return ['every item', 'figures'];
  if (pk.startsWith('counted#')) return ['every item', 'counted event'];
  if (pk.startsWith('quota#')) return ['every item', 'quota'];
  if (pk.startsWith('drafts-of#')) return ['every item', 'draft'];
  if (pk.startsWith('accesses#')) return ['every item', 'access'];
  if (pk === 'saved-lists') return ['every item', 'saved list'];
  if (pk === 'noted-changes') return ['every item', 'noted change'];
  if (pk === 'asked-reports') return ['every item', 'asked report'];
  if (pk.startsWith('seen-by#')) return ['every item', 'seen case'];
  if (pk === 'shards') return ['every item', 'shards'];
  if (pk.startsWith('import#')) return ['every item', 'import'];
  return ['every item', sk === 'retiming' ? 'retiming' : 'settings'];
}

/**
 * The paths of items by the tables that must list them. A patch is documented by the state that it changes.
 */
function pathsBySections(items: readonly Item[]): ReadonlyMap<string, ReadonlySet<string>> {
  const paths = new Map<string, Set<string>>();
  const note = (sections: string, path: string) =>
    paths.set(sections, (paths.get(sections) ?? new Set()).add(path));
  for (const item of items) {
    const sections = sectionsOf(item).join();
    for (const path of pathsOf(item)) {
      if (path.startsWith('patch.')) note(ownerOf(item.pk).kind, path.slice('patch.'.length));
      else note(sections, path);
    }
  }
  return paths;
}

/** Attributes that no table of the README lists. A null in a patch means the whole attribute. */
const undocumented = (items: readonly Item[]): string[] =>
  [...pathsBySections(items)].flatMap(([sections, paths]) => {
    const rows = rowsOf(...sections.split(','));
    return [...paths]
      .filter((path) => !rows.some((row) => covers(row.path, path) || row.path.startsWith(`${path}.`)))
      .map((path) => `${sections}: ${path}`);
  });

/** All rows of the items table, with the attributes that have separate columns. */
async function itemsOfOneLife(): Promise<Item[]> {
  const database = openDatabase(':memory:');
  const store = new SqliteStore(database);
  await liveCase(store, store, (_, work) => work());
  const rows = database.sql.prepare('SELECT * FROM items ORDER BY pk, sk').all();
  database.close();
  return rows.map(({ body, ...own }) => ({
    ...Object.fromEntries(Object.entries(own).filter(([, value]) => value !== null)),
    ...JSON.parse(String(body)),
  }));
}

const kinds = Object.keys(states) as Kind[];
const NOW = Date.UTC(2026, 0, 4);
const effect = { id: 'e', at: NOW, what: 'mail', to: 'a@example.com', token: 't', providerId: 'p' };

/** Items of all other stored kinds, with all possible attributes. */
const everyItem = (): Item[] => [
  ...kinds.flatMap((kind) =>
    fc
      .sample<Aggregate>(states[kind], { numRuns: 200, seed: 20_260_104 })
      .map((state) => stateItem(kind, { ...state, causes: ['cause'] }, 3)),
  ),
  commitItem(
    aCommit({ causationId: 'led', correlationId: 'began', patch: { subject: 's', assignee: null } }),
  ),
  effectItem('digest', 'supervisor', effect),
  accessItem({ at: NOW, user: 'huda', kind: 'file', path: '/people/b-1' }, 'id'),
  shardsItem('due', 8),
  importItem('1', { startedAt: NOW, finishedAt: NOW }),
  { ...commitItem(aCommit()), [IMPORTED]: true },
  quotaItem(
    { name: 'acknowledgements to b', allowed: 1, withinMs: 1 },
    { version: 1, places: [{ slot: 'x', at: NOW }] },
  ),
  causeItem('call', '1', 'cause', { commit: 1, recordedAt: NOW }),
  commitItem(aCommit({ kind: 'digest', patch: {} })),
  ...fc
    .sample(aNotice, { numRuns: 100, seed: 20_260_104 })
    .map((notice) => noticeItem('supervisor', { notice, effect })),
  effectItem('case', '1', { ...effect, withheld: 'suppressed' }),
  effectItem('case', '1', { ...effect, waits: waitAfter(undefined, { reason: 'unconfirmed' }, NOW) }),
  figuresItem({ day: '2026-01-04', shard: 0, version: 1, counts: { 'opened|mail|report': 1 } }),
  countedItem({
    ...{ id: 'event', recordedAt: NOW, at: NOW, day: '2026-01-04', subject: '1' },
    counters: { 'opened|mail|report': 1 },
  }),
  draftItem({ place: '/cases/1', user: 'huda' }, 'e', { form: 'reply', fields: { text: 'words' }, at: NOW }),
  endedItem({ place: '/cases/1', user: 'huda' }, 'e', 'reply', NOW),
  savedListItem({ name: 'n', team: 'all', query: 'q=1', by: 'huda', at: NOW }),
  changeItem({
    ...{ id: 'c', day: '2026-11-01', name: { ar: 'حملة', en: 'Campaign' }, kind: 'campaign' },
    ...{ department: 'roads', by: 'huda', at: NOW, withdrawn: { by: 'huda', at: NOW } },
  }),
  askedItem({
    ...{ id: 'r', from: '2026-11-01', to: '2026-11-07', compare: 'before', by: 'huda', at: NOW },
    ...{ recipients: ['leader@rida.example'], sentAt: NOW },
  }),
  seenItem('huda', '1', NOW),
  workloadItem('huda', 3),
  countedCaseItem('huda', { id: '1', at: NOW }),
  settingsItem({
    ...{ version: 1, document: {}, by: 'huda', at: NOW, note: 'why' },
    effect: { moved: 1, looked: 2 },
    formerStaff: { salem: { ar: 'سالم', en: 'Salem' } },
    formerNames: { 'services/permit': { ar: 'رخصة', en: 'Permit' } },
  }),
  retimingItem({ version: 2, place: { from: 1, shard: 0, cursor: 'c' } }),
];

describe('the items of one case, from the mail that opened it to its closing', () => {
  let items: readonly Item[] = [];
  beforeAll(async () => {
    items = await itemsOfOneLife();
    console.info(items.map((item) => JSON.stringify(item, undefined, 1)).join('\n'));
  }, 60_000);

  test('are a state, its commits and the mails that were sent', () => {
    const kindsOfItem = new Set(items.map(({ sk }) => sk.replace(/#.*$/u, '')));
    expect(kindsOfItem).toEqual(new Set(['state', 'commit', 'effect']));
  });

  test('have attributes of whole words, each with meaning and unit in the README', () => {
    expect(undocumented(items)).toEqual([]);
    const names = items.flatMap((item) => pathsOf(item)).flatMap((path) => path.match(/[^.[\]]+/gu) ?? []);
    for (const name of new Set(names)) expect(name).toMatch(/^[a-zA-Z]{2,}$/u);
  });

  test('hold plain words, numbers and ISO instants alone', () => {
    const values = items.flatMap((item) => Object.entries(item).flatMap(([, value]) => leaves(value)));
    for (const value of values) {
      expect(['string', 'number', 'boolean'].includes(typeof value) || value === null).toBe(true);
      // A numeric instant would have 13 digits that a person cannot read.
      if (typeof value === 'number') expect(value).toBeLessThan(1e9);
      if (typeof value === 'string') expect(value).not.toMatch(/\p{Cc}(?<!\n)/u);
    }
  });
});

function leaves(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return [value];
  return Object.values(value).flatMap(leaves);
}

describe('the tables of attributes in the README', () => {
  const items = everyItem();

  test('name every attribute of every kind of item', () => {
    expect(undocumented(items)).toEqual([]);
  });

  test('name no attribute that never occurs', () => {
    const paths = new Map<string, string[]>();
    for (const [sections, found] of pathsBySections(items)) {
      for (const section of sections.split(','))
        paths.set(section, [...(paths.get(section) ?? []), ...found]);
    }
    const vain = [...documented].flatMap(([section, rows]) =>
      rows
        .filter(({ path }) => !path.startsWith('patch.'))
        .filter((row) => !paths.get(section)?.some((path) => covers(row.path, path)))
        .map(({ path }) => `${section}: ${path}`),
    );
    expect(vain).toEqual([]);
  });

  test('name the attributes of every index', () => {
    const names = rowsOf('every state').map(({ path }) => path);
    for (const { partition, sort } of indexSchemas)
      expect(names).toEqual(expect.arrayContaining([partition, sort]));
  });
});
