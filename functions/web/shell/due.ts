import type { ClockName } from '#events/vocabulary.ts';
import { type Case, isActive } from '#shared/domain/cases/case.ts';
import { clocksOf } from '#shared/domain/cases/clocks.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { CLOCK_NAMES } from '#shared/domain/sla/policy.ts';

export type DueTone = 'overdue' | 'near' | 'calm' | 'paused' | 'finished' | 'open';

/** The time column of a case: its nearest deadline and the urgency. */
export interface Due {
  readonly tone: DueTone;
  readonly clock?: ClockName;
  readonly dueAt?: number;
}

/** A deadline is near when this share of its working time is used. */
export const NEAR = 0.75;

/** Return the most urgent deadline of a case at an instant. */
export function dueState(supportCase: Case, rules: Rules, now: number): Due {
  if (!isActive(supportCase.status)) return { tone: 'finished' };
  const { clocks } = clocksOf(supportCase, rules, now);
  const running = CLOCK_NAMES.flatMap((clock) => {
    const { activeDueAt, elapsedMs, targetMs } = clocks[clock];
    return activeDueAt === null ? [] : [{ clock, dueAt: activeDueAt, share: elapsedMs / (targetMs ?? 1) }];
  }).sort((a, b) => a.dueAt - b.dueAt);
  const [first] = running;
  if (!first)
    return { tone: CLOCK_NAMES.some((clock) => clocks[clock].state === 'paused') ? 'paused' : 'open' };
  const tone = now > first.dueAt ? 'overdue' : first.share >= NEAR ? 'near' : 'calm';
  return { tone, clock: first.clock, dueAt: first.dueAt };
}
