import type { CommitPlace, CommitRecord } from '#shared/ports/store.ts';

/** The outbox of a store: commits whose events are not published yet. */
export interface UnrelayedCommits {
  unrelayed(limit: number): readonly CommitRecord[];
  markRelayed(places: readonly CommitPlace[]): Promise<void>;
}

/** Publishes the events of commits on the bus, and returns the commits that failed. */
export type RelayCommits = (records: readonly CommitRecord[]) => Promise<readonly CommitRecord[]>;

const BATCH = 100;
const PAUSE_MS = 5_000;

/** Publishes commits on the bus in their order, whenever it is woken. */
export class RelayLoop {
  readonly #outbox: UnrelayedCommits;
  readonly #relay: RelayCommits;
  readonly #onError: (error: unknown) => void;
  #running: Promise<void> | undefined;
  #again = false;
  #closed = false;
  #retry: NodeJS.Timeout | undefined;

  constructor(outbox: UnrelayedCommits, relay: RelayCommits, onError: (error: unknown) => void) {
    this.#outbox = outbox;
    this.#relay = relay;
    this.#onError = onError;
  }

  /** Check for new commits. */
  wake(): void {
    this.#again = true;
    if (this.#closed) return;
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
    });
  }

  /** Resolve when all commits are published, or when publishing failed and waits for a retry. */
  async drained(): Promise<void> {
    this.wake();
    await this.#running;
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#retry);
    await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#again && !this.#closed) {
      this.#again = false;
      try {
        while (await this.#batch());
      } catch (error) {
        // No commit was marked as published: all are published again, and consumers detect repeated event
        // ids.
        this.#onError(error);
        clearTimeout(this.#retry);
        this.#retry = setTimeout(() => this.wake(), PAUSE_MS).unref();
      }
    }
  }

  /** Publish the oldest commits. Return whether there may be more. */
  async #batch(): Promise<boolean> {
    const records = this.#outbox.unrelayed(BATCH);
    if (records.length === 0) return false;
    const failed = new Set(await this.#relay(records));
    const done = records.filter((record) => !failed.has(record));
    await this.#outbox.markRelayed(done.map(({ place }) => place));
    if (failed.size > 0) throw new Error('the bus rejected some events');
    return true;
  }
}
