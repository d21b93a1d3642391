import { DAY } from './instant.ts';

/** Nothing is planned further ahead. A later date is a slip of the hand, such as 2126 for 2026. */
const LONGEST_AHEAD = 2 * 366 * DAY;
/** Nothing is entered longer after it happened. An earlier date is a slip, or a Hijri year such as 1448. */
const LONGEST_AGO = 366 * DAY;

/** Return whether a date that a person entered is more than two years ahead. */
export const isTooFarAhead = (at: number, now: number): boolean => at > now + LONGEST_AHEAD;

/** Return whether a date that a person entered is more than a year ago. */
export const isTooLongAgo = (at: number, now: number): boolean => at < now - LONGEST_AGO;
