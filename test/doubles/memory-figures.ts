import type { DayFigures } from '#shared/domain/reports/day-figures.ts';
import { appliedKey } from '#shared/ports/applied-key.ts';
import type { FigureStore } from '#shared/ports/figures.ts';

/** Counted days in memory, with the port's guard against two writers and the short keys of what was counted. */
export class MemoryFigures implements FigureStore {
  readonly #days = new Map<string, DayFigures>();

  async load(day: string, shard: number): Promise<DayFigures | undefined> {
    return this.#days.get(`${day} ${shard}`);
  }

  async save(figures: DayFigures): Promise<boolean> {
    const key = `${figures.day} ${figures.shard}`;
    if (figures.version !== (this.#days.get(key)?.version ?? 0) + 1) return false;
    this.#days.set(key, structuredClone({ ...figures, applied: figures.applied.map(appliedKey) }));
    return true;
  }

  async range(from: string, to: string): Promise<readonly DayFigures[]> {
    return [...this.#days.values()]
      .filter(({ day }) => day >= from && day <= to)
      .sort((a, b) => (a.day === b.day ? a.shard - b.shard : a.day < b.day ? -1 : 1));
  }
}
