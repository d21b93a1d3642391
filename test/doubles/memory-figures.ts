import type { DayFigures } from '#shared/domain/reports/day-figures.ts';
import type { CountedEvent, FigureStore } from '#shared/ports/figure-store.ts';

/** Figures of days in memory, with the checks of the port against concurrent writers and repeated events. */
export class MemoryFigures implements FigureStore {
  readonly #days = new Map<string, DayFigures>();
  readonly #counted = new Set<string>();

  async load(day: string, shard: number): Promise<DayFigures | undefined> {
    return this.#days.get(`${day} ${shard}`);
  }

  async counted(ids: readonly string[]): Promise<ReadonlySet<string>> {
    return new Set(ids.filter((id) => this.#counted.has(id)));
  }

  async save(figures: DayFigures, events: readonly CountedEvent[]): Promise<boolean> {
    const key = `${figures.day} ${figures.shard}`;
    if (figures.version !== (this.#days.get(key)?.version ?? 0) + 1) return false;
    if (events.some(({ id }) => this.#counted.has(id))) return false;
    for (const { id } of events) this.#counted.add(id);
    this.#days.set(key, structuredClone(figures));
    return true;
  }

  async range(from: string, to: string): Promise<readonly DayFigures[]> {
    return [...this.#days.values()]
      .filter(({ day }) => day >= from && day <= to)
      .sort((a, b) => (a.day === b.day ? a.shard - b.shard : a.day < b.day ? -1 : 1));
  }
}
