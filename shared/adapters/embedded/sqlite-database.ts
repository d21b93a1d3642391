import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { StoreError } from '#shared/ports/store-error.ts';
import { checkReachable, checkVersion, otherVersion, versionIn } from './data-version.ts';
import { type Log, LogSync } from './log-sync.ts';
import { MIGRATIONS, type Migration, runSteps, stepsFrom } from './migrations.ts';
import { checkSameFile, type FileIdentity, fileIdentity } from './same-file.ts';
import { sqliteError } from './sqlite-error.ts';

export const LOCK_WAIT_MS = 5000;

/**
 * With NORMAL, SQLite still syncs when it moves the log into the file; only the commits are synced by Rida.
 * The log grows to 16 MB before it is moved, so that a page with many commits is moved once. Savepoints are
 * stored in memory instead of in a file each.
 */
const LOG_SETTINGS = `PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 4000;
  PRAGMA cache_size = -4000; PRAGMA temp_store = MEMORY`;

/** A mark in the file: rows were deleted since it was last written completely. */
const MARK_DELETION = `CREATE TABLE IF NOT EXISTS deleted_since (mark INTEGER PRIMARY KEY);
  INSERT OR IGNORE INTO deleted_since VALUES (1)`;

interface Job {
  /** Run the job inside the open transaction. When it throws, its writes are rolled back. */
  readonly run: () => void;
  readonly kept: () => void;
  readonly lost: (cause: unknown) => void;
}

/**
 * One SQLite file for all data that must survive a power cut. A transaction is written on this thread and
 * synced to disk in parallel. Jobs that arrive in that time share the next transaction, and so one sync. Each
 * job succeeds or fails separately. Reads see a transaction just before it is on disk, but no write is
 * acknowledged before, and dependent writes are later in the same log.
 */
export class Database {
  readonly path: string;
  /** For reading and for preparing statements. Write only inside `write`. */
  readonly sql: DatabaseSync;
  readonly #log: Log | undefined;
  readonly #file: FileIdentity | undefined;
  readonly #savepoint: StatementSync;
  readonly #release: StatementSync;
  #waiting: Job[] = [];
  #isBusy = false;

  /**
   * `log`: the file to sync after a transaction. Missing when SQLite syncs by itself, or for a database in
   * memory. `file`: the identity of the opened file, for a file that others may remove.
   */
  constructor(path: string, sql: DatabaseSync, log?: Log, file?: FileIdentity) {
    this.path = path;
    this.sql = sql;
    this.#log = log;
    this.#file = file;
    this.#savepoint = sql.prepare('SAVEPOINT job');
    this.#release = sql.prepare('RELEASE job');
  }

  /** Run a synchronous job in a transaction. Resolve when its writes are on disk. */
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
   * Write so that deleted rows are overwritten on the disk: neither the file nor the log keeps them. While another
   * process reads the file, the log keeps them until it is next moved into the file. A copy of a row may stay in an
   * unused part of the file until `compact`.
   */
  async forget<T>(job: () => T): Promise<T> {
    const result = await this.write(() => {
      const done = job();
      this.markDeletion();
      return done;
    });
    this.read(() => {
      if (this.sql.isOpen) this.#truncateLog();
    });
    return result;
  }

  /** Remember in a job of `write` that rows were deleted, so that the next `compact` removes their copies. */
  markDeletion(): void {
    this.sql.exec(MARK_DELETION);
  }

