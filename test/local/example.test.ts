import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LocalCentre } from '#infra/local/centre.ts';
import { buildExample } from '#infra/local/example/build-example.ts';
import type { ExampleOptions } from '#infra/local/example/example-options.ts';
import { missingIn, type Summary } from '#infra/local/example/tally.ts';
import { type Case, isActive } from '#shared/domain/cases/case.ts';
import { searchQueries } from '#shared/domain/search/search-query.ts';
import { HOUR } from '#shared/domain/time/instant.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';
import { aCentre } from './support.ts';

/** The key of the examples that are compared with each other. */
const KEY = Buffer.alloc(32, 'example');
const UNTIL = WORKING_MORNING + 6 * HOUR;
const SMALL = { cases: 60, days: 1, staff: 20, until: UNTIL };

const root = mkdtempSync(join(tmpdir(), 'rida-example-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const summaries = new Map<string, Summary>();

async function built(name: string, over: Partial<ExampleOptions> = {}): Promise<string> {
  const data = join(root, name);
  summaries.set(name, await buildExample({ ...SMALL, data, key: KEY, ...over }));
  return data;
}

const rowsOf = (data: string, query: string): Record<string, unknown>[] => {
  const database = new DatabaseSync(join(data, 'rida.db'), { readOnly: true });
  try {
    return database.prepare(query).all();
  } finally {
    database.close();
  }
};

const ITEMS = 'SELECT * FROM items ORDER BY pk, sk';
const MESSAGES = 'SELECT key, CAST(bytes AS TEXT) AS text FROM blobs ORDER BY key';

const CASES = "SELECT substr(pk, 6) AS id FROM items WHERE pk LIKE 'case#%' AND sk = 'state'";

/** Return every case, also merged and erased ones, which are in no list. */
async function everyCase({ store }: LocalCentre): Promise<Case[]> {
  const loaded = await Promise.all(rowsOf(small, CASES).map(({ id }) => store.load('case', String(id))));
  return loaded.filter((one) => one !== undefined);
}

/** Compare long lists without printing all of their lines. */
const differences = (a: readonly object[], b: readonly object[]): string[] => {
  const inOther = new Set(b.map((one) => JSON.stringify(one)));
  const more = a.map((one) => JSON.stringify(one)).filter((one) => !inOther.has(one));
  return a.length === b.length ? more.slice(0, 2) : [`${a.length} and ${b.length}`, ...more.slice(0, 2)];
};

let small = '';
beforeAll(async () => {
  small = await built('small');
});

test('the same seed and end give the same items and messages; another seed gives others', async () => {
  const again = await built('again');
  const other = await built('other', { seed: 'another' });
  expect(differences(rowsOf(again, ITEMS), rowsOf(small, ITEMS))).toEqual([]);
  expect(differences(rowsOf(again, MESSAGES), rowsOf(small, MESSAGES))).toEqual([]);
  expect(differences(rowsOf(other, ITEMS), rowsOf(small, ITEMS))).not.toEqual([]);
});

test('items held and written together are the items that a centre writes one by one', async () => {
  const plain = await built('plain', { writesAtOnce: true });
  expect(differences(rowsOf(small, ITEMS), rowsOf(plain, ITEMS))).toEqual([]);
  expect(differences(rowsOf(small, MESSAGES), rowsOf(plain, MESSAGES))).toEqual([]);
  expect(rowsOf(small, ITEMS).length).toBeGreaterThan(1000);
});

test('an example draws a key of its own, unless a test passes one', async () => {
  const keys = [];
  for (const name of ['drawn', 'drawn again']) {
    const data = join(root, name);
    await buildExample({ ...SMALL, cases: 1, data }).catch(() => {});
    keys.push(readFileSync(join(data, 'key')));
  }
  expect(keys.map((key) => key.length)).toEqual([32, 32]);
  expect(keys[0]).not.toEqual(keys[1]);
  expect(readFileSync(join(small, 'key'))).toEqual(KEY);
});

test('a day has what a lived-in centre has', async () => {
  const centre = await aCentre({ data: small, below: { now: () => UNTIL } });
  const cases = await everyCase(centre);
  const seen = (has: (one: Case) => unknown): number => cases.filter(has).length;
  expect(cases.length).toBeGreaterThanOrEqual(SMALL.cases);
  const counts = {
    'by mail': seen(({ channel }) => channel === 'mail'),
    'by telephone': seen(({ channel }) => channel === 'phone'),
    english: seen(({ language }) => language === 'en'),
    open: seen(({ status }) => status === 'open' || status === 'new'),
    resolved: seen(({ status }) => status === 'resolved'),
    assigned: seen(({ assignee }) => assignee),
    'set aside': seen(({ quarantine }) => quarantine === 'spam-verdict'),
    merged: seen(({ merged }) => merged),
    split: seen(({ links }) => links?.some(({ as }) => as === 'split-into')),
    reopened: seen(({ facts }) => facts.some(({ type }) => type === 'reopened')),
    erased: seen(({ erased }) => erased),
    'with a district': seen(({ place }) => place?.district),
    'with a position': seen(({ place }) => place?.position),
    'by telephone with a district': seen(({ channel, place }) => channel === 'phone' && place?.district),
    'with a service': seen(({ service, serviceGuessed }) => service && serviceGuessed),
  };
  expect(Object.entries(counts).filter(([, count]) => count === 0)).toEqual([]);
  const longest = Math.max(...cases.map(({ version }) => version));
  expect(longest).toBeGreaterThan(64);
  expect(new Set(cases.map(({ department }) => department)).size).toBe(7);
  const sizes = Object.values(Object.groupBy(cases, ({ department }) => department)).map(
    (of) => of?.length ?? 0,
  );
  expect(Math.max(...sizes)).toBeGreaterThan(2 * Math.min(...sizes));
});

test('a day has calls, lists of calls, call backs, digests, absences, people who left and changed settings', async () => {
  const centre = await aCentre({ data: small, below: { now: () => UNTIL } });
  const { store, settings, rules } = centre;
  const calls = await store.calls({ from: 0, until: UNTIL }, { limit: 1000 });
  expect(calls.items.length).toBeGreaterThan(10);
  expect(new Set(calls.items.flatMap(({ marks = [] }) => marks))).toEqual(new Set(['abandoned', 'callback']));
  const evaluations = await store.callsOut('evaluation', 'finished', { limit: 100 });
  expect(evaluations.items.length).toBeGreaterThan(10);
  const followUps = [
    ...(await store.callsOut('follow-up', 'finished', { limit: 10 })).items,
    ...(await store.callsOut('follow-up', 'live', { limit: 10 })).items,
  ];
  expect(followUps.length).toBeGreaterThan(0);
  expect((await settings.read())?.version).toBeGreaterThanOrEqual(4);
  const inForce = await rules.current();
  const members = rowsOf(small, "SELECT pk, body FROM items WHERE pk LIKE 'staff#%' AND sk = 'state'");
  const users = members.map(({ pk }) => String(pk).slice('staff#'.length));
  expect(users.some((user) => !inForce.staff.has(user))).toBe(true);
  expect(
    members.some(
      ({ pk, body }) => inForce.staff.has(String(pk).slice(6)) && String(body).includes('"begun":true'),
    ),
  ).toBe(true);
  expect(
    rowsOf(small, "SELECT 1 FROM items WHERE pk LIKE 'digest#%' AND sk LIKE 'effect#%'").length,
  ).toBeGreaterThan(0);
  expect(rowsOf(small, 'SELECT 1 FROM sent_mails').length).toBeGreaterThan(20);
  expect(rowsOf(small, "SELECT 1 FROM items WHERE pk LIKE 'figures#%'").length).toBeGreaterThan(0);
});

test('its cases are found as people paste them', async () => {
  const centre = await aCentre({ data: small, below: { now: () => UNTIL } });
  const cases = (await everyCase(centre)).filter(({ erased, beneficiary }) => !erased && beneficiary.phone);
  const arabic = (text: string): string =>
    text.replace(/\d/gu, (digit) => '٠١٢٣٤٥٦٧٨٩'.charAt(Number(digit)));
  const missed: string[] = [];
  for (const { id, subject, beneficiary } of cases.slice(0, 12)) {
    const { name = '', email = '', phone = '' } = beneficiary;
    const local = `0${phone.slice('+966'.length)}`;
    const pasted = [
      ...[
        `[Rida ${id}] Re: ${subject}`,
        `Re: [رضا ${id}]`,
        `#${id}`,
        id.toLowerCase(),
        id.replaceAll('-', ' '),
      ],
      ...[phone, arabic(phone), local, arabic(local), `00${phone.slice(1)}`],
      ...[
        `${local.slice(0, 3)} ${local.slice(3, 6)} ${local.slice(6)}`,
        `\u202a${phone}\u202c`,
        `tel:${phone}`,
      ],
      ...(email === ''
        ? []
        : [`${name} <${email}>`, `"${name}" <${email.toUpperCase()}>`, `mailto:${email}`]),
      ...(name === '' ? [] : [`«${name}» ${local}`]),
    ];
    for (const typed of pasted) {
      const found: string[] = [];
      for (const query of searchQueries(typed)) {
        if (found.length > 0) break;
        const { hits } = await centre.search.find({ query, order: 'relevance' });
        found.push(...hits.map(({ caseRef }) => caseRef));
      }
      if (!found.includes(id)) missed.push(`${typed} for ${id}`);
    }
  }
  expect(missed).toEqual([]);
});

test('the summary counts what is there, so that a whole year is checked while it is built', async () => {
  const summary = summaries.get('small') ?? {};
  const centre = await aCentre({ data: small, below: { now: () => UNTIL } });
  const cases = await everyCase(centre);
  const count = (has: (one: Case) => unknown): number => cases.filter(has).length;
  expect(summary).toMatchObject({
    cases: cases.length,
    'merged cases': count(({ merged }) => merged),
    'erased cases': count(({ erased }) => erased),
    'long cases': count(({ version }) => version > 64),
    'mails set aside': count(({ quarantine }) => quarantine),
    'open cases': count(({ status, erased }) => isActive(status) && !erased),
    'versions of the settings': (await centre.settings.read())?.version,
  });
  for (const [department, of] of Object.entries(Object.groupBy(cases, ({ department: id }) => id)))
    expect(summary[`cases of ${department}`]).toBeGreaterThanOrEqual((of?.length ?? 0) - 5);
  expect(missingIn(summary)).toEqual([]);
  expect(missingIn({ ...summary, digests: 0, splits: 0 })).toEqual(['digests', 'splits']);
});

test('the texts are varied', () => {
  const texts = rowsOf(small, MESSAGES).map(
    ({ text }) => JSON.parse(String(text)) as { direction: string; text: string },
  );
  const received = texts.filter(({ direction }) => direction === 'in').map(({ text }) => text);
  const openings = received.filter((text) => text.includes('\n\n'));
  // A message that was split off is in both cases.
  expect(new Set(openings).size).toBeGreaterThanOrEqual(openings.length - 1);
  expect(texts.every(({ text }) => !text.includes('{'))).toBe(true);
});

test('a centre continues from its example, and no message fails', async () => {
  const centre = await aCentre({ data: small, below: { now: () => UNTIL } });
  await centre.settle();
  await centre.advance(HOUR);
  expect(centre.bus.queueDepths().filter(({ dead }) => dead > 0)).toEqual([]);
});

test('200 people share the work in the larger staff', async () => {
  const data = await built('staff', { staff: 200, cases: 30 });
  const centre = await aCentre({ data, below: { now: () => UNTIL } });
  expect((await centre.rules.current()).staff.size).toBe(198);
});
