/**
 * The counted figures of one day in one shard. `applied` names the events counted, so that an event
 * that comes twice counts once; `version` guards against two writers.
 */
export interface DayFigures {
  /** Local day of the centre, `YYYY-MM-DD`. */
  readonly day: string;
  readonly shard: number;
  readonly version: number;
  readonly applied: readonly string[];
  /** Counter name, e.g. `opened|mail|report`, to its count. */
  readonly counts: Readonly<Record<string, number>>;
}

export interface FigureStore {
  load(day: string, shard: number): Promise<DayFigures | undefined>;
  /** Stores figures whose version is one above what is stored (or 1 for the first); false if not. */
  save(figures: DayFigures): Promise<boolean>;
  /** All figures from one day to another, both included, in order of day. */
  range(from: string, to: string): Promise<readonly DayFigures[]>;
}
