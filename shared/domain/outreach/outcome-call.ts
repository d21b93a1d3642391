import type { CompiledCalendar } from '../sla/compile.ts';
import { nextOpening } from '../sla/openings.ts';
import { formatInZone } from '../sla/zoned-time.ts';
import { DAY, HOUR } from '../time/instant.ts';

/** The attempts to tell a beneficiary without mail how their case ended. */
export const OUTCOME_ATTEMPTS = 3;
/** The time after the resolution in which staff can still correct it before the beneficiary is called. */
export const OUTCOME_CALL_AFTER = HOUR;

type Window = 'morning' | 'afternoon' | 'evening';

/**
 * Return the part of the local day of an instant.
 * @internal exported for tests
 */
export function windowOf({ calendar }: CompiledCalendar, at: number): Window {
  const hour = Number(formatInZone(calendar.zone, at).slice(11, 13));
  if (hour < 12) return 'morning';
  return hour < 16 ? 'afternoon' : 'evening';
}

const SEARCHED = 8 * DAY;

/**
 * Return the first opening at or after an instant in a part of the day in which the person was not called yet. A
 * repetition at the same hour seldom reaches anybody. When the hours have no other part, return the next opening.
 */
export function otherWindow(calendar: CompiledCalendar, calledAt: readonly number[], from: number): number {
  const used = new Set(calledAt.map((at) => windowOf(calendar, at)));
  for (let at = nextOpening(calendar, from); at < from + SEARCHED; at = nextOpening(calendar, at + HOUR))
    if (!used.has(windowOf(calendar, at))) return at;
  return nextOpening(calendar, from);
}
