import { MINUTE } from '#shared/domain/time/instant.ts';

/** Routing ages that a callback can get. A flow accepts only fixed numbers of minutes. */
export const WAITED_MINUTES = [0, 1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60] as const;

const LONGEST = 60;

/** Return the smallest of them that is not less than the waiting time, so that callers keep their place. */
export const waitedMinutes = (ms: number): number =>
  WAITED_MINUTES.find((minutes) => minutes * MINUTE >= ms) ?? LONGEST;
