import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Case, isActive } from '#shared/domain/case/case.ts';
import { type Command, isRejection } from '#shared/domain/case/command.ts';
import { decide } from '#shared/domain/case/decide.ts';
import { DAY, HOUR, MINUTE } from '#shared/domain/time/instant.ts';
import { aBeneficiary, aCase } from '#test/builders/a-case.ts';
import { shippedRules as rules } from '#test/builders/shipped-rules.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';

const by = 'agent:salem' as const;
const WORK = ['open', 'pending-beneficiary', 'pending-department'] as const;
const fixed = <T extends Command>(command: T) => fc.constant<Command>(command);

const soon = fc.integer({ min: 1, max: 60 }).map((hours) => WORKING_MORNING + hours * HOUR);
const request = fc.integer({ min: 1, max: 4 }).map((n) => `r${n}`);
const user = fc.constantFrom('salem', 'huda');

/** Work on the case itself. */
const deskWork: fc.Arbitrary<Command> = fc.oneof(
  fc
    .constantFrom('phone' as const, 'visit' as const)
    .map((means): Command => ({ do: 'log-contact', means, by })),
  fixed({ do: 'unassign', by, because: 'staff' }),
  fc
    .record({
      priority: fc.constantFrom('urgent' as const, 'normal' as const, 'low' as const),
      department: fc.constantFrom('operations', 'environment', 'nowhere'),
      type: fc.constantFrom('report' as const, 'complaint' as const),
    })
    .map((to): Command => ({ do: 'reclassify', to, by })),
  soon.map((dueAt): Command => ({ do: 'promise', dueAt, by })),
  fixed({ do: 'withdraw-promise', by }),
  fc
    .record({ department: fc.constantFrom('operations', 'planning'), asks: fc.boolean() })
    .map((asked): Command => ({ do: 'ask-department', ...asked, by })),
  request.map(
    (id): Command => ({ do: 'answer-request', request: id, says: true, by: 'department:planning' }),
  ),
  request.map((id): Command => ({ do: 'withdraw-request', request: id, by })),
);

/** What ties the case to others. */
const company: fc.Arbitrary<Command> = fc.oneof(
  fixed({ do: 'merge', into: '7M2-4K9-0131', by }),
  fixed({ do: 'unmerge', by }),
  fc.integer({ min: -5, max: 40 }).map(
    (hours): Command => ({
      do: 'absorb',
      source: '9A1-1A1-0002',
      remaining: { resolution: hours * HOUR },
      promisedFor: WORKING_MORNING + hours * HOUR,
      owedSince: WORKING_MORNING,
      by,
    }),
  ),
  fixed({ do: 'release', source: '9A1-1A1-0002', by }),
  fc
    .constantFrom('related' as const, 'child' as const)
    .chain((as) =>
      fc.constantFrom<Command>({ do: 'link', to: 'x', as, by }, { do: 'unlink', to: 'x', as, by }),
    ),
  user.chain((who) =>
    fc.constantFrom<Command>({ do: 'watch', user: who, by }, { do: 'unwatch', user: who, by }),
  ),
  fixed({ do: 'retime', settings: 2, before: {} }),
  fixed({ do: 'erase', because: 'request', by }),
);

const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 6, arbitrary: fixed({ do: 'tick' }) },
  { weight: 3, arbitrary: fixed({ do: 'receive', channel: 'mail', lastMessageId: '<a@b.example>' }) },
  { weight: 1, arbitrary: fixed({ do: 'receive', channel: 'mail', automatic: 'out-of-office' }) },
  { weight: 2, arbitrary: fixed({ do: 'reply', by }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(...WORK).map((to): Command => ({ do: 'set-status', to, by })),
  },
  { weight: 2, arbitrary: fixed({ do: 'resolve', outcome: 'done', by }) },
  { weight: 1, arbitrary: fixed({ do: 'reopen', by }) },
  { weight: 1, arbitrary: fc.constantFrom('salem', 'huda').map((to): Command => ({ do: 'assign', to, by })) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('withdrawn' as const, 'spam' as const, 'duplicate' as const)
      .map((reason): Command => ({ do: 'close', reason, by })),
  },
  { weight: 2, arbitrary: deskWork },
  { weight: 2, arbitrary: company },
  {
    weight: 2,
    arbitrary: fc
      .record({ score: fc.integer({ min: 1, max: 5 }), finished: fc.boolean(), round: fc.nat(2) })
      .map(
        ({ score, finished, round }): Command => ({
          do: 'answer-survey',
          invitation: `s${round}`,
          score,
          finished,
          language: 'ar',
        }),
      ),
  },
);

