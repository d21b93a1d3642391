import type { SQLInputValue, StatementSync } from 'node:sqlite';
import type { Item, Key } from '#shared/adapters/table/item.ts';
import type { Position, Stretch } from '#shared/adapters/table/places.ts';
import { indexSchemas, tableSchema } from '#shared/adapters/table/schema.ts';
import { fromBody, toBody } from './sqlite-body.ts';
import type { Database } from './sqlite-database.ts';

const indexColumns = indexSchemas.flatMap(({ partition, sort }) => [partition, sort]);
const columns = ['pk', 'sk', ...indexColumns, 'body'];
const places = columns.map(() => '?').join(', ');

const DEFINITION = [
  `CREATE TABLE IF NOT EXISTS items (
     pk TEXT NOT NULL, sk TEXT NOT NULL, ${indexColumns.map((name) => `${name} TEXT`).join(', ')},
     body TEXT NOT NULL, PRIMARY KEY (pk, sk)
   ) WITHOUT ROWID`,
  ...indexSchemas.map(
    ({ name, partition, sort }) =>
      `CREATE INDEX IF NOT EXISTS "${name}" ON items (${partition}, ${sort}, pk) WHERE ${partition} IS NOT NULL`,
  ),
].join(';');

/** The items of the one table as rows, with the same indexes; synchronous, as SQLite is. */
export class SqliteItems {
  readonly #database: Database;
  readonly #get: StatementSync;
  readonly #range: StatementSync;
  readonly #insert: StatementSync;
  readonly #replace: StatementSync;
  readonly #positions = new Map<string, StatementSync>();

  constructor(database: Database) {
    this.#database = database;
    const { sql } = database;
    database.read(() => sql.exec(DEFINITION));
    this.#get = sql.prepare('SELECT * FROM items WHERE pk = ? AND sk = ?');
    this.#range = sql.prepare('SELECT * FROM items WHERE pk = ? AND sk BETWEEN ? AND ? ORDER BY sk');
    this.#insert = sql.prepare(`INSERT INTO items (${columns}) VALUES (${places}) ON CONFLICT DO NOTHING`);
    this.#replace = sql.prepare(`INSERT OR REPLACE INTO items (${columns}) VALUES (${places})`);
  }

  get({ pk, sk }: Key): Item | undefined {
    const row = this.#database.read(() => this.#get.get(pk, sk));
    return row && fromBody(row);
  }

  /** The items of a partition between two sort keys, both included. */
  range(pk: string, from: string, to: string): Item[] {
    return this.#database.read(() => this.#range.all(pk, from, to)).map(fromBody);
  }

  /** Stores an item unless its key is taken; whether it was stored. Inside a write. */
  insert(item: Item): boolean {
    return this.#insert.run(...this.#values(item)).changes === 1;
  }

  /** Stores an item over what is there. Inside a write. */
  replace(item: Item): void {
    this.#replace.run(...this.#values(item));
  }

  positions({ index, partition, order, above, below, limit }: Stretch): Position[] {
    const keys = tableSchema.indexes[index];
    const text = [
      `SELECT pk, ${keys.sort} AS sort FROM items WHERE ${keys.partition} = ?`,
      above === undefined ? '' : `AND ${keys.sort} > ?`,
      below === undefined ? '' : `AND ${keys.sort} < ?`,
      `ORDER BY ${keys.sort} ${order === 'ascending' ? 'ASC' : 'DESC'} LIMIT ?`,
    ].join(' ');
    const values = [partition, above, below].filter((value) => value !== undefined);
    return this.#database
      .read(() => this.#prepared(text).all(...values, limit))
      .map(({ pk, sort }) => ({ pk: String(pk), sort: String(sort) }));
  }

  #prepared(text: string): StatementSync {
    const statement = this.#positions.get(text) ?? this.#database.sql.prepare(text);
    this.#positions.set(text, statement);
    return statement;
  }

  #values(item: Item): SQLInputValue[] {
    const keys = ['pk', 'sk', ...indexColumns].map((name) => {
      const value = item[name];
      return typeof value === 'string' ? value : null;
    });
    return [...keys, toBody(item, columns)];
  }
}
