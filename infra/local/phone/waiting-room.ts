import type { QueueState } from '#shared/flow/interpreter.ts';
import { secondsBetween } from './contact.ts';

/** Somebody who waits for an agent. */
export interface Waiting<T> {
  readonly who: T;
  readonly queue: string;
  /** A lower number is served first. Connect's own is 5. */
  readonly priority: number;
  readonly enqueuedAt: number;
  /** Seconds that count as waited before: whoever asked for a call back keeps their place. */
  readonly addedSeconds: number;
}

export const ORDINARY_PRIORITY = 5;

/** Seconds a call takes an agent, as long as none has been seen. */
const USUAL_HANDLING_SECONDS = 180;
/** Calls remembered to tell how long the next ones take. */
const REMEMBERED = 20;

/** The instant since when somebody counts as waiting. */
const countsFrom = <T>({ enqueuedAt, addedSeconds }: Waiting<T>): number => enqueuedAt - addedSeconds * 1000;

/** Whose turn is earlier: priority first, then time waited. Source: admin guide, "concepts-queues-standard". */
export const byTurn = <T>(a: Waiting<T>, b: Waiting<T>): number =>
  a.priority - b.priority || countsFrom(a) - countsFrom(b);

/** Agents as a queue sees them. */
export type Staffing = QueueState['agents'];

/** Those who wait, in all queues. */
export class WaitingRoom<T> {
  readonly #waiting = new Map<T, Waiting<T>>();
  readonly #handled: number[] = [];
  readonly #capacity: number;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  enter(entry: Waiting<T>): void {
    this.#waiting.set(entry.who, entry);
  }

  /** Takes somebody out; undefined when they did not wait. */
  leave(who: T): Waiting<T> | undefined {
    const entry = this.#waiting.get(who);
    this.#waiting.delete(who);
    return entry;
  }

  /** Changes whose turn it is when: what a flow says while somebody waits. */
  adjust(who: T, turn: Partial<Pick<Waiting<T>, 'priority' | 'addedSeconds'>>): void {
    const entry = this.#waiting.get(who);
    if (entry) this.#waiting.set(who, { ...entry, ...turn });
  }

  /** Who waits in a queue, in the order of their turns. */
  inQueue(queue: string): readonly Waiting<T>[] {
    return [...this.#waiting.values()].filter((entry) => entry.queue === queue).sort(byTurn);
  }

  /** Names of the queues in which somebody waits. */
  queues(): readonly string[] {
    return [...new Set([...this.#waiting.values()].map(({ queue }) => queue))];
  }

  /** The place in the queue, from 1; undefined for who does not wait. */
  place(who: T): number | undefined {
    const entry = this.#waiting.get(who);
    if (!entry) return undefined;
    return this.inQueue(entry.queue).indexOf(entry) + 1;
  }

  /** A call took an agent so long, work afterwards included. */
  handled(seconds: number): void {
    this.#handled.push(seconds);
    if (this.#handled.length > REMEMBERED) this.#handled.shift();
  }

  /** Seconds until so many calls have been taken; undefined while nobody is there to take them. */
  estimate(calls: number, { staffed, available }: Staffing): number | undefined {
    if (staffed === 0) return undefined;
    const ahead = Math.max(0, calls - available);
    const usual =
      this.#handled.length === 0
        ? USUAL_HANDLING_SECONDS
        : this.#handled.reduce((sum, one) => sum + one, 0) / this.#handled.length;
    return Math.round((ahead * usual) / staffed);
  }

  /** A queue as a flow may ask about it. */
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
