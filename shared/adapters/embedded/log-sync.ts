import { closeSync, existsSync, fdatasync, fdatasyncSync, openSync } from 'node:fs';
import { promisify } from 'node:util';
import { checkSameFile, fileIdentity } from './same-file.ts';
import { SyncedRecord } from './synced-log.ts';

const forceToDisk = promisify(fdatasync);

/** The write-ahead log: it holds a database's transactions until they are moved into its file. */
export interface Log {
  /** Resolve when everything written to the log before is on disk. */
  sync(): Promise<void>;
  /** @throws the failure of an earlier sync */
  check(): void;
  /** Prepare for a log that is cut or removed in order. Call it before. */
  cut(): void;
  /** Close the log after a sync in progress has ended. */
  close(): void;
}

/**
 * Force a database's write-ahead log to disk while its thread continues. After a failed sync it is unknown
 * which part of the log is on disk, and a second sync may succeed without it. From then on, reject every
 * write. The same holds when the log was removed or replaced: a sync of a deleted file succeeds, too.
 */
export class LogSync implements Log {
  readonly #path: string;
  readonly #record: SyncedRecord;
  #file: number | undefined;
  #running: Promise<void> = Promise.resolve();
  #failure: unknown;

  /** Open the log of a database file. */
  constructor(database: string) {
    this.#path = `${database}-wal`;
    this.#record = new SyncedRecord(database);
  }

  async sync(): Promise<void> {
    try {
      this.#file ??= openSync(this.#path, 'r+');
      const position = this.#record.position();
      this.#running = forceToDisk(this.#file);
      await this.#running;
      checkSameFile(this.#path, fileIdentity(this.#file));
      if (position) this.#record.write(position);
    } catch (cause) {
      this.#failure ??= cause;
    }
    this.check();
  }

  check(): void {
    if (this.#failure !== undefined) throw this.#failure;
  }

  /** Sync the log that an earlier process left, and record it. */
  begin(): void {
    const position = this.#record.position();
    if (position && existsSync(this.#path)) {
      this.#file ??= openSync(this.#path, 'r+');
      fdatasyncSync(this.#file);
      this.#record.write(position);
    } else this.#record.clear();
  }

  cut(): void {
    this.#record.clear();
  }

  close(): void {
    this.#record.close();
    const file = this.#file;
    if (file !== undefined) void this.#running.catch(() => {}).finally(() => closeSync(file));
  }
}
