import type { QueueMessage, SqliteQueue } from '#shared/adapters/embedded/sqlite-queue.ts';
import type { BatchResponse, LambdaHandler, SqsEvent } from '#shared/runtime/lambda.ts';

/**
 * Longer than any message takes. Messages that were in process when the process stopped are made visible at
 * the next start.
 */
const VISIBILITY_MS = 10 * 60_000;
const LONGEST_PAUSE_MS = 60_000;

export interface QueueWorkerOptions {
  readonly queue: SqliteQueue;
  readonly name: string;
  /** The function of the queue, with the signature of a Lambda handler. */
  readonly handler: LambdaHandler<SqsEvent, BatchResponse>;
  readonly batchSize?: number;
  /** The number of concurrent batches. */
  readonly concurrency?: number;
  /** Milliseconds before the first retry. Each further retry waits four times as long. */
  readonly pauseMs?: number;
  readonly now?: () => number;
  /** Awaited before each batch. */
  turn?(): Promise<unknown>;
  onError(error: unknown): void;
}

/** Passes the messages of a queue to its function. Sleeps until it is woken or a retry is due. */
export class QueueWorker {
  readonly name: string;
  readonly #options: Required<QueueWorkerOptions>;
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #postponed = new Map<string, number>();
  readonly #waiters: (() => void)[] = [];
  #batches = 0;
  #fetching = false;
  #isWoken = false;
  #closed = false;

  constructor(options: QueueWorkerOptions) {
    this.name = options.name;
    this.#options = {
      batchSize: 10,
      concurrency: 1,
      pauseMs: 1000,
      now: Date.now,
      turn: async () => {},
      ...options,
    };
  }

  /** Check for new messages. */
  wake(): void {
    this.#isWoken = true;
    if (this.#fetching || this.#closed || this.#batches >= this.#options.concurrency) return;
    this.#isWoken = false;
    void this.#fetch();
  }

  /** Set the delay in milliseconds before a message in process is retried, if it fails. */
  postpone(messageId: string, ms: number): void {
    this.#postponed.set(messageId, ms);
  }

  /** Resolve when the queue is empty, including hidden messages, and no batch is in process. */
  async drained(): Promise<void> {
    while (!this.#closed && (this.#isBusy() || !this.isEmpty())) {
      await new Promise<void>((resolve) => {
        this.#waiters.push(resolve);
        // A busy worker resolves this promise when it is done. Waking it again would never let it finish.
        if (!this.#isBusy()) this.wake();
      });
    }
  }

  /** Resolve when no batch is in process. Messages that wait for a retry do not count. */
  async idle(): Promise<void> {
    while (this.#isBusy()) await new Promise<void>((resolve) => this.#waiters.push(resolve));
  }

  isEmpty(): boolean {
    return this.#options.queue.isEmpty(this.name);
  }

  /** Stop receiving messages, and wait for the batches in process. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const timer of this.#timers) clearTimeout(timer);
    await this.idle();
  }

  #isBusy(): boolean {
    return this.#batches > 0 || this.#fetching;
  }

  async #fetch(): Promise<void> {
    const { queue, batchSize, now, turn, onError } = this.#options;
    this.#fetching = true;
    try {
      await turn();
      const messages = await queue.receive(this.name, batchSize, now(), VISIBILITY_MS);
      if (messages.length > 0) void this.#work(messages);
      if (messages.length === batchSize) this.#isWoken = true;
    } catch (error) {
      onError(error);
      this.#wakeIn(LONGEST_PAUSE_MS);
    }
    this.#fetching = false;
    this.#goOn();
  }

  async #work(messages: readonly QueueMessage[]): Promise<void> {
    this.#batches += 1;
    try {
      await this.#settle(messages, await this.#failedOf(messages));
    } catch (error) {
      this.#options.onError(error);
    }
    this.#batches -= 1;
    this.#goOn();
  }

  /** Resolve waiting callers, and fetch again if the worker was woken while it was busy. */
  #goOn(): void {
    if (this.#isWoken) this.wake();
    for (const resolve of this.#waiters.splice(0)) resolve();
  }

  async #failedOf(messages: readonly QueueMessage[]): Promise<ReadonlySet<string>> {
    const Records = messages.map(({ id, body, receives }) => ({
      messageId: String(id),
      body,
      attributes: { ApproximateReceiveCount: String(receives) },
    }));
    const context = { awsRequestId: `${this.name}:${messages[0]?.id}` };
    try {
      const { batchItemFailures } = await this.#options.handler({ Records }, context);
      return new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
    } catch (error) {
      this.#options.onError(error);
      return new Set(Records.map(({ messageId }) => messageId));
    }
  }

  async #settle(messages: readonly QueueMessage[], failed: ReadonlySet<string>): Promise<void> {
    const { queue, now } = this.#options;
    const done = messages.filter(({ id }) => !failed.has(String(id)));
    const releases = messages
      .filter(({ id }) => failed.has(String(id)))
      .map(({ id, receives }) => ({
        id,
        pause: this.#postponed.get(String(id)) ?? this.#pauseAfter(receives),
      }));
    for (const { id } of messages) this.#postponed.delete(String(id));
    await Promise.all([
      ...(done.length > 0 ? [queue.delete(done.map(({ id }) => id))] : []),
      ...releases.map(({ id, pause }) => queue.release([id], now() + pause)),
    ]);
    for (const { pause } of releases) this.#wakeIn(pause);
  }

  #pauseAfter(receives: number): number {
    return Math.min(LONGEST_PAUSE_MS, this.#options.pauseMs * 4 ** (receives - 1));
  }

  #wakeIn(ms: number): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.wake();
    }, ms);
    this.#timers.add(timer);
  }
}
