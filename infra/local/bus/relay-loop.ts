import type { Commit } from '#shared/ports/store.ts';

/** The outbox of a store: the commits whose events are not on the bus yet. */
export interface Outbox {
  unrelayed(limit: number): readonly Commit[];
  markRelayed(commits: readonly Commit[]): Promise<void>;
}

/** Puts the events of commits on the bus and returns the commits that failed. */
export type Relay = (commits: readonly Commit[]) => Promise<readonly Commit[]>;

const BATCH = 100;
const PAUSE_MS = 5_000;

/** Puts commits on the bus in the order in which they were made, whenever it is woken. */
export class RelayLoop {
  readonly #outbox: Outbox;
  readonly #relay: Relay;
  readonly #onError: (error: unknown) => void;
  #running: Promise<void> | undefined;
  #again = false;
  #closed = false;
  #retry: NodeJS.Timeout | undefined;

  constructor(outbox: Outbox, relay: Relay, onError: (error: unknown) => void) {
    this.#outbox = outbox;
    this.#relay = relay;
    this.#onError = onError;
  }

  /** Something was committed. */
  wake(): void {
    this.#again = true;
    if (this.#closed) return;
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
    });
  }

  /** Fulfilled when nothing is left to relay, or relaying failed and waits to be tried again. */
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
        // Nothing was marked: the same commits come again, and consumers know their events by id.
        this.#onError(error);
        clearTimeout(this.#retry);
        this.#retry = setTimeout(() => this.wake(), PAUSE_MS).unref();
      }
    }
  }

  /** Relays the oldest commits; whether there may be more. */
  async #batch(): Promise<boolean> {
    const commits = this.#outbox.unrelayed(BATCH);
    if (commits.length === 0) return false;
    const failed = new Set(await this.#relay(commits));
    await this.#outbox.markRelayed(commits.filter((commit) => !failed.has(commit)));
    if (failed.size > 0) throw new Error('the bus did not take all events');
    return true;
  }
}
