import { HOUR } from '#shared/domain/time/instant.ts';

/**
 * What this process did within the last hour. It writes nothing and other processes do not see it: a limit
 * kept by it is a limit for each process, and stops a flood by an order of magnitude, not to the mail.
 */
export class HourlyCount {
  readonly #at: number[] = [];

  /** Something was done at an instant, epoch milliseconds. */
  add(now: number): void {
    this.#at.push(now);
  }

  /** How often within the hour before an instant. */
  within(now: number): number {
    const kept = this.#at.findIndex((at) => at > now - HOUR);
    this.#at.splice(0, kept === -1 ? this.#at.length : kept);
    return this.#at.length;
  }
}
