import type { ClockName, Rung } from './policy.ts';

/** One point of a clock's ladder. */
export interface LadderStep {
  readonly rung: Rung;
  readonly name: string;
  /** Share of the target; 1 from the breach on. */
  readonly share: number;
  /** Working minutes after the breach. */
  readonly minutes: number;
}

/**
 * Return the points of one clock's ladder in ascending order. A rung for the named clock replaces one for
 * `any` at the same point.
 */
export function stepsOf(ladder: readonly Rung[], clock: ClockName): readonly LadderStep[] {
  const steps = new Map<string, LadderStep>();
  for (const watched of ['any', clock] as const) {
    for (const rung of ladder) {
      if (rung.clock === watched) for (const step of unfold(rung)) steps.set(step.name, step);
    }
  }
  return [...steps.values()].sort((a, b) => a.share - b.share || a.minutes - b.minutes);
}

function unfold(rung: Rung): LadderStep[] {
  if (rung.action !== 'escalate') {
    return [{ rung, name: `at-${Math.round(rung.atShare * 100)}`, share: rung.atShare, minutes: 0 }];
  }
  const { everyMinutes, times } = rung.repeat ?? { everyMinutes: 0, times: 1 };
  return Array.from({ length: times }, (_, i) => {
    const minutes = rung.afterBreachMinutes + i * everyMinutes;
    return { rung, name: `after-${minutes}`, share: 1, minutes };
  });
}
