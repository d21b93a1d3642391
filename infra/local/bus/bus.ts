import { setTimeout as pause } from 'node:timers/promises';
import { consumerNames } from '#events/registry.ts';
import type { SweptMail } from '#functions/mail/queued-mail.ts';
import type { DueItem } from '#functions/sla/due-item.ts';
import type { Database } from '#shared/adapters/embedded/sqlite-database.ts';
import { deadLetters, SqliteQueue } from '#shared/adapters/embedded/sqlite-queue.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import type { Publisher, WorkQueue } from '#shared/ports/outside.ts';
import type { CommitPlace } from '#shared/ports/store.ts';
import type { Logger } from '#shared/runtime/logger.ts';
import {
  hostQueued,
  hostRelay,
  type LocalPorts,
  MAILS_AT_A_TIME,
  type QueuedName,
  queuedNames,
  TIMERS_AT_A_TIME,
  type WorkName,
} from '../functions.ts';
import { localBus } from './local-bus.ts';
import { messageTable, type ShownMessage } from './message-table.ts';
import { type PostponedMessage, QueueWorker, type QueueWorkerOptions } from './queue-worker.ts';
import { RelayLoop, type UnrelayedCommits } from './relay-loop.ts';

/** Events that a consumer receives at once. */
const EVENTS_AT_A_TIME = 100;

/**
 * The maximum delay in milliseconds of a batch of events while received mails or due timers wait for processing.
 */
const LONGEST_TURN_MS = 3000;

/**
 * Events that a consumer receives at once in a burst, where one event may cause work for many: an event of a case
 * assigns up to 50 cases that wait.
 */
const IN_A_BURST: Partial<Record<QueuedName, number>> = { 'cases/assign': 4 };

/** Batch options of queues that differ from the default of their trigger. */
const TAKEN: Partial<Record<QueuedName, Pick<QueueWorkerOptions, 'batchSize' | 'concurrency'>>> = {
  'mail/mail-intake': { batchSize: MAILS_AT_A_TIME, concurrency: 2 },
  // Consumers that write one item for a whole batch would conflict with each other.
  'mail/notify-beneficiary': { concurrency: 2 },
  'sla/clock': { batchSize: TIMERS_AT_A_TIME },
};

/** The queues whose work causes the events of a burst. */
const SOURCES = ['mail/mail-intake', 'sla/clock'] as const satisfies readonly QueuedName[];

const isConsumer = (name: QueuedName): boolean => (consumerNames as readonly string[]).includes(name);

/** Dead letters are kept for this time: people find the cause, also after a long holiday. */
const DEAD_LETTERS_KEPT = 90 * DAY;

/** The number of messages in a queue. */
export interface QueueDepth {
  readonly name: string;
  readonly waiting: number;
  readonly dead: number;
  /** Those of the waiting messages whose function asked for a later retry. */
  readonly postponed: readonly PostponedMessage[];
}

export interface BusOptions {
  readonly database: Database;
  readonly outbox: UnrelayedCommits;
  readonly logger: Logger;
  onError(error: unknown): void;
}

/** All queues of a centre, their workers, and the relay that fills the event queues. */
export class LocalBus {
  readonly #queue: SqliteQueue;
  readonly #messages: ReturnType<typeof messageTable>;
  readonly #workers = new Map<string, QueueWorker>();
  readonly #relay: RelayLoop;
  readonly #outbox: UnrelayedCommits;
  /** Puts events into the queues of their consumers. */
  readonly publisher: Publisher;

