import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate } from '#shared/domain/sla/evaluate.ts';
import { CLOCK_NAMES } from '#shared/domain/sla/policy.ts';
import { nextTier, tiersOf } from '#shared/domain/sla/tiers.ts';
import { DAY } from './arbitraries.ts';
import { at, facts, office, opened, policy } from './case-arbitraries.ts';

const RUNS = { numRuns: 500 };

const lateBy = ({ marginMs }: { marginMs: number | null }): number => -(marginMs ?? 0);

describe('evaluate', () => {
  test('neither order of arrival nor repetition matters', () => {
    const shuffled = facts.chain((list) =>
      fc.tuple(
        fc.constant(list),
        fc.shuffledSubarray([...list, ...list], { minLength: list.length * 2, maxLength: list.length * 2 }),
      ),
    );
    fc.assert(
      fc.property(policy, shuffled, at, (p, [list, again], asOf) => {
        expect(evaluate(p, office, [...again, opened], asOf)).toEqual(
          evaluate(p, office, [opened, ...list], asOf),
        );
      }),
      RUNS,
    );
  });

  test('facts later than the instant asked about change nothing', () => {
    fc.assert(
      fc.property(policy, facts, at, (p, list, asOf) => {
        const past = list.filter((each) => each.at <= asOf);
        expect(evaluate(p, office, [opened, ...list], asOf)).toEqual(
          evaluate(p, office, [opened, ...past], asOf),
        );
      }),
      RUNS,
    );
  });

  test('time alone improves nothing, and does not change a stopped clock', () => {
    fc.assert(
      fc.property(policy, facts, at, fc.nat(20 * DAY), (p, list, asOf, later) => {
        const past = [opened, ...list.filter((each) => each.at <= asOf)];
        const [now, then] = [evaluate(p, office, past, asOf), evaluate(p, office, past, asOf + later)];
        for (const name of CLOCK_NAMES) {
          const [a, b] = [now.clocks[name], then.clocks[name]];
          expect(b.state).toBe(a.state);
          expect(lateBy(b)).toBeGreaterThanOrEqual(lateBy(a));
          // The worst of several promises is shown. It may change to another one with a different term.
          if (b.targetMs === a.targetMs) expect(b.elapsedMs).toBeGreaterThanOrEqual(a.elapsedMs);
          if (a.breached) expect(b.breached).toBe(true);
          if (a.state !== 'running') expect([b.elapsedMs, b.breached]).toEqual([a.elapsedMs, a.breached]);
          if (a.state === 'running') expect(b.dueAt).toBe(a.dueAt);
        }
      }),
      RUNS,
    );
  });

  test('margin and breach agree, and only running clocks have a deadline', () => {
    fc.assert(
      fc.property(policy, facts, at, (p, list, asOf) => {
        const { clocks, nextDeadlineAt } = evaluate(p, office, [opened, ...list], asOf);
        const deadlines: number[] = [];
        for (const name of CLOCK_NAMES) {
          const { state, marginMs, breached, activeDueAt } = clocks[name];
          if (marginMs !== null && marginMs < 0) expect(breached).toBe(true);
          if (marginMs !== null && marginMs > 0) expect(breached).toBe(false);
          expect(activeDueAt !== null).toBe(state === 'running');
          if (activeDueAt !== null) deadlines.push(activeDueAt);
        }
        expect(nextDeadlineAt).toBe(deadlines.length > 0 ? Math.min(...deadlines) : null);
      }),
      RUNS,
    );
  });
});

describe('tiers', () => {
  test('for any times of evaluation, every tier acts or is skipped once, and the last evaluation finds none', () => {
    fc.assert(
      fc.property(policy, facts, fc.array(at, { minLength: 1, maxLength: 8 }), (p, list, looks) => {
        const fired = new Set<string>();
        for (const asOf of [...looks].sort((a, b) => a - b)) {
          const tiers = tiersOf(office, evaluate(p, office, [opened, ...list], asOf));
          expect(new Set(tiers.map(({ key }) => key)).size).toBe(tiers.length);
          const { dueNow, skipped } = nextTier(tiers, fired, asOf);
          expect(new Set(dueNow.map(({ clock, generation }) => `${clock}#${generation}`)).size).toBe(
            dueNow.length,
          );
          for (const { key } of [...dueNow, ...skipped]) {
            expect(fired.has(key)).toBe(false);
            fired.add(key);
          }
          expect(nextTier(tiers, fired, asOf)).toMatchObject({ dueNow: [], skipped: [] });
        }
      }),
      { numRuns: 150 },
    );
  });

  test('looking again at the instant named finds something to do', () => {
    fc.assert(
      fc.property(policy, facts, at, (p, list, asOf) => {
        const past = [opened, ...list.filter((each) => each.at <= asOf)];
        const look = (now: number, fired: ReadonlySet<string>) =>
          nextTier(tiersOf(office, evaluate(p, office, past, now)), fired, now);
        const { dueNow, skipped, nextAt } = look(asOf, new Set());
        if (nextAt === null) return;
        const fired = new Set([...dueNow, ...skipped].map(({ key }) => key));
        expect(look(nextAt, fired).dueNow.length).toBeGreaterThan(0);
        expect(look(nextAt - 1, fired).dueNow).toEqual([]);
      }),
      RUNS,
    );
  });
});
