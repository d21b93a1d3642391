import { HOUR } from '#shared/domain/time/instant.ts';

/**
 * Counts the actions of this process within the last hour. It stores nothing, and other processes do not see
 * it. A limit with it applies to each process: it stops a flood approximately, not exactly.
 */
export class HourlyCount {
  readonly #at: number[] = [];

  /**
   * Count one action at `now`, epoch milliseconds, and return true. Return false when `allowed` actions were
   * counted within the hour before. Count before the action, so that concurrent actions share the limit.
   */
  take(now: number, allowed: number): boolean {
    const kept = this.#at.findIndex((at) => at > now - HOUR);
    this.#at.splice(0, kept === -1 ? this.#at.length : kept);
    if (this.#at.length >= allowed) return false;
    this.#at.push(now);
    return true;
  }

  /** Remove an action counted at an instant, because it did not happen. */
  giveBack(at: number): void {
    const index = this.#at.lastIndexOf(at);
    if (index >= 0) this.#at.splice(index, 1);
  }
}
