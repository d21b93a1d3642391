import type { AskedReport } from '#shared/domain/reports/asked-report.ts';
import type { DayFigures } from '#shared/domain/reports/day-figures.ts';
import type { NotedChange } from '#shared/domain/reports/noted-change.ts';
import type { CountedEvent, FigureStore } from '#shared/ports/figure-store.ts';

/** Figures of days in memory, with the checks of the port against concurrent writers and repeated events. */
export class MemoryFigures implements FigureStore {
  readonly #days = new Map<string, DayFigures>();
  readonly #counted = new Map<string, CountedEvent>();
  readonly #changes = new Map<string, NotedChange>();
  readonly #asked = new Map<string, AskedReport>();

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

  async *subjectsOn(day: string): AsyncGenerator<readonly string[]> {
    for (const { subject } of await this.countedOn(day)) yield [subject];
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

  async changes(): Promise<readonly NotedChange[]> {
    return [...this.#changes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, change]) => change);
  }

  async saveChange(change: NotedChange, how: 'new' | 'known'): Promise<boolean> {
    const key = `${change.day}#${change.id}`;
    if (how === 'new' && this.#changes.has(key)) return false;
    this.#changes.set(key, change);
    return true;
  }

  async askedReports(): Promise<readonly AskedReport[]> {
    return [...this.#asked.values()].sort((a, b) => a.at - b.at);
  }

  async saveAsked(asked: AskedReport, how: 'new' | 'known'): Promise<boolean> {
    if (how === 'new' && this.#asked.has(asked.id)) return false;
    this.#asked.set(asked.id, asked);
    return true;
  }
}
