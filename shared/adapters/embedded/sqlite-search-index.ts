import type { SQLOutputValue, StatementSync } from 'node:sqlite';
import {
  findsByBeginning,
  rankHits,
  relevanceOf,
  SEARCH_FIELDS,
  type SearchField,
  type WordFinder,
} from '#shared/domain/search/relevance.ts';
import type { SearchEntry } from '#shared/domain/search/search-entry.ts';
import type { SearchQuery, SearchTerm } from '#shared/domain/search/search-query.ts';
import {
  MOST_HITS,
  type SearchAnswer,
  type SearchFilter,
  type SearchIndex,
  type SearchRequest,
} from '#shared/ports/search-index.ts';
import type { Database } from './sqlite-database.ts';

/** Version of the index. Another one in the file is removed, and the index is built again. */
const INDEX_VERSION = 1;

const COLUMNS: Readonly<Record<SearchField, string>> = {
  number: 'numbers',
  name: 'names',
  subject: 'subject',
  text: 'words',
};
const columns = SEARCH_FIELDS.map((field) => COLUMNS[field]);
const FACETS = ['state', 'type', 'department', 'category', 'channel'] as const;

/**
 * The words are folded before. So the tokenizer only splits at spaces: `ascii` takes every other letter for a part of
 * a word. `secure-delete` removes deleted words from the pages of the file at once.
 */
const DEFINITION = `
  CREATE TABLE IF NOT EXISTS search_entries (
    rowid INTEGER PRIMARY KEY, ref TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, opened_at INTEGER NOT NULL,
    ${FACETS.map((name) => `${name} TEXT NOT NULL`).join(', ')},
    ${columns.map((name) => `${name} TEXT NOT NULL`).join(', ')}
  );
  CREATE VIRTUAL TABLE IF NOT EXISTS search_words USING fts5(
    ${columns.join(', ')}, content = 'search_entries', content_rowid = 'rowid',
    tokenize = 'ascii', detail = 'column'
  );
  INSERT INTO search_words (search_words, rank) VALUES ('secure-delete', 1);`;

const DROPPED = 'DROP TABLE IF EXISTS search_words; DROP TABLE IF EXISTS search_entries;';

/** Row numbers are in the order of opening, so that FTS5 returns the newest cases first. */
const ROWS_OF_A_MILLISECOND = 1_000;
/** Number of cases whose relevance is computed for one search. */
const MOST_EXAMINED = 2 * MOST_HITS;

type Row = Readonly<Record<string, SQLOutputValue>>;

const wordsIn = (row: Row, field: SearchField): readonly string[] =>
  String(row[COLUMNS[field]])
    .split(' ')
    .filter((word) => word !== '');

const valuesOf = (row: Row): string[] => columns.map((name) => String(row[name]));

/** Write a search as an expression of FTS5. The words have letters and digits only, so that quotes are enough. */
function expressionOf({ terms }: SearchQuery, asWritten = false): string {
  const isBeginning = (word: string): boolean => !asWritten && findsByBeginning(word);
  const quoted = (word: string): string => `"${word}"${isBeginning(word) ? ' *' : ''}`;
  const together = (words: readonly string[]): string => `(${words.map(quoted).join(' AND ')})`;
  const either = (term: SearchTerm): string => `(${term.map(together).join(' OR ')})`;
  return terms.map(either).join(' AND ');
}

/** Find the words of a row that begin with a word of a search. */
const finderIn =
  (row: Row): WordFinder =>
  (beginning) =>
    SEARCH_FIELDS.flatMap((field) => {
      const text = ` ${row[COLUMNS[field]]} `;
      if (!text.includes(` ${beginning}`)) return [];
      return { field, isWhole: text.includes(` ${beginning} `) };
    });

/** The index as a table of SQLite's full-text search. */
export class SqliteSearchIndex implements SearchIndex {
  readonly #database: Database;
  readonly #get: StatementSync;
  readonly #isTaken: StatementSync;
  readonly #lastOf: StatementSync;
  readonly #insert: StatementSync;
  readonly #update: StatementSync;
  readonly #delete: StatementSync;
  readonly #index: StatementSync;
  readonly #unindex: StatementSync;
  readonly #count: StatementSync;
  readonly #find = new Map<string, StatementSync>();

