import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case, ClockFact } from '#shared/domain/cases/case.ts';
import { clocksOf, tiersDue } from '#shared/domain/cases/clocks.ts';
import { MOST_FACTS, settleFacts } from '#shared/domain/cases/settle-facts.ts';
import type { ClockState } from '#shared/domain/sla/clock-state.ts';
import { retractable } from '#shared/domain/sla/retractable.ts';
import { DAY, HOUR, MINUTE } from '#shared/domain/time/instant.ts';
import { aCase } from '#test/builders/a-case.ts';
import { shippedRules as rules } from '#test/builders/shipped-rules.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';

type Deed =
  | 'writes'
  | 'answers'
  | 'asks'
  | 'waits'
  | 'works'
  | 'promises'
  | 'withdraws'
  | 'resolves'
  | 'reopens'
  | 'new terms'
  | 'absorbs'
  | 'releases';

interface Step {
  readonly deed: Deed;
  /** Milliseconds since the step before. */
  readonly pace: number;
  /** Contacts are recorded so much later. */
  readonly lag: number;
  readonly source: number;
}

/** Merges move deadlines, also to between two pauses that are joined. Without them the clocks are exactly the same. */
const MOVES_DEADLINES: ReadonlySet<Deed> = new Set(['absorbs', 'releases']);
const deed = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom<Deed>('writes', 'answers') },
  { weight: 4, arbitrary: fc.constantFrom<Deed>('asks', 'waits', 'works') },
  { weight: 1, arbitrary: fc.constantFrom<Deed>('promises', 'withdraws', 'resolves', 'reopens') },
  { weight: 1, arbitrary: fc.constantFrom<Deed>('new terms', 'absorbs', 'releases') },
);
const step = fc.record<Step>({
  deed,
  pace: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3 * HOUR }), fc.integer({ min: 0, max: 4 * DAY })),
  lag: fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(2 * HOUR) }),
  source: fc.integer({ min: 1, max: 3 }),
});
const steps = (least: number, most: number) => fc.array(step, { minLength: least, maxLength: most });

interface Lived {
  readonly facts: readonly ClockFact[];
  readonly at: number;
  readonly status: string;
}

/** Continue a history. Only what is possible in a status happens. */
function lived({ facts, at: from, status: first }: Lived, more: readonly Step[]): Lived {
  const all = [...facts];
  let [at, status] = [from, first];
  const move = (to: 'open' | 'pending-beneficiary' | 'pending-department' | 'resolved'): void => {
    if (status === to) return;
    all.push({ at, type: 'status', status: to });
    status = to;
  };
  const acts: Record<Deed, (one: Step) => void> = {
    writes: ({ lag }) => {
      all.push({ at: at - lag, type: 'beneficiary-contact' });
      if (status === 'pending-beneficiary') move('open');
    },
    answers: ({ lag }) => all.push({ at: at - lag, type: 'agent-contact' }),
    asks: () => {
      all.push({ at, type: 'agent-contact' });
      move('pending-beneficiary');
    },
    waits: () => move('pending-department'),
    works: () => move('open'),
    promises: ({ pace }) => all.push({ at, type: 'promised', dueAt: at + pace + MINUTE }),
    withdraws: () => all.push({ at, type: 'promise-withdrawn' }),
    resolves: () => move('resolved'),
    reopens: () => {},
    'new terms': () => all.push({ at, type: 'terms' }),
    absorbs: ({ source, pace }) =>
      all.push({ at, type: 'absorbed', source: `case-${source}`, remaining: { resolution: pace - HOUR } }),
    releases: ({ source }) => all.push({ at, type: 'released', source: `case-${source}` }),
  };
  for (const one of more) {
    at += one.pace;
    if (status === 'resolved' && (one.deed === 'reopens' || one.deed === 'writes')) {
      if (one.deed === 'writes') all.push({ at, type: 'beneficiary-contact' });
      all.push({ at, type: 'reopened' });
      status = 'open';
    } else if (status !== 'resolved') acts[one.deed](one);
  }
  return { facts: all, at, status };
}

