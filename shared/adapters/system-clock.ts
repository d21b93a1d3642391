import type { Clock } from '#shared/ports/outside.ts';

/** The computer's own clock. */
export const systemClock: Clock = { now: () => Date.now() };