/** Time mostly goes on, by minutes or by weeks; what is written down late lies a little back. */
const pace = fc.oneof(
  fc.integer({ min: 0, max: 40 }).map((n) => n * MINUTE),
  fc.integer({ min: 0, max: 90 }).map((n) => n * HOUR),
  fc.integer({ min: 0, max: 20 }).map((n) => n * DAY),
  fc.integer({ min: -30, max: 0 }).map((n) => n * MINUTE),
  fc.constant('until due' as const),
);
const history = fc.array(fc.tuple(command, pace), { minLength: 1, maxLength: 45 });
const begin = fc
  .record({
    type: fc.constantFrom(
      'observation' as const,
      'inquiry' as const,
      'report' as const,
      'complaint' as const,
    ),
    priority: fc.constantFrom('urgent' as const, 'high' as const, 'normal' as const, 'low' as const),
    authenticated: fc.boolean(),
  })
  .map(({ type, priority, authenticated }) =>
    aCase({ type, priority, beneficiary: aBeneficiary({ authenticated }) }),
  );

interface Step {
  readonly before: Case;
  readonly command: Command;
  readonly now: number;
  readonly decision: ReturnType<typeof decide>;
}

/** Every step of a case's life. */
function live(first: Case, steps: readonly (readonly [Command, number | 'until due'])[]): Step[] {
  let state = first;
  let now = WORKING_MORNING;
  return steps.map(([what, wait], index) => {
    now =
      wait === 'until due' ? Math.max(now, state.nextDueAt ?? now) : Math.max(WORKING_MORNING, now + wait);
    const decision = decide(state, what, { now, rules, cause: `cause ${index}` });
    const step = { before: state, command: what, now, decision };
    if (!isRejection(decision)) state = decision.case;
    return step;
  });
}

const always = (check: (step: Step, past: readonly Step[]) => void, numRuns = 80): void => {
  fc.assert(
    fc.property(begin, history, (first, steps) => {
      const lived = live(first, steps);
      lived.forEach((step, index) => {
        check(step, lived.slice(0, index));
      });
    }),
    { numRuns, seed: 20_260_104 },
  );
};

const stateOf = ({ before, decision }: Step): Case => (isRejection(decision) ? before : decision.case);
const eventsOf = ({ decision }: Step) => (isRejection(decision) ? [] : decision.events);

