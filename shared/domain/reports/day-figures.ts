/** The figures of one day in one shard. `version` detects concurrent writers. */
export interface DayFigures {
  /** Local day of the centre, `YYYY-MM-DD`. */
  readonly day: string;
  readonly shard: number;
  readonly version: number;
  /** Counts by counter name, e.g. `opened|mail|report`. */
  readonly counts: Readonly<Record<string, number>>;
}
