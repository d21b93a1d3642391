import { stepsOf } from '#shared/domain/sla/ladder-steps.ts';
import { retractable } from '#shared/domain/sla/retractable.ts';
import { isoInstant } from '#shared/domain/time/instant.ts';
import { clocksOf } from '../clocks.ts';
import type { Deciding } from '../context.ts';
import type { EventDraft } from '../decision.ts';
import type { CaseStep } from './case-step.ts';
import { owedBy } from './department.ts';

/** Return the run of a tier's key: `<clock>#<generation>`. */
const runOf = (key: string): string => key.slice(0, key.lastIndexOf('#'));
const nameOf = (key: string): string => key.slice(key.lastIndexOf('#') + 1);

/**
 * Retract breaches that no longer hold, because the work was done in time but recorded late, or because
 * corrected terms allow more time. Lower the case's level to what is still late.
 */
export function retract(step: CaseStep, { rules, recordedAt }: Deciding): CaseStep {
  const { fired } = step.case;
  if (!fired.some((key) => key.endsWith('#at-100'))) return step;
  const evaluation = clocksOf(step.case, rules, recordedAt);
  const wrong = retractable(evaluation, fired);
  if (wrong.length === 0) return step;
  const runs = new Set(wrong.map(({ key }) => runOf(key)));
  // Keep warnings, because the deadline was near. Breach and escalations can act again if the clock becomes
  // late.
  const left = fired.filter(
    (key) => !runs.has(runOf(key)) || (nameOf(key).startsWith('at-') && !key.endsWith('#at-100')),
  );
  const { priority } = step.case;
  const events = wrong.map(({ clock, generation }): EventDraft => {
    const run = evaluation.runs.find((one) => one.clock === clock && one.generation === generation);
    const dueAt = isoInstant(run?.state.dueAt ?? recordedAt);
    const owing = owedBy(step.case, clock, generation);
    return { type: 'rida.sla.retracted.v1', data: { clock, generation, dueAt, priority, ...owing } };
  });
  const levels = evaluation.live.flatMap(({ clock, generation }) =>
    stepsOf(evaluation.policy.ladder, clock)
      .filter(({ name }) => left.includes(`${clock}#${generation}#${name}`))
      .map(({ rung }) => rung.level ?? 0),
  );
  return {
    case: { ...step.case, fired: left, level: Math.min(step.case.level, Math.max(0, ...levels)) },
    events: [...step.events, ...events],
  };
}