describe('whatever happens to a case', () => {
  it('the same command on the same case at the same time gives the same, and changes nothing it was given', () => {
    always(({ before, command: what, now, decision }) => {
      const frozen = structuredClone(before);
      const again = decide(structuredClone(before), what, { now, rules, cause: 'another cause' });
      const without = (value: unknown) => JSON.stringify(value).replaceAll(/(another )?cause( \d+)?/gu, '');
      expect(without(again)).toBe(without(decision));
      expect(before).toEqual(frozen);
    });
  });

  it('its states follow each other; only an answer may have happened before what is known', () => {
    always((step) => {
      const told = new Set(['agent-contact', 'beneficiary-contact', 'answered']);
      const times = stateOf(step)
        .facts.filter(({ type }) => !told.has(type))
        .map(({ at }) => at);
      expect(times).toEqual([...times].sort((a, b) => a - b));
    });
  });

  it('its status and the facts of its clocks agree', () => {
    always((step) => {
      const { facts, status } = stateOf(step);
      const told = facts.reduce<string>(
        (sofar, fact) => (fact.type === 'status' ? fact.status : fact.type === 'reopened' ? 'open' : sofar),
        'new',
      );
      // The clock and the survey close what is resolved already: clocks hold alike in both.
      expect(status === 'closed' && told === 'resolved' ? 'resolved' : status).toBe(told);
    });
  });

  it('a resolved or closed case is hurried by no tier', () => {
    always((step) => {
      if (step.command.do !== 'tick' || isActive(step.before.status)) return;
      expect(eventsOf(step).filter(({ type }) => /sla|escalated/u.test(type))).toEqual([]);
    });
  });

  it('its timer stands exactly at the next thing that time alone brings', () => {
    const look = (state: Case, now: number) => {
      const seen = decide(state, { do: 'tick' }, { now, rules, cause: 'look' });
      return isRejection(seen) ? [] : seen.events;
    };
    always((step) => {
      if (isRejection(step.decision)) return;
      const state = stateOf(step);
      const now = Math.max(step.now, ...state.facts.map(({ at }) => at));
      const { nextDueAt } = state;
      if (nextDueAt === undefined) {
        expect(look(state, now + 500 * DAY)).toEqual([]);
        return;
      }
      expect(look(state, Math.max(now, nextDueAt)).length).toBeGreaterThan(0);
      if (nextDueAt > now) expect(look(state, nextDueAt - 1)).toEqual([]);
      if (step.command.do === 'tick') expect(nextDueAt).toBeGreaterThan(now);
    });
  });

  it('a second look at the same moment finds nothing', () => {
    always((step) => {
      if (step.command.do !== 'tick' || isRejection(step.decision)) return;
      const again = decide(step.decision.case, { do: 'tick' }, { now: step.now, rules, cause: 'again' });
      expect(again).toEqual({ case: step.decision.case, events: [] });
    });
  });

  it('each rung of each clock acts once', () => {
    always((step) => {
      const { fired } = stateOf(step);
      expect(new Set(fired).size).toBe(fired.length);
    });
  });

  it('a generation is counted on by every reopening and by nothing else', () => {
    always((step) => {
      const reopened = eventsOf(step).filter(({ type }) => type === 'rida.case.reopened.v1');
      expect(stateOf(step).generation).toBe(step.before.generation + reopened.length);
    });
  });

  it('a survey goes its way: planned, asked or not asked, answered once', () => {
    const WAYS: Readonly<Record<string, readonly string[]>> = {
      none: ['none', 'planned'],
      planned: ['planned', 'invited', 'suppressed', 'none'],
      suppressed: ['suppressed', 'none'],
      invited: ['invited', 'answered', 'none'],
      answered: ['answered', 'planned'],
    };
    always((step, past) => {
      const from = step.before.survey?.state ?? 'none';
      const to = stateOf(step).survey?.state ?? 'none';
      expect(WAYS[from]).toContain(to);
      const answers = [...past, step]
        .flatMap(eventsOf)
        .flatMap(({ type, data }) => (type === 'rida.survey.answered.v1' ? [data.invitation] : []));
      expect(new Set(answers).size).toBe(answers.length);
    });
  });

  it('is closed at most once between two reopenings', () => {
    always((step, past) => {
      const told = [...past, step]
        .flatMap(eventsOf)
        .map(({ type }) => type)
        .filter((type) => type === 'rida.case.closed.v1' || type === 'rida.case.reopened.v1');
      const twice = told.some((type, index) => type === 'rida.case.closed.v1' && told[index + 1] === type);
      expect(twice).toBe(false);
    });
  });

  it('a refusal is only a reason', () => {
    always(({ decision }) => {
      if (!isRejection(decision)) return;
      expect(Object.keys(decision).filter((key) => !['rejected', 'from', 'to'].includes(key))).toEqual([]);
    });
  });
});
