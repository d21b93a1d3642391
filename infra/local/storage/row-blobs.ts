import type { Database } from '#shared/adapters/embedded/sqlite-database.ts';
import type { BlobStore } from '#shared/ports/outside.ts';

export interface RowBlobs extends BlobStore {
  /** Return the size of a blob in bytes without reading it. */
  size(key: string): number | undefined;
}

/**
 * Blobs as rows of the database. They are synced to disk with the next shared commit, instead of one file and
 * two folders each. After `put` resolves, the blob survives a power failure.
 */
export function rowBlobs(database: Database): RowBlobs {
  const { sql } = database;
  database.read(() =>
    sql.exec(
      'CREATE TABLE IF NOT EXISTS blobs (key TEXT PRIMARY KEY, type TEXT NOT NULL, bytes BLOB NOT NULL)',
    ),
  );
  const put = sql.prepare('INSERT OR REPLACE INTO blobs (key, type, bytes) VALUES (?, ?, ?)');
  const putOnce = sql.prepare('INSERT OR IGNORE INTO blobs (key, type, bytes) VALUES (?, ?, ?)');
  const get = sql.prepare('SELECT type, bytes FROM blobs WHERE key = ?');
  const size = sql.prepare('SELECT length(bytes) AS size FROM blobs WHERE key = ?');
  const remove = sql.prepare('DELETE FROM blobs WHERE key = ?');
  const removeAll = sql.prepare('DELETE FROM blobs WHERE key > ? AND key < ?');
  return {
    put: (key, bytes, contentType) =>
      database.write(() => {
        put.run(key, contentType, bytes);
      }),
    putOnce: (key, bytes, contentType) =>
      database.write(() => putOnce.run(key, contentType, bytes).changes > 0),
    async get(key) {
      const row = database.read(() => get.get(key));
      return row && { bytes: row.bytes as Uint8Array, contentType: String(row.type) };
    },
    size(key) {
      const row = database.read(() => size.get(key));
      return row && Number(row.size);
    },
    remove: (keys) =>
      database.forget(() => {
        for (const key of keys) {
          if (key.endsWith('/')) removeAll.run(key, `${key}\u{10FFFF}`);
          else remove.run(key);
        }
      }),
  };
}
