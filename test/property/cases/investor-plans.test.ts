import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Case } from '#shared/domain/cases/case.ts';
import { caseHours } from '#shared/domain/cases/clocks.ts';
import { decideCase } from '#shared/domain/cases/decide-case.ts';
import { isRejection } from '#shared/domain/cases/decision.ts';
import { isRunning, openObstacles, openProcedures } from '#shared/domain/investors/plan.ts';
import { beginOfWorkingDayBefore } from '#shared/domain/sla/working-days.ts';
import { HOUR } from '#shared/domain/time/instant.ts';
import { aCase } from '#test/builders/a-case.ts';
import { shippedRules as rules } from '#test/builders/shipped-rules.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';
import { planned } from './any-command.ts';

/** A random life of an investor's case: commands, and the hours between them. */
const life = fc.array(fc.tuple(planned, fc.integer({ min: 0, max: 120 })), { minLength: 10, maxLength: 60 });

/** Play a life, and look at each state with the events that led to it. */
function play(
  steps: readonly (readonly [Parameters<typeof decideCase>[1], number])[],
  look: (state: Case, events: readonly { type: string; data: object }[], at: number) => void,
): void {
  let state: Case = aCase({ segment: 'investor', assignee: 'salem' });
  let now = WORKING_MORNING;
  for (const [command, hours] of steps) {
    now += hours * HOUR;
    const decision = decideCase(state, command, { now, rules, cause: `c${now}`, person: 'asked' });
    if (isRejection(decision)) continue;
    state = decision.case;
    look(state, decision.events, now);
  }
}

it('a plan owes exactly one contact while it runs, and its counts are those of its events', () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(life, (steps) => {
      const counts = { touched: 0, started: 0, ended: 0, met: 0, cleared: 0 };
      const numbers = new Set<number>();
      const count = ({ type, data }: { type: string; data: object }): void => {
        reached.add(type);
        const [, subject, verb] = type.split('.');
        if (subject === 'plan' || subject === 'obstacle') counts[verb as 'met'] += 1;
        if (!('touch' in data)) return;
        expect(numbers).not.toContain(data.touch);
        numbers.add(Number(data.touch));
      };
      play(steps, (state, events) => {
        for (const event of events) count(event);
        const { plan } = state;
        if (!plan) return;
        expect(plan.next !== undefined).toBe(isRunning(plan));
        expect(plan.touches.kept + plan.touches.late).toBe(counts.touched);
        expect(counts.started - counts.ended).toBe(isRunning(plan) ? 1 : 0);
        expect(openObstacles(plan)).toHaveLength(counts.met - counts.cleared);
        if (plan.state === 'closing') expect(openProcedures(plan)).toEqual([]);
        const open = new Set(openProcedures(plan).map(({ id }) => id));
        for (const { procedure } of openObstacles(plan)) expect(open).toContain(procedure);
      });
    }),
    { numRuns: 150 },
  );
  for (const event of [
    'plan.closing-due',
    'plan.ended',
    'obstacle.cleared',
    'procedure.changed',
    'case.escalated',
  ])
    expect(reached).toContain(`rida.${event}.v1`);
});

it('a contact that is missed is escalated before its last two working days have begun', () => {
  fc.assert(
    fc.property(life, (steps) => {
      play(steps, (state, _, at) => {
        const { next } = state.plan ?? {};
        if (!next) return;
        const escalates = beginOfWorkingDayBefore(caseHours(state, rules, at), next.dueAt, 1);
        // The plan always leaves this day after the contact before.
        expect(escalates).toBeGreaterThan(next.from);
        const early = state.fired.includes(`touch#${next.number}#before-1`);
        if (!early && state.nextDueAt !== undefined)
          expect(state.nextDueAt).toBeLessThanOrEqual(Math.max(at, escalates + 1));
      });
    }),
    { numRuns: 150 },
  );
});
