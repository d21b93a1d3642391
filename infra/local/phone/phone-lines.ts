import type { PhoneLine } from './phone-line.ts';

/** The number of ended calls that are kept. */
const KEPT = 200;

/** The calls of a switchboard: active calls, and the newest ended calls. */
export class PhoneLines {
  readonly #lines = new Map<string, PhoneLine>();

  add(line: PhoneLine): void {
    this.#lines.set(line.id, line);
    const over = [...this.#lines.values()].filter(({ leg }) => leg.isOver);
    for (const { id } of over.slice(0, Math.max(0, this.#lines.size - KEPT))) this.#lines.delete(id);
  }

  find(id: string): PhoneLine | undefined {
    return this.#lines.get(id);
  }

  /** Return the calls, newest first. */
  all(): readonly PhoneLine[] {
    return [...this.#lines.values()].reverse();
  }
}
