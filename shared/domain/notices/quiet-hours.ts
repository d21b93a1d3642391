import type { EscalationRules } from '../rules.ts';
import { formatInZone, readInZone } from '../sla/zoned-time.ts';
import { DAY } from '../time/instant.ts';

/**
 * The first instant at or after `at` in which people may be mailed. Quiet hours are local times of day and
 * may span midnight; from and to the same means that there are none.
 */
export function afterQuiet(at: number, quiet: EscalationRules['quietHours'], zone: string): number {
  if (!quiet || quiet.from === quiet.to) return at;
  const { from, to } = quiet;
  const local = formatInZone(zone, at);
  const [date, time] = [local.slice(0, 10), local.slice(11, 16)];
  const spans = from > to;
  const isQuiet = spans ? time >= from || time < to : time >= from && time < to;
  if (!isQuiet) return at;
  const tomorrow = new Date(Date.parse(date) + DAY).toISOString().slice(0, 10);
  // An hour that occurs twice, when summer time ends, is read as its first: never go back.
  return Math.max(at, readInZone(zone, `${spans && time >= from ? tomorrow : date}T${to}`));
}
