/** Stops an alarm that has not rung. */
export type Cancel = () => void;

interface Alarm {
  readonly at: number;
  readonly act: () => Promise<void>;
}

/** What is to happen at an instant of the centre's clock, which somebody moves or which runs. */
export class Alarms {
  readonly #alarms = new Set<Alarm>();

  set(at: number, act: () => Promise<void>): Cancel {
    const alarm = { at, act };
    this.#alarms.add(alarm);
    return () => void this.#alarms.delete(alarm);
  }

  /** The earliest instant at which something is to happen. */
  next(): number | undefined {
    const times = [...this.#alarms].map(({ at }) => at);
    return times.length === 0 ? undefined : Math.min(...times);
  }

  /** Does what is due by an instant, in the order of its times, also what becomes due meanwhile. */
  async ring(now: number): Promise<void> {
    for (;;) {
      const [first] = [...this.#alarms].filter(({ at }) => at <= now).sort((a, b) => a.at - b.at);
      if (!first) return;
      this.#alarms.delete(first);
      await first.act();
    }
  }
}
