import { closeSync, fdatasync, openSync } from 'node:fs';
import { promisify } from 'node:util';

const forceToDisk = promisify(fdatasync);

/**
 * Forces the write-ahead log of a database to disk while its thread goes on. After a sync that failed
 * nobody knows what of the log is on disk, and a second one may succeed without it: from then on
 * nothing more is taken.
 */
export class LogSync {
  readonly #path: string;
  #file: number | undefined;
  #running: Promise<void> = Promise.resolve();
  #failure: Error | undefined;

  constructor(path: string) {
    this.#path = path;
  }

  /** Resolves once everything written to the log before is on disk. */
  async sync(): Promise<void> {
    this.#file ??= openSync(this.#path, 'r+');
    this.#running = forceToDisk(this.#file);
    await this.#running.catch((cause: Error) => {
      this.#failure = cause;
    });
    this.check();
  }

  /** @throws the failure of an earlier sync */
  check(): void {
    if (this.#failure) throw this.#failure;
  }

  /** Lets the file go once a sync in progress has ended. */
  close(): void {
    const file = this.#file;
    if (file !== undefined) void this.#running.catch(() => {}).finally(() => closeSync(file));
  }
}
