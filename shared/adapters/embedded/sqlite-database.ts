import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sqliteError } from './sqlite-error.ts';

const LOCK_WAIT_MS = 5000;

interface Job {
  /** Runs the job inside the open transaction; a job that throws leaves nothing behind. */
  readonly run: () => void;
  readonly kept: () => void;
  readonly lost: (cause: unknown) => void;
}

/**
 * One SQLite file for everything that must survive a power cut. Writes asked for in the same turn of
 * the event loop share one transaction, and so one sync to disk; each is decided on its own.
 */
export class Database {
  readonly path: string;
  /** For reading and for preparing statements; write only inside `write`. */
  readonly sql: DatabaseSync;
  #waiting: Job[] = [];

  constructor(path: string, sql: DatabaseSync) {
    this.path = path;
    this.sql = sql;
  }

  /** Runs a synchronous job in a transaction; resolves once what it wrote is on disk. */
  write<T>(job: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      let result: T;
      if (this.#waiting.length === 0) setImmediate(() => this.flush());
      this.#waiting.push({
        run: () => {
          result = job();
        },
        kept: () => resolve(result),
        lost: (cause) => reject(sqliteError(this.path, cause)),
      });
    });
  }

  /** Runs a synchronous read; failures become StoreErrors. */
  read<T>(job: () => T): T {
    try {
      return job();
    } catch (cause) {
      throw sqliteError(this.path, cause);
    }
  }

  /** Writes what is waiting now instead of at the end of this turn. */
  flush(): void {
    const jobs = this.#waiting;
    this.#waiting = [];
    if (jobs.length === 0) return;
    try {
      this.sql.exec('BEGIN IMMEDIATE');
      const kept = jobs.filter((job) => this.#attempt(job));
      this.sql.exec('COMMIT');
      for (const job of kept) job.kept();
    } catch (cause) {
      if (this.sql.isOpen && this.sql.isTransaction) this.sql.exec('ROLLBACK');
      for (const job of jobs) job.lost(cause);
    }
  }

  /** Writes what is waiting and closes the file. */
  close(): void {
    this.flush();
    this.sql.close();
  }

  #attempt(job: Job): boolean {
    this.sql.exec('SAVEPOINT job');
    try {
      job.run();
      this.sql.exec('RELEASE job');
      return true;
    } catch (cause) {
      // A full disk may have rolled everything back already: then no job of this turn is kept.
      if (!this.sql.isTransaction) throw cause;
      this.sql.exec('ROLLBACK TO job; RELEASE job');
      job.lost(cause);
      return false;
    }
  }
}

/**
 * Opens the database file, made when it is not there; `:memory:` for one that vanishes. Every commit
 * is synced to disk. Throws a StoreError that says in one line why it cannot.
 */
export function openDatabase(path: string): Database {
  try {
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
    const sql = new DatabaseSync(path, { timeout: LOCK_WAIT_MS });
    sql.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
    return new Database(path, sql);
  } catch (cause) {
    throw sqliteError(path, cause);
  }
}
