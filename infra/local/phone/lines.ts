import type { PhoneLine } from './phone-line.ts';

/** Calls remembered after their end. */
const KEPT = 200;

/** The calls of a switchboard: those under way, and the newest of those that ended. */
export class Lines {
  readonly #lines = new Map<string, PhoneLine>();

  add(line: PhoneLine): void {
    this.#lines.set(line.id, line);
    const over = [...this.#lines.values()].filter(({ leg }) => leg.isOver);
    for (const { id } of over.slice(0, Math.max(0, this.#lines.size - KEPT))) this.#lines.delete(id);
  }

  find(id: string): PhoneLine | undefined {
    return this.#lines.get(id);
  }

  /** Newest first. */
  all(): readonly PhoneLine[] {
    return [...this.#lines.values()].reverse();
  }
}
