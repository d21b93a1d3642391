import type { DayFigures } from '#shared/domain/reports/day-figures.ts';
import type { CountedEvent, FigureStore } from '#shared/ports/figure-store.ts';

/** Figures of days in memory, with the checks of the port against concurrent writers and repeated events. */
export class MemoryFigures implements FigureStore {
  readonly #days = new Map<string, DayFigures>();
  readonly #counted = new Map<string, CountedEvent>();

  async load(day: string, shard: number): Promise<DayFigures | undefined> {
    return this.#days.get(`${day} ${shard}`);
  }

  async counted(events: readonly Pick<CountedEvent, 'id' | 'day'>[]): Promise<ReadonlySet<string>> {
    return new Set(events.map(({ id }) => id).filter((id) => this.#counted.has(id)));
  }

  async countedOn(day: string): Promise<readonly CountedEvent[]> {
    return [...this.#counted.values()]
      .filter((event) => event.day === day)
      .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  }

  async save(figures: DayFigures, events: readonly CountedEvent[]): Promise<boolean> {
    const key = `${figures.day} ${figures.shard}`;
    if (figures.version !== (this.#days.get(key)?.version ?? 0) + 1) return false;
    if (events.some(({ id }) => this.#counted.has(id))) return false;
    for (const event of events) this.#counted.set(event.id, structuredClone(event));
    this.#days.set(key, structuredClone(figures));
    return true;
  }

  async range(from: string, to: string): Promise<readonly DayFigures[]> {
    return [...this.#days.values()]
      .filter(({ day }) => day >= from && day <= to)
      .sort((a, b) => (a.day === b.day ? a.shard - b.shard : a.day < b.day ? -1 : 1));
  }
}
