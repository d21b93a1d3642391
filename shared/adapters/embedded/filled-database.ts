import { closeSync, fsyncSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { Database, LOCK_WAIT_MS, openDatabase } from './sqlite-database.ts';

/**
 * One transaction from the opening to the end, with its journal in memory: SQLite writes each page once. The
 * larger cache keeps the pages of a growing file in memory.
 */
const FILL_SETTINGS = `PRAGMA journal_mode = MEMORY; PRAGMA locking_mode = EXCLUSIVE; PRAGMA synchronous = OFF;
  PRAGMA cache_size = -400000; PRAGMA temp_store = MEMORY; BEGIN IMMEDIATE`;

/**
 * A new database file while it is filled. Each job runs at once in the one open transaction. Nothing is on disk
 * before the file is closed: after a crash or a failed job the file is incomplete.
 */
export class FilledDatabase extends Database {
  /** Run a job at once. */
  fill<T>(job: () => T): T {
    return this.read(job);
  }

  override async write<T>(job: () => T): Promise<T> {
    return this.fill(job);
  }

  /** Deleted data may stay in unused parts of the file: an example has invented people only. */
  override async forget<T>(job: () => T): Promise<T> {
    return this.fill(job);
  }

  override close(): void {
    this.sql.exec('COMMIT');
    this.sql.close();
    const file = openSync(this.path, 'r+');
    try {
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  }
}

/** Open a new database file to fill it, e.g. with an example. */
export function openDatabaseToFill(path: string): FilledDatabase {
  openDatabase(path).close();
  const sql = new DatabaseSync(path, { timeout: LOCK_WAIT_MS });
  sql.exec(FILL_SETTINGS);
  return new FilledDatabase(path, sql);
}