  constructor(database: Database) {
    this.#database = database;
    const { sql } = database;
    database.read(() => sql.exec(DEFINITION));
    const names = ['version', ...FACETS, ...columns];
    this.#get = sql.prepare('SELECT * FROM search_entries WHERE ref = ?');
    this.#isTaken = sql.prepare('SELECT 1 FROM search_entries WHERE rowid = ?');
    this.#lastOf = sql.prepare(
      'SELECT max(rowid) AS last FROM search_entries WHERE rowid >= ? AND rowid < ?',
    );
    this.#insert = sql.prepare(
      `INSERT INTO search_entries (rowid, ref, opened_at, ${names}) VALUES (?, ?, ?, ${names.map(() => '?')})`,
    );
    this.#update = sql.prepare(
      `UPDATE search_entries SET ${names.map((name) => `${name} = ?`)} WHERE rowid = ?`,
    );
    this.#delete = sql.prepare('DELETE FROM search_entries WHERE rowid = ?');
    this.#index = sql.prepare(
      `INSERT INTO search_words (rowid, ${columns}) VALUES (?, ${columns.map(() => '?')})`,
    );
    this.#unindex = sql.prepare(
      `INSERT INTO search_words (search_words, rowid, ${columns}) VALUES ('delete', ?, ${columns.map(() => '?')})`,
    );
    this.#count = sql.prepare('SELECT count(*) AS cases FROM search_entries');
  }

  write(entry: SearchEntry, words: readonly string[]): Promise<void> {
    return this.#database.write(() => this.#store(entry, words, false));
  }

  replace(entry: SearchEntry, words: readonly string[]): Promise<void> {
    return this.#database.write(() => this.#store(entry, words, true));
  }

  async remove(caseRef: string): Promise<void> {
    await this.#database.forget(() => {
      const row = this.#get.get(caseRef);
      if (!row) return;
      this.#unindex.run(Number(row.rowid), ...valuesOf(row));
      this.#delete.run(Number(row.rowid));
    });
  }

  async find({ query, filter = {}, order = 'relevance' }: SearchRequest): Promise<SearchAnswer> {
    const expression = expressionOf(query);
    if (expression === '') return { hits: [], isPartial: false };
    // Of very many cases, examine also those whose names and subjects answer the search, and those with its very words.
    const all = this.#matching(expression, filter);
    const better = [`{numbers names subject} : (${expression})`, expressionOf(query, true)];
    const others = all.length < MOST_EXAMINED ? [] : better.flatMap((one) => this.#matching(one, filter));
    const rows = [...new Map([...others, ...all].map((row) => [row.ref, row])).values()];
    const ranked = rankHits(
      rows.map((row) => ({
        ...{ caseRef: String(row.ref), openedAt: Number(row.opened_at) },
        score: relevanceOf(query, finderIn(row)),
      })),
      order,
    );
    const isPartial = all.length === MOST_EXAMINED || ranked.length > MOST_HITS;
    return { hits: ranked.slice(0, MOST_HITS), isPartial };
  }

  /** Return the number of cases in the index. */
  size(): number {
    return Number(this.#database.read(() => this.#count.get())?.cases);
  }

  #store(entry: SearchEntry, added: readonly string[], replaces: boolean): void {
    const row = this.#get.get(entry.caseRef);
    const words = row && !replaces ? [...new Set([...wordsIn(row, 'text'), ...added])] : added;
    const isOlder = row !== undefined && Number(row.version) > entry.version;
    const texts = isOlder
      ? [...columns.slice(0, -1).map((name) => String(row[name])), words.join(' ')]
      : [entry.numbers, entry.names, entry.subject, words].map((one) => [...new Set(one)].join(' '));
    const facets = isOlder ? [] : [entry.version, ...FACETS.map((name) => entry.facets[name])];
    if (!row) {
      const rowid = this.#freeRow(entry.openedAt);
      this.#insert.run(rowid, entry.caseRef, entry.openedAt, ...facets, ...texts);
      this.#index.run(rowid, ...texts);
      return;
    }
    const rowid = Number(row.rowid);
    const before = valuesOf(row);
    const changed = before.some((text, at) => text !== texts[at]);
    if (changed) this.#unindex.run(rowid, ...before);
    const kept = [Number(row.version), ...FACETS.map((name) => String(row[name]))];
    this.#update.run(...(isOlder ? kept : facets), ...texts, rowid);
    if (changed) this.#index.run(rowid, ...texts);
  }

  /** Return the row after the last one of the same millisecond: one statement, unless all its rows are taken. */
  #freeRow(openedAt: number): number {
    const first = openedAt * ROWS_OF_A_MILLISECOND;
    const end = first + ROWS_OF_A_MILLISECOND;
    let rowid = Number(this.#lastOf.get(first, end)?.last ?? first - 1) + 1;
    while (rowid >= end && this.#isTaken.get(rowid)) rowid += 1;
    return rowid;
  }

  #matching(expression: string, { from, until, ...facets }: SearchFilter): Row[] {
    const wanted = FACETS.filter((name) => facets[name] !== undefined);
    const text = [
      'SELECT entry.* FROM search_words JOIN search_entries AS entry ON entry.rowid = search_words.rowid',
      'WHERE search_words MATCH ?',
      ...wanted.map((name) => `AND entry.${name} = ?`),
      from === undefined ? '' : 'AND search_words.rowid >= ?',
      until === undefined ? '' : 'AND search_words.rowid < ?',
      'ORDER BY search_words.rowid DESC LIMIT ?',
    ].join(' ');
    const statement = this.#find.get(text) ?? this.#database.sql.prepare(text);
    this.#find.set(text, statement);
    const bounds = [from, until].filter((one) => one !== undefined).map((one) => one * ROWS_OF_A_MILLISECOND);
    const values = [expression, ...wanted.map((name) => String(facets[name])), ...bounds, MOST_EXAMINED];
    return this.#database.read(() => statement.all(...values));
  }
}

/** Remove an index of another version from the file. Return whether the index must be built. */
export function dropOtherIndex(database: Database): boolean {
  const { sql } = database;
  return database.read(() => {
    sql.exec('CREATE TABLE IF NOT EXISTS search_version (version INTEGER NOT NULL)');
    const version = sql.prepare('SELECT version FROM search_version').get()?.version;
    if (version === INDEX_VERSION) return false;
    sql.exec(`${DROPPED} DELETE FROM search_version`);
    return true;
  });
}

/** Record that the index of the file is complete. */
export const markIndexBuilt = (database: Database): Promise<void> =>
  database.write(() => {
    database.sql.exec(`DELETE FROM search_version; INSERT INTO search_version VALUES (${INDEX_VERSION})`);
  });
