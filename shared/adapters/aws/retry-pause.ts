/**
 * Return the milliseconds to wait before a retry: a random time between half of the longest pause and all of it, so
 * that throttled callers do not retry at the same moment.
 *
 * @param random a number from 0 to below 1
 */
export const retryPauseMs = (longestMs: number, random: number = Math.random()): number =>
  longestMs * (0.5 + random / 2);
