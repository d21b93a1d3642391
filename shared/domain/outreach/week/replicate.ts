import type { Tally } from './tally.ts';

/** The calls of a week that are released together. */
export interface Replicate {
  /** Names the week and the number. */
  readonly id: string;
  readonly version: number;
  readonly causes: readonly string[];
  /** The ids of its calls. */
  readonly calls: readonly string[];
  /** The results of its calls, as far as they were counted. */
  readonly tally: Tally;
}

/** Return the id of a replicate. @param number from 1 */
export const replicateId = (week: string, number: number): string => `${week}-${number}`;
