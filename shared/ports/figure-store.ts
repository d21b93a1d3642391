import type { AskedReport } from '#shared/domain/reports/asked-report.ts';
import type { CountedEvent } from '#shared/domain/reports/counted-event.ts';
import type { DayFigures } from '#shared/domain/reports/day-figures.ts';
import type { NotedChange } from '#shared/domain/reports/noted-change.ts';

export type { CountedEvent };

/** Number of events that `save` takes. A transaction of DynamoDB has 100 items, one of which is the figures. */
export const MOST_COUNTED_AT_ONCE = 99;

export interface FigureStore {
  load(day: string, shard: number): Promise<DayFigures | undefined>;
  /** Return the ids of those of these events that were already counted, in any shard. */
  counted(events: readonly Pick<CountedEvent, 'id' | 'day'>[]): Promise<ReadonlySet<string>>;
  /** Return the counted events of a day whose proof is kept, in the order in which they happened. */
  countedOn(day: string): Promise<readonly CountedEvent[]>;
  /** Iterate over the subjects of the counted events of a day, piece by piece. One may be in several pieces. */
  subjectsOn(day: string): AsyncIterable<readonly string[]>;
  /**
   * Store figures together with the proof that these events are counted in them. Return false, and store
   * nothing, when the version is not one above the stored one (1 for the first) or an event was already
   * counted.
   */
  save(figures: DayFigures, events: readonly CountedEvent[]): Promise<boolean>;
  /** Return all figures between two days, both inclusive, ordered by day. */
  range(from: string, to: string): Promise<readonly DayFigures[]>;
  /** Return the changes that staff noted, by their day. */
  changes(): Promise<readonly NotedChange[]>;
  /** Store a change. Return false, and store nothing, when a new one is stored already. */
  saveChange(change: NotedChange, how: 'new' | 'known'): Promise<boolean>;
  /** Return the reports that were asked to be mailed, the earliest first. They are kept for 90 days. */
  askedReports(): Promise<readonly AskedReport[]>;
  /** Store an asked report. Return false, and store nothing, when a new one is stored already. */
  saveAsked(asked: AskedReport, how: 'new' | 'known'): Promise<boolean>;
}
