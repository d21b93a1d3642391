import type { QueueState } from '#shared/flow/interpreter.ts';
import { secondsBetween } from './local-contact.ts';

/** A caller who waits for an agent. */
export interface WaitingContact<T> {
  readonly who: T;
  readonly queue: string;
  /** A lower number is served first. The default in Connect is 5. */
  readonly priority: number;
  readonly enqueuedAt: number;
  /** Seconds that are added to the waiting time, so that a callback keeps its position. */
  readonly addedSeconds: number;
}

export const ORDINARY_PRIORITY = 5;

/** The assumed seconds of a call until calls were measured. */
const USUAL_HANDLING_SECONDS = 180;
/** The number of calls for the estimate of the handling time. */
const REMEMBERED = 20;

/** Return the instant from which the wait is counted. */
const countsFrom = <T>({ enqueuedAt, addedSeconds }: WaitingContact<T>): number =>
  enqueuedAt - addedSeconds * 1000;

/**
 * Compare two callers: priority first, then waiting time. Source: admin guide, "concepts-queues-standard".
 */
export const byTurn = <T>(a: WaitingContact<T>, b: WaitingContact<T>): number =>
  a.priority - b.priority || countsFrom(a) - countsFrom(b);

/** The agents of a queue. */
export type Staffing = QueueState['agents'];

/** The callers who wait, in all queues. */
export class WaitingRoom<T> {
  readonly #waiting = new Map<T, WaitingContact<T>>();
  readonly #handled: number[] = [];
  readonly #capacity: number;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  enter(entry: WaitingContact<T>): void {
    this.#waiting.set(entry.who, entry);
  }

  /** Remove a caller; return undefined when they did not wait. */
  leave(who: T): WaitingContact<T> | undefined {
    const entry = this.#waiting.get(who);
    this.#waiting.delete(who);
    return entry;
  }

  /** Change priority or routing age, as set by a flow while the caller waits. */
  adjust(who: T, turn: Partial<Pick<WaitingContact<T>, 'priority' | 'addedSeconds'>>): void {
    const entry = this.#waiting.get(who);
    if (entry) this.#waiting.set(who, { ...entry, ...turn });
  }

  /** Return the callers of a queue, in their order. */
  inQueue(queue: string): readonly WaitingContact<T>[] {
    return [...this.#waiting.values()].filter((entry) => entry.queue === queue).sort(byTurn);
  }

  /** Return the names of queues with waiting callers. */
  queues(): readonly string[] {
    return [...new Set([...this.#waiting.values()].map(({ queue }) => queue))];
  }

  /** Return the position in the queue, from 1; undefined for a caller who does not wait. */
  place(who: T): number | undefined {
    const entry = this.#waiting.get(who);
    if (!entry) return undefined;
    return this.inQueue(entry.queue).indexOf(entry) + 1;
  }

  /** Record the handling time of a call, including after-call work. */
  handled(seconds: number): void {
    this.#handled.push(seconds);
    if (this.#handled.length > REMEMBERED) this.#handled.shift();
  }

  /** Estimate the seconds until this number of calls was answered; undefined without signed-in agents. */
  estimate(calls: number, { staffed, available }: Staffing): number | undefined {
    if (staffed === 0) return undefined;
    const ahead = Math.max(0, calls - available);
    const usual =
      this.#handled.length === 0
        ? USUAL_HANDLING_SECONDS
        : this.#handled.reduce((sum, one) => sum + one, 0) / this.#handled.length;
    return Math.round((ahead * usual) / staffed);
  }

  /** Return the state of a queue in the form that flows read. */
  state(queue: string, agents: Staffing, now: number): QueueState {
    const waiting = this.inQueue(queue);
    const oldest = Math.min(now, ...waiting.map(({ enqueuedAt }) => enqueuedAt));
    return {
      contacts: waiting.length,
      capacity: this.#capacity,
      oldestAgeSeconds: secondsBetween(oldest, now),
      agents,
    };
  }
}