const BEGUN: Lived = {
  facts: [{ at: WORKING_MORNING, type: 'opened' }],
  at: WORKING_MORNING,
  status: 'new',
};

const shown = ({ state, elapsedMs, marginMs, breached, activeDueAt }: ClockState) => {
  const isOpen = state === 'running' || state === 'paused';
  return { isOpen, elapsedMs, marginMs, breached, activeDueAt };
};

/** Everything that people and timers see of the clocks. */
const seen = (state: Case, at: number) => {
  const { clocks, live, reopenings, resolvedAt, firstResolvedAt, termsChangedAt, nextDeadlineAt } = clocksOf(
    state,
    rules,
    at,
  );
  const { act, nextAt } = tiersDue(state, rules, at);
  return {
    clocks: Object.fromEntries(Object.entries(clocks).map(([name, clock]) => [name, shown(clock)])),
    live: live.map(({ clock, generation, state: { state, startedAt, dueAt } }) => ({
      ...{ clock, generation, state, startedAt, dueAt },
    })),
    ...{ reopenings, resolvedAt, firstResolvedAt, termsChangedAt, nextDeadlineAt, nextAt },
    act: act.map(({ key }) => key),
  };
};

const breaches = (state: Case, at: number): string[] =>
  clocksOf(state, rules, at)
    .runs.filter((run) => run.state.breached)
    .map(({ clock, generation }) => `${clock}#${generation}#at-100`);

describe('the settled facts of a long case', () => {
  it('an ordinary case is not settled', () => {
    fc.assert(
      fc.property(steps(0, 30), (some) => {
        const state = aCase({ facts: lived(BEGUN, some).facts });
        expect(settleFacts(state, rules)).toBe(state);
      }),
    );
  });

  it('give the same clocks, now and after whatever follows', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(steps(90, 300), steps(0, 60), (past, next) => {
        const isExact = ({ deed: one }: Step): boolean => !MOVES_DEADLINES.has(one);
        const future = next.filter(isExact);
        const before = lived(BEGUN, past.filter(isExact));
        const announced = breaches(aCase({ facts: before.facts }), before.at);
        const whole = aCase({ facts: before.facts, fired: announced });
        const settled = settleFacts(whole, rules);
        expect(settled.facts.length).toBeLessThanOrEqual(Math.max(MOST_FACTS + 30, 0));
        expect(seen(settled, before.at)).toEqual(seen(whole, before.at));
        expect(retractable(clocksOf(settled, rules, before.at), settled.fired)).toEqual([]);
        // Late contacts of the future still happened after the settled part.
        const on = { ...before, at: before.at + 2 * HOUR };
        const later = lived(on, future);
        const added = later.facts.slice(before.facts.length);
        const continued = { ...settled, facts: [...settled.facts, ...added] };
        const expected = { ...whole, facts: later.facts };
        expect(seen(continued, later.at)).toEqual(seen(expected, later.at));
        expect(seen(settleFacts(continued, rules), later.at)).toEqual(seen(expected, later.at));
      }),
      { numRuns: 150, seed: 20_261_129 },
    );
  });

  it('are few, however long the case lives', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.array(steps(20, 30), { minLength: 40, maxLength: 60 }), (parts) => {
        let state = aCase();
        let end = BEGUN;
        for (const part of parts) {
          const next = lived({ ...end, facts: [] }, part);
          const fired = [...state.fired, ...breaches(state, next.at)];
          state = settleFacts({ ...state, facts: [...state.facts, ...next.facts], fired }, rules);
          end = next;
          expect(state.facts.length).toBeLessThan(MOST_FACTS + 40);
          expect(new Set(state.fired).size).toBeLessThan(MOST_FACTS + 40);
        }
      }),
      { numRuns: 20, seed: 20_261_129 },
    );
  });
});