  constructor({ database, outbox, logger, onError }: BusOptions) {
    this.#queue = new SqliteQueue(database);
    this.#messages = messageTable(database);
    this.#outbox = outbox;
    this.publisher = localBus(this.#queue, (consumer) => this.#workers.get(consumer)?.wake());
    const deps = { publisher: this.publisher, aside: this.aside };
    this.#relay = new RelayLoop(outbox, hostRelay(deps, logger), onError);
  }

  /** Wake the relay after a commit. */
  readonly committed = (): void => this.#relay.wake();

  /** The queue of due timers. */
  readonly due: WorkQueue<DueItem> = { send: (items) => this.send('sla/clock', items) };

  /** The queue of received mail, for mails that the sweep queues again. */
  readonly received: WorkQueue<SweptMail> = { send: (items) => this.send('mail/mail-intake', items) };

  /** The queue of commits that cannot be published before a repair. */
  readonly aside: WorkQueue<CommitPlace> = { send: (items) => this.send('relay/republish', items) };

  /** Add messages to a queue. The promise resolves when they are on disk. */
  async send(name: WorkName, items: readonly unknown[]): Promise<void> {
    await this.#queue.send(
      name,
      items.map((item) => JSON.stringify(item)),
    );
    this.#workers.get(name)?.wake();
  }

  /** Start the workers, and continue with messages of the previous process. */
  async start(all: LocalPorts, pauseMs: number, onError: (error: unknown) => void): Promise<void> {
    await this.#messages.showAll();
    const handlers = hostQueued(all, (name, id, delay) => this.#workers.get(name)?.postpone(id, delay));
    for (const name of queuedNames) {
      const queued = {
        queue: this.#queue,
        name,
        handler: handlers[name],
        pauseMs,
        outagePauseMs: pauseMs,
        onError,
      };
      const turn = async () => ((await this.#isAfterSources()) ? undefined : IN_A_BURST[name]);
      const takesTurns = isConsumer(name) && { batchSize: EVENTS_AT_A_TIME, turn };
      this.#workers.set(name, new QueueWorker({ ...queued, ...takesTurns, ...TAKEN[name] }));
    }
    this.#relay.wake();
    for (const worker of this.#workers.values()) worker.wake();
  }

  /** Resolve when all queues are empty except for dead letters and postponed messages, and every event was relayed. */
  async settle(): Promise<void> {
    do {
      await this.#relay.drained();
      await Promise.all([...this.#workers.values()].map((worker) => worker.drained()));
    } while (!this.#isQuiet());
  }

  /** Whether due timers are still being processed. */
  get isSweepInWork(): boolean {
    return !this.#queue.isEmpty('sla/clock');
  }

  queueDepths(): readonly QueueDepth[] {
    return [...this.#workers].map(([name, worker]) => ({
      name,
      waiting: this.#queue.depth(name),
      dead: this.#queue.depth(deadLetters(name)),
      postponed: worker.postponed(),
    }));
  }

  deadLettersOf(name: string, limit: number): readonly ShownMessage[] {
    return this.#messages.deadLettersOf(name, limit);
  }

  /** Remove dead letters whose time is over. */
  readonly removeExpired = (): Promise<number> => this.#queue.removeDead(Date.now() - DEAD_LETTERS_KEPT);

  /** Move the dead letters of a queue back into it, with a new retry count. */
  async redrive(name: string): Promise<number> {
    const worker = this.#workers.get(name);
    if (!worker) return 0;
    const back = await this.#queue.redrive(name);
    worker.wake();
    return back;
  }

  /** Retry the postponed messages, because the clock was moved. */
  async retryPostponed(): Promise<void> {
    await Promise.all([...this.#workers.values()].map((worker) => worker.retryPostponed()));
  }

  async close(): Promise<void> {
    await Promise.all([...this.#workers.values()].map((worker) => worker.close()));
    await this.#relay.close();
  }

  /**
   * In a burst, open the cases of all mails and process all due timers before their events. The delay of events is
   * limited. Return whether the sources are idle.
   */
  #isAfterSources(): Promise<boolean> {
    const sources = SOURCES.map((name) => this.#workers.get(name)?.idle());
    const idle = Promise.all(sources).then(() => true);
    return Promise.race([idle, pause(LONGEST_TURN_MS, false, { ref: false })]);
  }

  #isQuiet(): boolean {
    return (
      this.#outbox.unrelayed(1).length === 0 && [...this.#workers.values()].every((one) => one.isEmpty())
    );
  }
}
