import { DAY_MS, formatDate } from '#shared/domain/sla/local-date.ts';
import { zoneOf } from '#shared/domain/sla/zone.ts';

/** The zone in which the centre counts its days. */
const REPORTING_ZONE = 'Asia/Riyadh';

/** The centre's day of an instant, `YYYY-MM-DD`. */
export function localDay(at: number): string {
  const zone = zoneOf(REPORTING_ZONE);
  zone.cover(at, at);
  return formatDate(Math.floor((at + zone.offsetAt(at)) / DAY_MS));
}
