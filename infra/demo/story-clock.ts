import type { Clock } from '#shared/ports/outside.ts';

/** Sunday 4 January 2026, 08:00 in Riyadh: a working morning. */
export const STORY_BEGINS = Date.UTC(2026, 0, 4, 5, 0);

export interface StoryClock extends Clock {
  /** Let the clock run from now on. */
  run(): void;
}

/** Create a clock that is fixed at the start of the story, so that every run is the same. */
export function storyClock(): StoryClock {
  let since: number | undefined;
  return {
    now: () => STORY_BEGINS + (since === undefined ? 0 : Date.now() - since),
    run() {
      since ??= Date.now();
    },
  };
}
