import type { DayFigures } from '#shared/domain/reports/day-figures.ts';

/** An event that is counted. The proof that it was counted expires some time after it was recorded. */
export interface CountedEvent {
  readonly id: string;
  readonly recordedAt: number;
}

/** Number of events that `save` takes. A transaction of DynamoDB has 100 items, one of which is the figures. */
export const MOST_COUNTED_AT_ONCE = 99;

export interface FigureStore {
  load(day: string, shard: number): Promise<DayFigures | undefined>;
  /** Return which of these events were already counted, in any shard of any day. */
  counted(ids: readonly string[]): Promise<ReadonlySet<string>>;
  /**
   * Store figures together with the proof that these events are counted in them. Return false, and store
   * nothing, when the version is not one above the stored one (1 for the first) or an event was already
   * counted.
   */
  save(figures: DayFigures, events: readonly CountedEvent[]): Promise<boolean>;
  /** Return all figures between two days, both inclusive, ordered by day. */
  range(from: string, to: string): Promise<readonly DayFigures[]>;
}
