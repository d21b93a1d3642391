/**
 * The figures of one day in one shard. `applied` lists the counted events, so that a repeated event counts
 * once. `version` detects concurrent writers.
 */
export interface DayFigures {
  /** Local day of the centre, `YYYY-MM-DD`. */
  readonly day: string;
  readonly shard: number;
  readonly version: number;
  readonly applied: readonly string[];
  /** Counts by counter name, e.g. `opened|mail|report`. */
  readonly counts: Readonly<Record<string, number>>;
}
