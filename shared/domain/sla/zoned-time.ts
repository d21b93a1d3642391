import { CalendarError } from './calendar-error.ts';
import { DAY_MS, MINUTE_MS, parseDate, parseTime } from './local-date.ts';
import { formatOffset, zoneOf } from './zone.ts';

const LOCAL = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2}))?)?$/;
const MARGIN_MS = 2 * DAY_MS;

/**
 * Parse an ISO 8601 time to epoch milliseconds. Without an offset it is local time of `zone`; a date alone is
 * its midnight. Throw a {@link CalendarError} for an invalid time.
 */
export function readInZone(zone: string, text: string): number {
  const parts = LOCAL.exec(text);
  if (parts === null) {
    const instant = Date.parse(text);
    if (Number.isNaN(instant)) {
      throw new CalendarError('time', `expected a time such as 2026-02-15T07:30, got "${text}"`);
    }
    return instant;
  }
  const [, date = '', time = '00:00', seconds = '0'] = parts;
  const local = parseDate(date) * DAY_MS + parseTime(time) * MINUTE_MS + Number(seconds) * 1000;
  const offsets = zoneOf(zone);
  offsets.cover(local - MARGIN_MS, local + MARGIN_MS);
  return offsets.toInstant(local);
}

/** Format an instant as local time of `zone`: `2026-02-26T15:00:00+03:00`. */
export function formatInZone(zone: string, instant: number): string {
  const offsets = zoneOf(zone);
  offsets.cover(instant - MARGIN_MS, instant + MARGIN_MS);
  const offset = offsets.offsetAt(instant);
  return `${new Date(instant + offset).toISOString().slice(0, 19)}${formatOffset(offset)}`;
}
