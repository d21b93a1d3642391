/** Format epoch milliseconds as UTC ISO 8601 of fixed width, so that text order equals time order. */
export const isoInstant = (ms: number): string => new Date(ms).toISOString();

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
