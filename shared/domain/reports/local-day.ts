import { DAY_MS, formatDate, parseDate } from '#shared/domain/sla/local-date.ts';
import { zoneOf } from '#shared/domain/sla/zone.ts';

/** The zone of the centre's days. */
export const REPORTING_ZONE = 'Asia/Riyadh';

/** Return the milliseconds of the centre's clock at an instant, counted from 1970-01-01 00:00 of that clock. */
export function localMs(at: number): number {
  const zone = zoneOf(REPORTING_ZONE);
  zone.cover(at, at);
  return at + zone.offsetAt(at);
}

/** Return the centre's day of an instant, `YYYY-MM-DD`. */
export const localDay = (at: number): string => formatDate(Math.floor(localMs(at) / DAY_MS));

const HOUR_MS = DAY_MS / 24;

/** Return the centre's hour of an instant, `00` to `23`. */
export const localHour = (at: number): string =>
  String(Math.floor((localMs(at) % DAY_MS) / HOUR_MS)).padStart(2, '0');

/** Return the instant at which a day of the centre begins. */
export function startOfDay(day: string): number {
  const local = parseDate(day) * DAY_MS;
  const zone = zoneOf(REPORTING_ZONE);
  zone.cover(local - DAY_MS, local + DAY_MS);
  return local - zone.offsetAt(local - zone.offsetAt(local));
}
