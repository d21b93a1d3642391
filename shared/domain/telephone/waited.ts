import { MINUTE } from '#shared/domain/time/instant.ts';

/** The routing ages a call back can be given: a flow takes fixed numbers of minutes only. */
export const WAITED_MINUTES = [0, 1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60] as const;

const LONGEST = 60;

/** The smallest of them that is no less than what was waited, so that nobody loses their place. */
export const waitedMinutes = (ms: number): number =>
  WAITED_MINUTES.find((minutes) => minutes * MINUTE >= ms) ?? LONGEST;
