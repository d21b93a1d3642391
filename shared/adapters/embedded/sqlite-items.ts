import type { SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite';
import type { Item, Key } from '#shared/adapters/table/item.ts';
import type { IndexPosition, Stretch } from '#shared/adapters/table/places.ts';
import { EXPIRY, indexSchemas, tableSchema } from '#shared/adapters/table/schema.ts';
import { SECOND } from '#shared/domain/time/instant.ts';
import { StoreError } from '#shared/ports/store-error.ts';
import type { Database } from './sqlite-database.ts';
import { SqliteWork } from './sqlite-work.ts';

const indexColumns = indexSchemas.flatMap(({ partition, sort }) => [partition, sort]);
const ownColumns = ['pk', 'sk', ...indexColumns, EXPIRY];
const columns = [...ownColumns, 'body'];
const places = columns.map(() => '?').join(', ');

const DEFINITION = [
  `CREATE TABLE IF NOT EXISTS items (
     pk TEXT NOT NULL, sk TEXT NOT NULL, ${indexColumns.map((name) => `${name} TEXT`).join(', ')},
     ${EXPIRY} INTEGER, body TEXT NOT NULL, PRIMARY KEY (pk, sk)
   ) WITHOUT ROWID`,
  ...indexSchemas.map(
    ({ name, partition, sort }) =>
      `CREATE INDEX IF NOT EXISTS "${name}" ON items (${partition}, ${sort}, pk) WHERE ${partition} IS NOT NULL`,
  ),
  `CREATE INDEX IF NOT EXISTS "by-expiry" ON items (${EXPIRY}) WHERE ${EXPIRY} IS NOT NULL`,
].join(';');

/** SQLite reads a negative LIMIT as no limit. */
const NO_LIMIT = -1;
/** Sorts after every text with the prefix before it. */
const LAST = '\u{10FFFF}';

/** JSON leaves out what is undefined. */
const WITHOUT_OWN_COLUMNS = Object.fromEntries(ownColumns.map((name) => [name, undefined]));

/** Return the attributes without an own column, as JSON. */
const toBody = (item: Item): string => JSON.stringify({ ...item, ...WITHOUT_OWN_COLUMNS });

/** Convert a row to an item, without its index attributes. */
export function itemOfRow(row: Readonly<Record<string, SQLOutputValue>>): Item {
  const pk = String(row.pk);
  const sk = String(row.sk);
  try {
    return { ...(JSON.parse(String(row.body)) as object), pk, sk };
  } catch (cause) {
    throw new StoreError('damaged', `item ${pk} ${sk}: its body is not JSON`, { cause });
  }
}

/**
 * Convert a row of all columns to the whole item, with its index attributes.
 * @internal exported for tests
 */
export function wholeItemOfRow(row: Readonly<Record<string, SQLOutputValue>>): Item {
  const own = ownColumns.filter((name) => row[name] !== null).map((name) => [name, row[name]]);
  return { ...itemOfRow(row), ...Object.fromEntries(own) };
}

/** Iterate over every item of the table in the order of their keys, as they are in one moment. */
export async function* wholeTable({ sql }: Database): AsyncGenerator<Item> {
  for (const row of sql.prepare('SELECT * FROM items ORDER BY pk, sk').iterate()) yield wholeItemOfRow(row);
}

/** The items of the table as rows, with the same indexes. Synchronous, as SQLite is. */
export class SqliteItems {
  /** The list of work, which changes with the states. */
  readonly work: SqliteWork;
  readonly #database: Database;
  readonly #get: StatementSync;
  readonly #many: StatementSync;
  readonly #has: StatementSync;
  readonly #version: StatementSync;
  readonly #range: StatementSync;
  readonly #last: StatementSync;
  readonly #partitions: StatementSync;
  readonly #insert: StatementSync;
  readonly #replace: StatementSync;
  readonly #remove: StatementSync;
  readonly #removeExpired: StatementSync;
  readonly #positions = new Map<string, StatementSync>();

  constructor(database: Database) {
    this.#database = database;
    const { sql } = database;
    database.read(() => sql.exec(DEFINITION));
    this.work = new SqliteWork(database);
    this.#get = sql.prepare('SELECT pk, sk, body FROM items WHERE pk = ? AND sk = ?');
    this.#many = sql.prepare(
      `SELECT items.pk, items.sk, body FROM json_each(?) AS key
       JOIN items ON items.pk = key.value ->> 0 AND items.sk = key.value ->> 1`,
    );
    this.#has = sql.prepare('SELECT 1 FROM items WHERE pk = ? AND sk = ?');
    this.#version = sql.prepare("SELECT body ->> '$.version' AS version FROM items WHERE pk = ? AND sk = ?");
    this.#range = sql.prepare(
      'SELECT pk, sk, body FROM items WHERE pk = ? AND sk BETWEEN ? AND ? ORDER BY sk LIMIT ?',
    );
    this.#last = sql.prepare(
      'SELECT pk, sk, body FROM items WHERE pk = ? AND sk BETWEEN ? AND ? ORDER BY sk DESC LIMIT ?',
    );
    this.#partitions = sql.prepare('SELECT pk, sk, body FROM items WHERE pk BETWEEN ? AND ? ORDER BY pk, sk');
    this.#insert = sql.prepare(`INSERT INTO items (${columns}) VALUES (${places}) ON CONFLICT DO NOTHING`);
    this.#remove = sql.prepare('DELETE FROM items WHERE pk = ? AND sk = ?');
    this.#removeExpired = sql.prepare(
      `DELETE FROM items WHERE (pk, sk) IN
         (SELECT pk, sk FROM items WHERE ${EXPIRY} <= ? ORDER BY ${EXPIRY} LIMIT ?)`,
    );
    this.#replace = sql.prepare(`INSERT OR REPLACE INTO items (${columns}) VALUES (${places})`);
  }

  get({ pk, sk }: Key): Item | undefined {
    const row = this.#database.read(() => this.#get.get(pk, sk));
    return row && itemOfRow(row);
  }

  /** Return the body of an item as it is stored. */
  body({ pk, sk }: Key): string | undefined {
    const row = this.#database.read(() => this.#get.get(pk, sk));
    return row && String(row.body);
  }

  /** Return the items of keys in one statement. A missing one is left out. */
  getMany(keys: readonly Key[]): Item[] {
    if (keys.length === 0) return [];
    const asked = JSON.stringify(keys.map(({ pk, sk }) => [pk, sk]));
    return this.#database.read(() => this.#many.all(asked)).map(itemOfRow);
  }

  has({ pk, sk }: Key): boolean {
    return this.#database.read(() => this.#has.get(pk, sk)) !== undefined;
  }

  /** Return the version of a state without decoding it, or undefined when there is none. */
  version({ pk, sk }: Key): number | undefined {
    const row = this.#database.read(() => this.#version.get(pk, sk));
    return row && Number(row.version);
  }

  /** Return the items of a partition between two sort keys, both inclusive. */
  range(pk: string, from: string, to: string, limit = NO_LIMIT): Item[] {
    return this.#database.read(() => this.#range.all(pk, from, to, limit)).map(itemOfRow);
  }

  /** Return the last items of a partition between two sort keys, both inclusive, the last one first. */
  last(pk: string, from: string, to: string, limit: number): Item[] {
    return this.#database.read(() => this.#last.all(pk, from, to, limit)).map(itemOfRow);
  }

  /** Return the keys and bodies of the items of the partitions between two partition keys, both inclusive. */
  bodies(from: string, to: string): { readonly pk: string; readonly sk: string; readonly body: string }[] {
    return this.#database
      .read(() => this.#partitions.all(from, to))
      .map(({ pk, sk, body }) => ({ pk: String(pk), sk: String(sk), body: String(body) }));
  }

  /** Return all items of the partitions between two partition keys, both inclusive. */
  partitions(from: string, to: string): Item[] {
    return this.#database.read(() => this.#partitions.all(from, to)).map(itemOfRow);
  }

  /** Return the items of a partition whose sort keys begin with a prefix. */
  startingWith(pk: string, prefix: string, limit = NO_LIMIT): Item[] {
    return this.range(pk, prefix, prefix + LAST, limit);
  }

  /** Store an item unless its key exists. Return true when it was stored. Call it inside a write. */
  insert(item: Item): boolean {
    return this.#insert.run(...values(item)).changes === 1;
  }

  /** Store an item and replace an existing one. Call it inside a write. */
  replace(item: Item): void {
    this.#replace.run(...values(item));
    this.work.keep(item);
  }

  /** Remove an item if it exists. Call it inside a write. */
  remove({ pk, sk }: Key): void {
    this.#remove.run(pk, sk);
  }

  /** Remove items whose time to live is over, up to a limit. Return their number. Call it inside a write. */
  removeExpired(now: number, limit: number): number {
    return Number(this.#removeExpired.run(Math.floor(now / SECOND), limit).changes);
  }

  positions({ index, partition, order, above, below, limit }: Stretch): IndexPosition[] {
    const keys = tableSchema.indexes[index];
    const statement = [
      `SELECT pk, ${keys.sort} AS sort FROM items WHERE ${keys.partition} = ?`,
      above === undefined ? '' : `AND ${keys.sort} > ?`,
      below === undefined ? '' : `AND ${keys.sort} < ?`,
      `ORDER BY ${keys.sort} ${order === 'ascending' ? 'ASC' : 'DESC'} LIMIT ?`,
    ].join(' ');
    const given = [partition, above, below].filter((value) => value !== undefined);
    return this.#database
      .read(() => this.#prepared(statement).all(...given, limit))
      .map(({ pk, sort }) => ({ pk: String(pk), sort: String(sort) }));
  }

  #prepared(text: string): StatementSync {
    const statement = this.#positions.get(text) ?? this.#database.sql.prepare(text);
    this.#positions.set(text, statement);
    return statement;
  }
}

function values(item: Item): SQLInputValue[] {
  const own = ownColumns.map((name) => {
    const value = item[name];
    return typeof value === 'string' || typeof value === 'number' ? value : null;
  });
  return [...own, toBody(item)];
}
