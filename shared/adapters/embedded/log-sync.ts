import { closeSync, fdatasync, openSync } from 'node:fs';
import { promisify } from 'node:util';

const forceToDisk = promisify(fdatasync);

/** Where a database's transactions stand until they are moved into its file. */
export interface Log {
  /** Resolves once everything written to the log before is on disk. */
  sync(): Promise<void>;
  /** @throws the failure of an earlier sync */
  check(): void;
  /** Lets the log go once a sync in progress has ended. */
  close(): void;
}

/**
 * Forces the write-ahead log of a database to disk while its thread goes on. After a sync that failed
 * nobody knows what of the log is on disk, and a second one may succeed without it: from then on
 * nothing more is taken.
 */
export class LogSync implements Log {
  readonly #path: string;
  #file: number | undefined;
  #running: Promise<void> = Promise.resolve();
  #failure: unknown;

  constructor(path: string) {
    this.#path = path;
  }

  async sync(): Promise<void> {
    try {
      this.#file ??= openSync(this.#path, 'r+');
      this.#running = forceToDisk(this.#file);
      await this.#running;
    } catch (cause) {
      this.#failure ??= cause;
    }
    this.check();
  }

  check(): void {
    if (this.#failure !== undefined) throw this.#failure;
  }

  close(): void {
    const file = this.#file;
    if (file !== undefined) void this.#running.catch(() => {}).finally(() => closeSync(file));
  }
}
