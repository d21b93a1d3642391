import type { Evaluation } from './evaluate.ts';
import type { ClockName } from './policy.ts';
import { CLOCK_NAMES } from './policy.ts';

/** A breach that was announced. */
export interface AnnouncedBreach {
  /** Its tier's key, `<clock>#<generation>#at-100`. */
  readonly key: string;
  readonly clock: ClockName;
  readonly generation: number;
}

const BREACH = /^([a-zA-Z]+)#(\d+)#at-100$/u;

/** Return the key of the tier that is the breach of a run. */
export const breachKey = (clock: string, generation: number): string => `${clock}#${generation}#at-100`;

/**
 * Return the announced breaches that no longer hold, because the work was done in time but recorded late, or
 * because the terms now allow more time. `fired` contains the keys of tiers that acted or were skipped.
 */
export function retractable(evaluation: Evaluation, fired: Iterable<string>): readonly AnnouncedBreach[] {
  const breached = new Set(
    evaluation.runs
      .filter(({ state }) => state.breached)
      .map(({ clock, generation }) => breachKey(clock, generation)),
  );
  return [...new Set(fired)].flatMap((key) => {
    const [, name, generation] = BREACH.exec(key) ?? [];
    const clock = CLOCK_NAMES.find((candidate) => candidate === name);
    return clock === undefined || breached.has(key) ? [] : [{ key, clock, generation: Number(generation) }];
  });
}
