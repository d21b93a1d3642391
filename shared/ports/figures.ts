import type { DayFigures } from '#shared/domain/reports/day-figures.ts';

export interface FigureStore {
  load(day: string, shard: number): Promise<DayFigures | undefined>;
  /** Store figures whose version is one above the stored one (1 for the first). Return false otherwise. */
  save(figures: DayFigures): Promise<boolean>;
  /** Return all figures between two days, both inclusive, ordered by day. */
  range(from: string, to: string): Promise<readonly DayFigures[]>;
}
