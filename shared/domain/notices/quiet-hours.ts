import type { EscalationRules } from '../rules.ts';
import { formatInZone, readInZone } from '../sla/zoned-time.ts';
import { DAY } from '../time/instant.ts';

/**
 * Return the first instant at or after `at` outside the quiet hours. Quiet hours are local times of day and
 * may span midnight. Equal `from` and `to` mean no quiet hours.
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
  // At the end of summer time one hour occurs twice, and `readInZone` returns its first occurrence: never go
  // back before `at`.
  return Math.max(at, readInZone(zone, `${spans && time >= from ? tomorrow : date}T${to}`));
}
