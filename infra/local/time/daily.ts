import { DAY } from '#shared/domain/time/instant.ts';
import type { Clock } from '#shared/ports/outside.ts';

/** Return a function that runs the given one at most once a day, by the clock of the centre. */
export function daily(clock: Clock, run: () => Promise<void>): () => Promise<void> {
  let next = Number.NEGATIVE_INFINITY;
  return async () => {
    const now = clock.now();
    if (now < next) return;
    next = now + DAY;
    await run();
  };
}
