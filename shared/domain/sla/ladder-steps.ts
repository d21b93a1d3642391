import type { ClockName, Rung } from './policy.ts';

/**
 * The next contact of a plan is escalated a whole working day before it passes, whatever the settings say about late
 * work.
 */
const EARLY_TOUCH: Rung = {
  ...{ clock: 'touch', action: 'escalate', workingDaysBefore: 1 },
  ...{ level: 1, tell: 'supervisor' },
};

/** One point of a clock's ladder. */
export interface LadderStep {
  readonly rung: Rung;
  readonly name: string;
  /** Share of the target; 1 from the breach on, 0 for a step before the deadline. */
  readonly share: number;
  /** Working minutes after the breach. */
  readonly minutes: number;
  /** Whole working days before the deadline, for a step that escalates early. */
  readonly daysBefore?: number;
}

/**
 * Return the points of one clock's ladder in ascending order. A rung for the named clock replaces one for
 * `any` at the same point.
 */
export function stepsOf(ladder: readonly Rung[], clock: ClockName): readonly LadderStep[] {
  const steps = new Map<string, LadderStep>();
  for (const watched of ['any', clock] as const) {
    for (const rung of [...ladder, EARLY_TOUCH]) {
      if (rung.clock === watched) for (const step of unfold(rung)) steps.set(step.name, step);
    }
  }
  const all = [...steps.values()].sort((a, b) => a.share - b.share || a.minutes - b.minutes);
  // A clock that escalates before its deadline needs no other warning: the later one would replace the escalation.
  return all.some(isEarly) ? all.filter((step) => step.share === 1 || isEarly(step)) : all;
}

const isEarly = ({ daysBefore }: LadderStep): boolean => daysBefore !== undefined;

function unfold(rung: Rung): LadderStep[] {
  if (rung.action !== 'escalate') {
    return [{ rung, name: `at-${Math.round(rung.atShare * 100)}`, share: rung.atShare, minutes: 0 }];
  }
  if ('workingDaysBefore' in rung) {
    const { workingDaysBefore: daysBefore } = rung;
    return [{ rung, name: `before-${daysBefore}`, share: 0, minutes: 0, daysBefore }];
  }
  const { everyMinutes, times } = rung.repeat ?? { everyMinutes: 0, times: 1 };
  return Array.from({ length: times }, (_, i) => {
    const minutes = rung.afterBreachMinutes + i * everyMinutes;
    return { rung, name: `after-${minutes}`, share: 1, minutes };
  });
}
