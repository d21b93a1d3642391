import type { Clock } from '#shared/ports/outside.ts';

/** A clock that moves only when a test moves it. */
export interface FixedClock extends Clock {
  set(ms: number): void;
  /** Move the clock forward. */
  advance(ms: number): void;
}

/** Sunday 4 January 2026, 10:00 in Riyadh: a working morning. */
export const WORKING_MORNING = Date.UTC(2026, 0, 4, 7, 0);

export function fixedClock(at: number = WORKING_MORNING): FixedClock {
  let now = at;
  return {
    now: () => now,
    set: (ms) => {
      now = ms;
    },
    advance: (ms) => {
      now += ms;
    },
  };
}
