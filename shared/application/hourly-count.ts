import { HOUR } from '#shared/domain/time/instant.ts';

/**
 * Counts the actions of this process within the last hour. It stores nothing, and other processes do not see
 * it. A limit with it applies to each process: it stops a flood approximately, not exactly.
 */
export class HourlyCount {
  readonly #at: number[] = [];

  /** Count one action at `now`, epoch milliseconds. */
  add(now: number): void {
    this.#at.push(now);
  }

  /** Return the number of actions within the hour before `now`. */
  within(now: number): number {
    const kept = this.#at.findIndex((at) => at > now - HOUR);
    this.#at.splice(0, kept === -1 ? this.#at.length : kept);
    return this.#at.length;
  }
}
