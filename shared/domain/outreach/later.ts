import type { CompiledCalendar } from '../sla/compile.ts';
import { nextOpening } from '../sla/openings.ts';
import { formatInZone, readInZone } from '../sla/zoned-time.ts';
import { DAY, HOUR } from '../time/instant.ts';

/** When a busy person prefers to be called. */
export type LaterChoice = 'in-an-hour' | 'evening' | 'tomorrow';

const EVENING = '17:30';
const MORNING = '10:00';

/** Return the instant of a choice, within the calling hours. */
export function laterAt(choice: LaterChoice, now: number, calendar: CompiledCalendar): number {
  const { zone } = calendar.calendar;
  const on = (day: number, time: string): number =>
    readInZone(zone, `${formatInZone(zone, now + day * DAY).slice(0, 10)}T${time}`);
  const evening = on(0, EVENING);
  const wanted = {
    'in-an-hour': now + HOUR,
    evening: evening > now ? evening : on(1, EVENING),
    tomorrow: on(1, MORNING),
  }[choice];
  return nextOpening(calendar, Math.max(wanted, now));
}
