import * as z from 'zod';
import { isoInstant } from '#shared/domain/time/instant.ts';

/** The last millisecond of the year 9999. Later instants have no ISO text of fixed width. */
const LAST = 253_402_300_799_999;

/**
 * An instant: epoch milliseconds in the domain, ISO 8601 in UTC in the item, so that a person can read it.
 */
export const instant = z.codec(
  z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u),
  z.int().min(0).max(LAST),
  { decode: (text) => Date.parse(text), encode: isoInstant },
);

export const text = z.string();
export const flag = z.literal(true);
/** A duration in milliseconds, or a count. */
export const whole = z.int();
