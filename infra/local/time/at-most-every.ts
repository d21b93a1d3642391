import type { Clock } from '#shared/ports/outside.ts';

/** Return a function that runs the given one at most once in a time, by the clock of the centre, milliseconds. */
export function atMostEvery(ms: number, clock: Clock, run: () => Promise<void>): () => Promise<void> {
  let next = Number.NEGATIVE_INFINITY;
  return async () => {
    const now = clock.now();
    if (now < next) return;
    next = now + ms;
    await run();
  };
}