  /**
   * Write the whole file again if rows were deleted since the last time, and return whether it was written.
   * `secure_delete` overwrites a row in its place. But when SQLite divides a full page, it copies rows to others and
   * leaves the old bytes in the unused part of the page, and no deletion overwrites those (`rebuildPage` in
   * sqlite.org/src/file/src/btree.c). Other work waits for it, half a second for 100 MB.
   */
  compact(): boolean {
    return this.read(() => {
      const marked = this.sql.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'deleted_since'`).get();
      if (marked === undefined) return false;
      // The second file of a large database does not fit into memory.
      this.sql.exec('PRAGMA temp_store = FILE');
      try {
        this.sql.exec('VACUUM; DROP TABLE deleted_since');
      } finally {
        this.sql.exec('PRAGMA temp_store = MEMORY');
      }
      this.#truncateLog();
      return true;
    });
  }

  /** Move the log into the file and cut it, unless another process reads it. */
  #truncateLog(): void {
    this.#log?.cut();
    this.sql.exec('PRAGMA busy_timeout = 0');
    this.sql.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    this.sql.exec(`PRAGMA busy_timeout = ${LOCK_WAIT_MS}`);
  }

  /** Run a synchronous read. Convert failures to StoreErrors. */
  read<T>(job: () => T): T {
    try {
      return job();
    } catch (cause) {
      throw sqliteError(this.path, cause);
    }
  }

  /** Write the waiting jobs and close the file. */
  close(): void {
    this.#log?.cut();
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
      this.#checkFile();
      for (const job of jobs) job.kept();
    } catch (cause) {
      for (const job of jobs) job.lost(cause);
    }
    this.#isBusy = false;
    this.#arrange();
  }

  /** Throw when the file was removed or replaced: writes to it would be lost. */
  #checkFile(): void {
    if (this.#file) checkSameFile(this.path, this.#file);
  }

  /** Run the waiting jobs in one transaction and return those that were written. */
  #commit(): readonly Job[] {
    const jobs = this.#waiting;
    this.#waiting = [];
    if (jobs.length === 0) return [];
    try {
      this.#log?.check();
      this.#checkFile();
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
      // A full disk may have rolled everything back already. Then no job of this transaction was written.
      if (!this.sql.isTransaction) throw cause;
      this.sql.exec('ROLLBACK TO job; RELEASE job');
      job.lost(cause);
      return false;
    }
  }
}

/**
 * Check the structure of the whole file (sqlite.org/pragma.html#pragma_quick_check).
 * @throws StoreError `damaged`
 */
export function quickCheck({ path, sql }: Database): void {
  try {
    const found = Object.values(sql.prepare('PRAGMA quick_check(1)').get() ?? {})[0];
    if (found !== 'ok') throw new StoreError('damaged', `database ${path}: the file is damaged`);
  } catch (cause) {
    throw sqliteError(path, cause);
  }
}

type Check = (path: string, sql: DatabaseSync) => void;

/** Open an existing database file for reading. Throw a StoreError with the reason in one line. */
export const openDatabaseToRead = (path: string): Database => openReadOnly(path, checkVersion);

/** Open an existing database file of this version or of an earlier release, to check or copy it as it is. */
export const openDatabaseToCheck = (path: string): Database => openReadOnly(path, checkReachable);

function openReadOnly(path: string, check: Check): Database {
  const opened: DatabaseSync[] = [];
  try {
    const sql = new DatabaseSync(path, { timeout: LOCK_WAIT_MS, readOnly: true });
    opened.push(sql);
    check(path, sql);
    return new Database(path, sql);
  } catch (cause) {
    for (const sql of opened) sql.close();
    throw sqliteError(path, cause);
  }
}

/** Return the data version of a database file. */
export function dataVersionOf(path: string): number {
  const database = openReadOnly(path, () => {});
  try {
    return versionIn(database.sql);
  } finally {
    database.close();
  }
}

/**
 * Carry a database file of an earlier release to the last version, in one transaction.
 * @throws StoreError `older` when a step is missing, `failed` when one fails. Then nothing was changed.
 */
export function migrateDatabase(path: string, migrations: readonly Migration[] = MIGRATIONS): void {
  openToWrite(path, (_, sql) => {
    const written = versionIn(sql);
    const steps = stepsFrom(written, migrations);
    if (!steps) throw otherVersion(path, written);
    runSteps(path, sql, steps);
  }).close();
}

/**
 * Open the database file and create it if necessary; `:memory:` is a temporary one. Every commit is synced to
 * disk. Throw a StoreError with the reason in one line.
 */
export const openDatabase = (path: string): Database => openToWrite(path, checkVersion);

function openToWrite(path: string, check: Check): Database {
  const opened: DatabaseSync[] = [];
  try {
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
    const sql = new DatabaseSync(path, { timeout: LOCK_WAIT_MS });
    opened.push(sql);
    // Overwrite erased data. It costs 8 % of a commit's processor time and no disk space.
    sql.exec('PRAGMA secure_delete = ON');
    check(path, sql);
    const mode = sql.prepare('PRAGMA journal_mode = WAL').get()?.journal_mode;
    // Some file systems do not support a write-ahead log. There SQLite syncs by itself.
    const file = path === ':memory:' ? undefined : fileIdentity(path);
    if (mode !== 'wal') return new Database(path, sql, undefined, file);
    sql.exec(LOG_SETTINGS);
    const log = new LogSync(path);
    log.begin();
    return new Database(path, sql, log, file);
  } catch (cause) {
    for (const sql of opened) sql.close();
    throw sqliteError(path, cause);
  }
}
