import { closeSync, fdatasync, openSync } from 'node:fs';
import { promisify } from 'node:util';
import { checkSameFile, fileIdentity } from './same-file.ts';

const forceToDisk = promisify(fdatasync);

/** The write-ahead log: it holds a database's transactions until they are moved into its file. */
export interface Log {
  /** Resolve when everything written to the log before is on disk. */
  sync(): Promise<void>;
  /** @throws the failure of an earlier sync */
  check(): void;
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
      checkSameFile(this.#path, fileIdentity(this.#file));
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
