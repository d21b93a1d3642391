/** Cancels an alarm that is still pending. */
export type Cancel = () => void;

interface Timer {
  readonly at: number;
  readonly act: () => Promise<void>;
}

/** Callbacks at instants of the clock of the centre, which may be moved. */
export class Timers {
  readonly #alarms = new Set<Timer>();

  set(at: number, act: () => Promise<void>): Cancel {
    const alarm = { at, act };
    this.#alarms.add(alarm);
    return () => void this.#alarms.delete(alarm);
  }

  /** Return the earliest pending instant. */
  next(): number | undefined {
    const times = [...this.#alarms].map(({ at }) => at);
    return times.length === 0 ? undefined : Math.min(...times);
  }

  /**
   * Run all callbacks due by an instant, in the order of their times, including those that are added during
   * the run.
   */
  async ring(now: number): Promise<void> {
    for (;;) {
      const [first] = [...this.#alarms].filter(({ at }) => at <= now).sort((a, b) => a.at - b.at);
      if (!first) return;
      this.#alarms.delete(first);
      await first.act();
    }
  }
}
