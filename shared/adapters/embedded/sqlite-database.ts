import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { StoreError } from '#shared/ports/store-error.ts';
import { type Log, LogSync } from './log-sync.ts';
import { sqliteError } from './sqlite-error.ts';

const LOCK_WAIT_MS = 5000;

/**
 * Version of what a file holds: tables, items and messages. Raise it with every change after which the code
 * no longer reads what was written before.
 */
export const DATA_VERSION = 1;

/**
 * NORMAL still syncs whenever the log is moved into the file; only the commits are left to us. The log
 * grows to 16 MB before it is moved, so that a page which many commits touch is moved once. Savepoints are noted in memory instead of in a file each.
 */
const LOG_SETTINGS = `PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 4000;
  PRAGMA cache_size = -4000; PRAGMA temp_store = MEMORY`;

interface Job {
  /** Runs the job inside the open transaction; a job that throws leaves nothing behind. */
  readonly run: () => void;
  readonly kept: () => void;
  readonly lost: (cause: unknown) => void;
}

/**
 * One SQLite file for everything that must survive a power cut. A transaction is written on this thread
 * and forced to disk beside it; what is asked for meanwhile shares the next one, and so one sync. Each
 * job is decided on its own. Reads see a transaction a moment before it is on disk, but nothing is
 * acknowledged before, and what follows from it stands later in the same log.
 */
export class Database {
  readonly path: string;
  /** For reading and for preparing statements; write only inside `write`. */
  readonly sql: DatabaseSync;
  readonly #log: Log | undefined;
  readonly #savepoint: StatementSync;
  readonly #release: StatementSync;
  #waiting: Job[] = [];
  #isBusy = false;

  /** `log`: the file that a transaction must be forced to; none when SQLite does that, or nobody. */
  constructor(path: string, sql: DatabaseSync, log?: Log) {
    this.path = path;
    this.sql = sql;
    this.#log = log;
    this.#savepoint = sql.prepare('SAVEPOINT job');
    this.#release = sql.prepare('RELEASE job');
  }

  /** Runs a synchronous job in a transaction; resolves once what it wrote is on disk. */
  write<T>(job: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      let result: T;
      this.#waiting.push({
        run: () => {
          result = job();
        },
        kept: () => resolve(result),
        lost: (cause) => reject(sqliteError(this.path, cause)),
      });
      this.#arrange();
    });
  }

  /**
   * Writes so that what the job takes away is gone from the disk: neither the file nor the log keeps it.
   * While another process reads the file the log stays as it is, until it is next moved into the file.
   */
  async forget<T>(job: () => T): Promise<T> {
    const result = await this.write(job);
    this.read(() => {
      if (!this.sql.isOpen) return;
      this.sql.exec('PRAGMA busy_timeout = 0');
      this.sql.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      this.sql.exec(`PRAGMA busy_timeout = ${LOCK_WAIT_MS}`);
    });
    return result;
  }

  /** Runs a synchronous read; failures become StoreErrors. */
  read<T>(job: () => T): T {
    try {
      return job();
    } catch (cause) {
      throw sqliteError(this.path, cause);
    }
  }

  /** Writes what is waiting and closes the file. */
  close(): void {
    this.#log?.close();
    if (this.#log) this.sql.exec('PRAGMA synchronous = FULL');
    for (const job of this.#commit()) job.kept();
    this.sql.close();
  }

  #arrange(): void {
    if (this.#isBusy || this.#waiting.length === 0) return;
    this.#isBusy = true;
    setImmediate(() => void this.#writeOut());
  }

  async #writeOut(): Promise<void> {
    const jobs = this.#commit();
    try {
      if (jobs.length > 0) await this.#log?.sync();
      for (const job of jobs) job.kept();
    } catch (cause) {
      for (const job of jobs) job.lost(cause);
    }
    this.#isBusy = false;
    this.#arrange();
  }

  /** Runs what is waiting in one transaction and answers what of it was written. */
  #commit(): readonly Job[] {
    const jobs = this.#waiting;
    this.#waiting = [];
    if (jobs.length === 0) return [];
    try {
      this.#log?.check();
      this.sql.exec('BEGIN IMMEDIATE');
      const kept = jobs.filter((job) => this.#attempt(job));
      this.sql.exec('COMMIT');
      return kept;
    } catch (cause) {
      if (this.sql.isOpen && this.sql.isTransaction) this.sql.exec('ROLLBACK');
      for (const job of jobs) job.lost(cause);
      return [];
    }
  }

  #attempt(job: Job): boolean {
    this.#savepoint.run();
    try {
      job.run();
      this.#release.run();
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

/** Marks a new file with the version of this code, and refuses one that another version wrote. */
function checkVersion(path: string, sql: DatabaseSync): void {
  const written = Number(sql.prepare('PRAGMA user_version').get()?.user_version);
  if (written === DATA_VERSION) return;
  const isNew = written === 0 && sql.prepare('SELECT 1 FROM sqlite_schema').get() === undefined;
  if (isNew) {
    sql.exec(`PRAGMA user_version = ${DATA_VERSION}`);
    return;
  }
  const [code, which] =
    written < DATA_VERSION ? (['older', 'an earlier'] as const) : (['newer', 'a later'] as const);
  const versions = `data version ${written} instead of ${DATA_VERSION}`;
  throw new StoreError(code, `database ${path}: ${which} version of Rida wrote it (${versions})`);
}

/**
 * Opens the database file, made when it is not there; `:memory:` for one that vanishes. Every commit
 * is synced to disk. Throws a StoreError that says in one line why it cannot.
 */
export function openDatabase(path: string): Database {
  const opened: DatabaseSync[] = [];
  try {
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
    const sql = new DatabaseSync(path, { timeout: LOCK_WAIT_MS });
    opened.push(sql);
    checkVersion(path, sql);
    // What was erased is overwritten. It costs 8 % of a commit's processor time, and not a byte more on disk.
    sql.exec('PRAGMA secure_delete = ON');
    const mode = sql.prepare('PRAGMA journal_mode = WAL').get()?.journal_mode;
    // Some file systems know no write-ahead log: there SQLite syncs by itself.
    if (mode !== 'wal') return new Database(path, sql);
    sql.exec(LOG_SETTINGS);
    return new Database(path, sql, new LogSync(`${path}-wal`));
  } catch (cause) {
    for (const sql of opened) sql.close();
    throw sqliteError(path, cause);
  }
}
