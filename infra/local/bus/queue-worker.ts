import { setTimeout as pause } from 'node:timers/promises';
import type { QueueMessage, SqliteQueue } from '#shared/adapters/embedded/sqlite-queue.ts';
import { isOutage } from '#shared/ports/store-error.ts';
import type { Delay } from '#shared/runtime/chain-queue.ts';
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
  /** The first pause after the queue itself failed, for example because the disk is full. Each further one doubles. */
  readonly outagePauseMs?: number;
  readonly now?: () => number;
  /** Awaited before each batch. Return the maximum size of the batch, if it differs from `batchSize`. */
  turn?(): Promise<number | undefined>;
  onError(error: unknown): void;
}

/** The interval in which a caller that waits for an empty queue looks again. */
const RECHECK_MS = 5;

/** A message whose function asked for a later retry. */
export interface PostponedMessage {
  readonly until: number;
  readonly reason: string;
  /** The receives that count so far. */
  readonly receives: number;
}

/** Passes the messages of a queue to its function. Sleeps until it is woken or a retry is due. */
export class QueueWorker {
  readonly name: string;
  readonly #options: Required<QueueWorkerOptions>;
  readonly #timers = new Set<NodeJS.Timeout>();
  /** Delays of messages in process, for the case that they fail. */
  readonly #delays = new Map<string, Delay>();
  readonly #postponed = new Map<number, PostponedMessage>();
  readonly #closing = new AbortController();
  readonly #waiters: (() => void)[] = [];
  #batches = 0;
  #fetching = false;
  #isWoken = false;
  #outages = 0;
  /** Failures of batches in a row that an outage caused. */
  #lost = 0;

  constructor(options: QueueWorkerOptions) {
    this.name = options.name;
    this.#options = {
      batchSize: 10,
      concurrency: 1,
      pauseMs: 1000,
      outagePauseMs: 1000,
      now: Date.now,
      turn: async () => undefined,
      ...options,
    };
  }

  /** Check for new messages. */
  wake(): void {
    this.#isWoken = true;
    if (this.#fetching || this.#isClosed || this.#batches >= this.#options.concurrency) return;
    this.#isWoken = false;
    void this.#fetch();
  }

  /** Set the delay before a message in process is retried, if it fails. */
  postpone(messageId: string, delay: Delay): void {
    this.#delays.set(messageId, delay);
  }

  /** Messages that wait because their function asked for a later retry. */
  postponed(): readonly PostponedMessage[] {
    return [...this.#postponed.values()];
  }

  /** Make the postponed messages visible, because the clock was moved. */
  async retryPostponed(): Promise<void> {
    const releases = [...this.#postponed].map(([id, { receives }]) => ({ id, receives, visibleAt: 0 }));
    if (releases.length === 0) return;
    await this.#options.queue.settle([], releases);
    this.#postponed.clear();
    this.wake();
  }

  /**
   * Resolve when no batch is in process and the queue is empty, hidden messages included. Postponed messages may
   * remain.
   */
  async drained(): Promise<void> {
    while (!this.#isClosed && (this.#isBusy() || !this.isEmpty())) {
      if (!this.#isBusy()) this.wake();
      await this.idle();
      // The rest is hidden until its retry. Looking for it without a pause would keep the processor busy.
      if (!this.#isClosed && !this.isEmpty()) await this.#pause(RECHECK_MS);
    }
  }

  /** Resolve when no batch is in process. Messages that wait for a retry do not count. */
  async idle(): Promise<void> {
    while (this.#isBusy()) await new Promise<void>((resolve) => this.#waiters.push(resolve));
  }

  /** Whether the queue has no message, except for postponed ones. */
  isEmpty(): boolean {
    return !this.#options.queue.hasMoreThan(this.name, this.#postponed.size);
  }

  /** Stop receiving messages, and wait for the batches in process. */
  async close(): Promise<void> {
    this.#closing.abort();
    for (const timer of this.#timers) clearTimeout(timer);
    await this.idle();
  }

  get #isClosed(): boolean {
    return this.#closing.signal.aborted;
  }

  #isBusy(): boolean {
    return this.#batches > 0 || this.#fetching;
  }

  async #fetch(): Promise<void> {
    const { queue, batchSize, now, turn, onError } = this.#options;
    this.#fetching = true;
    try {
      const size = (await turn()) ?? batchSize;
      const messages = await queue.receive(this.name, size, now(), VISIBILITY_MS);
      this.#outages = 0;
      for (const { id } of messages) this.#postponed.delete(id);
      if (messages.length > 0) void this.#work(messages);
      if (messages.length === size) this.#isWoken = true;
    } catch (error) {
      onError(error);
      this.#wakeIn(this.#outagePause());
    }
    this.#fetching = false;
    this.#goOn();
  }

  async #work(messages: readonly QueueMessage[]): Promise<void> {
    this.#batches += 1;
    const failed = await this.#failedOf(messages);
    while (!this.#isClosed) {
      try {
        await this.#settle(messages, failed);
        break;
      } catch (error) {
        // The messages stay hidden. Giving up here would leave them hidden until something else wakes
        // the worker.
        this.#options.onError(error);
        await this.#pause(this.#outagePause());
      }
    }
    this.#batches -= 1;
    this.#goOn();
  }

  /** Wait, but not beyond the close of the worker. */
  async #pause(ms: number): Promise<void> {
    await pause(ms, undefined, { signal: this.#closing.signal }).catch(() => {});
  }

  /** Return the pause after a failure of the queue itself. */
  #outagePause(): number {
    this.#outages += 1;
    return this.#pauseIn(this.#outages - 1);
  }

  /** Return the pause after a number of earlier failures in an outage. */
  #pauseIn(earlier: number): number {
    return Math.min(LONGEST_PAUSE_MS, this.#options.outagePauseMs * 2 ** earlier);
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
      if (isOutage(error))
        for (const { messageId } of Records) this.#delays.set(messageId, { counts: false });
      return new Set(Records.map(({ messageId }) => messageId));
    }
  }

  async #settle(messages: readonly QueueMessage[], failed: ReadonlySet<string>): Promise<void> {
    const { queue, now } = this.#options;
    const done = messages.filter(({ id }) => !failed.has(String(id)));
    const releases = messages
      .filter(({ id }) => failed.has(String(id)))
      .map(({ id, receives }) => {
        const delay = this.#delays.get(String(id));
        const isOutOfRoom = delay !== undefined && delay.ms === undefined;
        const pauseMs = delay?.ms ?? (isOutOfRoom ? this.#pauseIn(this.#lost) : this.#pauseAfter(receives));
        const counted = delay?.counts === false ? receives - 1 : receives;
        return { id, receives: counted, visibleAt: now() + pauseMs, pauseMs, delay };
      });
    await queue.settle(
      done.map(({ id }) => id),
      releases,
    );
    this.#outages = 0;
    this.#lost = done.length > 0 ? 0 : this.#lost + 1;
    for (const { id } of messages) this.#delays.delete(String(id));
    for (const { id, receives, visibleAt: until, pauseMs, delay } of releases) {
      if (delay?.ms !== undefined)
        this.#postponed.set(id, { until, receives, reason: delay.reason ?? 'throttled' });
      this.#wakeIn(pauseMs);
    }
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
