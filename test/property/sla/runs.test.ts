import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate } from '#shared/domain/sla/evaluate.ts';
import { retractable } from '#shared/domain/sla/retractable.ts';
import { tiersOf } from '#shared/domain/sla/tiers.ts';
import type { Fact } from '#shared/domain/sla/timeline.ts';
import { elapsed } from '#shared/domain/sla/working-time.ts';
import { DAY } from './arbitraries.ts';
import { at, elsewhere, facts, office, opened, policy, remaining, START } from './case-arbitraries.ts';

const RUNS = { numRuns: 500 };

describe('runs', () => {
  test('by time alone the runs stay the same and none gets better', () => {
    fc.assert(
      fc.property(policy, facts, at, fc.nat(20 * DAY), (p, list, asOf, later) => {
        const past = [opened, ...list.filter((each) => each.at <= asOf)];
        const now = evaluate(p, office, past, asOf, elsewhere);
        const then = evaluate(p, office, past, asOf + later, elsewhere);
        expect(then.runs.map(({ clock, generation }) => [clock, generation])).toEqual(
          now.runs.map(({ clock, generation }) => [clock, generation]),
        );
        for (const [i, { state: a }] of now.runs.entries()) {
          const b = then.runs[i]?.state;
          if (a.state === 'running') expect(b).toMatchObject({ state: 'running', dueAt: a.dueAt });
          else if (a.state === 'paused') expect(b).toEqual({ ...a, dueAt: b?.dueAt });
          else if (a.metAt !== null) expect(b).toEqual(a);
          if (a.breached) expect(b?.breached).toBe(true);
        }
      }),
      RUNS,
    );
  });

  test('the shown state of a clock is one of its runs, with the worst margin of those due', () => {
    fc.assert(
      fc.property(policy, facts, at, (p, list, asOf) => {
        const { runs, live, clocks } = evaluate(p, office, [opened, ...list], asOf, elsewhere);
        expect(live).toEqual(runs.filter(({ state }) => ['running', 'paused'].includes(state.state)));
        for (const name of ['nextResponse', 'followUp', 'department'] as const) {
          const mine = runs.filter(({ clock }) => clock === name).map(({ state }) => state);
          if (mine.length === 0) continue;
          expect(clocks[name].marginMs).toBe(Math.min(...mine.map(({ marginMs }) => marginMs ?? 0)));
          expect(clocks[name].breached).toBe(mine.some(({ breached }) => breached));
          expect(mine.map(({ generation }) => generation)).toContain(clocks[name].generation);
        }
      }),
      RUNS,
    );
  });
});

describe('merged cases', () => {
  const others = facts.map((list) => list.filter(({ type }) => type !== 'absorbed' && type !== 'released'));
  const merged = fc.record({
    at,
    type: fc.constant('absorbed' as const),
    source: fc.constant('x'),
    remaining,
  });
  const both = ['firstResponse', 'resolution'] as const;

  test('the earliest promise is kept', () => {
    fc.assert(
      fc.property(
        policy,
        others,
        fc.array(merged, { minLength: 1, maxLength: 3 }),
        at,
        (p, list, merges, asOf) => {
          const own = [opened, ...list];
          const sources = merges.map((merge, i) => ({ ...merge, source: `case ${i}` }));
          const alone = evaluate(p, office, own, asOf);
          const together = evaluate(p, office, [...own, ...sources], asOf);
          for (const name of both) {
            for (const run of together.runs.filter(({ clock }) => clock === name)) {
              const { startedAt, metAt, targetMs } = run.state;
              const before = alone.runs.find(
                (each) => each.clock === name && each.generation === run.generation,
              );
              const start = startedAt ?? START;
              const promised = sources
                .filter((merge) => merge.at <= asOf && merge.at >= start && merge.at <= (metAt ?? asOf))
                .flatMap((merge) => {
                  const had = merge.remaining[name];
                  return had === undefined ? [] : [elapsed(office, start, merge.at, run.pauses) + had];
                });
              const targets = [before?.state.targetMs ?? Number.POSITIVE_INFINITY, ...promised];
              expect(targetMs).toBe(Math.max(0, Math.min(...targets)));
              expect(run.state.dueAt).toBeLessThanOrEqual(before?.state.dueAt ?? Number.POSITIVE_INFINITY);
            }
          }
        },
      ),
      RUNS,
    );
  });

  test('releasing a case undoes it, and nothing else', () => {
    fc.assert(
      fc.property(policy, facts, merged, fc.nat(DAY), at, (p, list, merge, later, asOf) => {
        const released: Fact = { at: merge.at + later, type: 'released', source: merge.source };
        fc.pre(asOf >= released.at);
        expect(evaluate(p, office, [opened, merge, ...list, released], asOf)).toEqual(
          evaluate(p, office, [opened, ...list], asOf),
        );
      }),
      RUNS,
    );
  });
});

describe('verdicts', () => {
  test('a breach acts when, and only when, its clock is judged late: also of one held at its due instant', () => {
    fc.assert(
      fc.property(policy, facts, at, fc.nat(3), (p, list, about, ms) => {
        // The timer is set exactly when something is due, or within a millisecond.
        const first = evaluate(p, office, [opened, ...list], about);
        const dueAt = first.nextDeadlineAt ?? about;
        const held: Fact = { at: dueAt + ms - 1, type: 'status', status: 'pending-beneficiary' };
        const goesOn: Fact = { at: dueAt + DAY, type: 'status', status: 'open' };
        for (const asOf of [dueAt, dueAt + 1, dueAt + 2, dueAt + 3, dueAt + DAY, dueAt + DAY + 1]) {
          const evaluation = evaluate(p, office, [opened, ...list, held, goesOn], asOf, elsewhere);
          const tiers = tiersOf(office, evaluation, elsewhere);
          for (const { clock, generation, state } of evaluation.live) {
            const breach = tiers.find(({ key }) => key === `${clock}#${generation}#at-100`);
            expect(breach !== undefined && breach.firesAt <= asOf).toBe(state.breached);
          }
        }
      }),
      RUNS,
    );
  });

  test('an automatic action is never retracted; a late record may be, but only if it was in time', () => {
    fc.assert(
      fc.property(policy, facts, facts, at, (p, early, late, asOf) => {
        const before = evaluate(p, office, [opened, ...early], asOf, elsewhere);
        const fired = tiersOf(office, before, elsewhere)
          .filter((tier) => tier.firesAt <= asOf)
          .map(({ key }) => key);
        expect(retractable(before, fired)).toEqual([]);
        const after = evaluate(p, office, [opened, ...early, ...late], asOf, elsewhere);
        for (const { key, clock, generation } of retractable(after, fired)) {
          expect(fired).toContain(key);
          const run = after.runs.find((each) => each.clock === clock && each.generation === generation);
          expect(run?.state.breached ?? false).toBe(false);
        }
      }),
      RUNS,
    );
  });
});
