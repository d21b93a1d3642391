import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { letterOf } from '#infra/local/example/letter.ts';
import { personAt } from '#infra/local/example/people.ts';
import { type Random, random } from '#infra/local/example/random.ts';
import { openDatabaseToFill } from '#shared/adapters/embedded/filled-database.ts';
import { openDatabase } from '#shared/adapters/embedded/sqlite-database.ts';
import { SqliteSearchIndex } from '#shared/adapters/embedded/sqlite-search-index.ts';
import type { SearchEntry } from '#shared/domain/search/search-entry.ts';
import { searchQueries } from '#shared/domain/search/search-query.ts';
import { foldForSearch, joinedWord, searchWords } from '#shared/domain/search/search-words.ts';
import { type CorpusCase, corpus, searches } from '#test/contract/search/corpus.ts';

const MESSAGES = 100_000;
const ROUNDS = 20;
/** The instant of the first letter, and the milliseconds between two: a year in all. */
const [FIRST, APART] = [1_735_000_000_000, 315_360] as const;

/** The values of a case by which it is found. */
interface Writer {
  readonly name: string;
  readonly email?: string;
  readonly phone?: string;
}

/** Return the entry of a case of one mail. */
function entryOf(
  caseRef: string,
  openedAt: number,
  { name, email, phone }: Writer,
  subject: string,
): SearchEntry {
  const digits = phone?.replace('+966', '');
  return {
    ...{ caseRef, version: 1, openedAt },
    facets: {
      ...{ state: openedAt % 9 === 0 ? 'active' : 'closed', type: 'report', department: 'care' },
      ...{ category: 'other', channel: 'mail' },
    },
    numbers: [
      joinedWord(foldForSearch(caseRef)),
      ...(email === undefined ? [] : [joinedWord(foldForSearch(email))]),
      ...(digits === undefined ? [] : [digits, `0${digits}`, `966${digits}`]),
    ],
    names: searchWords(name),
    subject: searchWords(subject),
  };
}

/** Return a letter of the example of a year: one of 60,000 people about one of its matters. */
function message(n: number, draw: Random): { entry: SearchEntry; words: readonly string[] } {
  const person = personAt('year', draw.int(0, 60_000));
  const { subject, text } = letterOf(person, draw);
  return {
    entry: entryOf(`case-${n}`, FIRST + n * APART, person, subject),
    words: searchWords(`${subject} ${text} ${person.email}`),
  };
}

/** The cases on which searches are tried, among the others of the year. */
const tried = Object.entries<CorpusCase>(corpus).map(([key, one], at, all) => {
  const { subject, text, note = '', outcome = '', name, email = '' } = one;
  const openedAt = FIRST + Math.floor(((at + 1) * MESSAGES) / (all.length + 1)) * APART + 1;
  return {
    entry: entryOf(key, openedAt, one, subject),
    words: searchWords([subject, text, note, outcome, name, email].join(' ')),
  };
});

/** Search as people do, each text once. Returns how many find the expected case first, and the times. */
async function trySearches(search: SqliteSearchIndex): Promise<Record<string, number | string>> {
  const times: number[] = [];
  let first = 0;
  for (const [typed, expected] of searches) {
    const started = process.cpuUsage();
    const found: string[] = [];
    for (const query of searchQueries(typed))
      if (found.length === 0)
        found.push(...(await search.find({ query })).hits.map(({ caseRef }) => caseRef));
    const { user, system } = process.cpuUsage(started);
    times.push((user + system) / 1e3);
    if (found[0] === expected) first += 1;
  }
  times.sort((a, b) => a - b);
  return {
    'searches of the contract': searches.length,
    'with their case first among all letters of the year': first,
    'ms of the middle one': (times[times.length >> 1] ?? 0).toFixed(1),
    'ms of the slowest': (times.at(-1) ?? 0).toFixed(1),
  };
}

const QUERIES = [
  'إنارة التحلية',
  'السلام عليكم',
  'القحطاني',
  'نورة الشهري',
  '0500791900',
  '77123',
  'حفر',
  'case-500',
  'ال',
  'نو',
  'لا شيء',
];

/** Index the 100,000 letters of the example of a year on one computer, and search them. */
export async function run(): Promise<Record<string, number | string>> {
  const folder = mkdtempSync(join(tmpdir(), 'rida-search-'));
  try {
    const path = join(folder, 'rida.db');
    const filled = openDatabaseToFill(path);
    const index = new SqliteSearchIndex(filled);
    const before = process.cpuUsage();
    const draw = random('year');
    for (let n = 0; n < MESSAGES; n += 1) {
      const { entry, words } = message(n, draw);
      await index.write(entry, words);
    }
    for (const { entry, words } of tried) await index.write(entry, words);
    const { user, system } = process.cpuUsage(before);
    filled.close();
    const database = openDatabase(path);
    const search = new SqliteSearchIndex(database);
    const times: Record<string, number | string> = {
      'messages indexed': MESSAGES,
      'processor seconds of indexing': ((user + system) / 1e6).toFixed(1),
      megabytes: (statSync(path).size / 1e6).toFixed(1),
    };
    for (const typed of QUERIES) {
      const [query = { terms: [] }] = searchQueries(typed);
      const { hits } = await search.find({ query });
      const started = process.cpuUsage();
      for (let round = 0; round < ROUNDS; round += 1) await search.find({ query });
      const used = process.cpuUsage(started);
      times[`ms: ${typed} (${hits.length})`] = ((used.user + used.system) / 1e3 / ROUNDS).toFixed(2);
    }
    Object.assign(times, await trySearches(search));
    database.close();
    return times;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
