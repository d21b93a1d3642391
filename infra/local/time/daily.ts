import { DAY } from '#shared/domain/time/instant.ts';
import type { Clock } from '#shared/ports/outside.ts';

/** Runs something once a day by the centre's own clock, however often it is asked. */
export function daily(clock: Clock, run: () => Promise<void>): () => Promise<void> {
  let next = Number.NEGATIVE_INFINITY;
  return async () => {
    const now = clock.now();
    if (now < next) return;
    next = now + DAY;
    await run();
  };
}
