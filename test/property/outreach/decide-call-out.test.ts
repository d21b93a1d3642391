import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CallAnswers, callPurpose } from '#events/vocabulary.ts';
import type { CallOut } from '#shared/domain/outreach/call-out.ts';
import { type CallOutCommand, decideCallOut } from '#shared/domain/outreach/decide-call-out.ts';
import { AGENT_RESULTS } from '#shared/domain/outreach/week/agent-call.ts';
import { isOpen } from '#shared/domain/sla/openings.ts';
import { HOUR } from '#shared/domain/time/instant.ts';
import { aPlan, CALLING_MORNING, outboundRules as rules } from '#test/builders/a-call-out.ts';
import { aPlace } from '#test/builders/a-week.ts';
import { holdsInEveryLife } from '../every-life.ts';
import { drawn, type Generators } from '../generators.ts';

const by = 'agent:salem' as const;
const user = fc.constantFrom('salem', 'huda');
const attempt = fc.integer({ min: 1, max: 3 });
const at = fc.integer({ min: 0, max: 100 }).map((hours) => CALLING_MORNING + hours * HOUR);
const yes = fc.constant(true as const);
const report = fc.record(
  { answered: yes, refused: yes, never: yes, done: yes, machine: yes, agent: yes, later: at },
  { requiredKeys: [], noNullPrototype: true },
);
const reason = fc.constantFrom('CUSTOMER_DISCONNECT', 'OUTBOUND_ATTEMPT_FAILED', 'TELECOM_BUSY');

const commands: Generators<CallOutCommand> = {
  plan: fc
    .record({
      purpose: fc.constantFrom(...callPurpose.options),
      mode: fc.constantFrom('agent', 'flow', 'none'),
    })
    .map(({ purpose, mode }) =>
      purpose === 'evaluation' && mode !== 'none'
        ? aPlan({ purpose, week: aPlace({ mode: mode as 'agent' }), held: true })
        : aPlan({ purpose }),
    ),
  release: fc.constant({ do: 'release' as const }),
  take: fc.record({ do: fc.constant('take' as const), user, handlers: fc.subarray(['huda']) }),
  unwanted: fc.record({
    do: fc.constant('unwanted' as const),
    because: fc.constantFrom('opted-out' as const, 'own-staff', 'test', 'open-invitation', 'cool-down'),
  }),
  record: fc.record({
    ...{ do: fc.constant('record' as const), user, result: fc.constantFrom(...AGENT_RESULTS) },
    answers: fc.constantFrom<CallAnswers>({}, { satisfaction: 4 }, { satisfaction: 4, ease: 5, finished: 1 }),
    later: at,
  }),
  tick: fc.constant({ do: 'tick' as const }),
  postpone: fc.record({ do: fc.constant('postpone' as const), attempt, until: at }),
  dialled: fc.record({ do: fc.constant('dialled' as const), attempt, contactId: fc.constant('c'), at }),
  'give-up': fc.record({
    do: fc.constant('give-up' as const),
    attempt,
    because: fc.constantFrom('not-allowed' as const, 'invalid-number' as const, 'opted-out' as const),
  }),
  tell: fc
    .record({ attempt, at, report })
    .map((made) => ({ do: 'tell' as const, contactId: 'c', ...made, report: { ...made.report } })),
  end: fc.record({ attempt, at, reason }).map(({ attempt: n, at: endedAt, reason: why }) => ({
    ...{ do: 'end' as const, attempt: n, contactId: 'c', ended: { at: endedAt, reason: why } },
  })),
  stop: fc.constant({ do: 'stop' as const, by }),
  erase: fc.constant({ do: 'erase' as const, by }),
};

const anyCommand = drawn<CallOutCommand>(commands, {
  ...{ release: 10, take: 10, record: 10, unwanted: 1 },
  ...{ plan: 8, tick: 20, postpone: 4, dialled: 10, 'give-up': 1, tell: 8, end: 10, stop: 1, erase: 1 },
});

test('a call is planned once, due within the hours, and without the number and service after its erasure', () => {
  holdsInEveryLife<CallOut, CallOutCommand>({
    commands: anyCommand,
    begins: CALLING_MORNING,
    decide: (state, command, now) => decideCallOut('c', state, command, { now, rules }),
    check({ before, after, command, decision }) {
      if (before && command.do === 'plan') expect(decision).toEqual({ rejected: 'already-planned' });
      if (after?.state.is === 'planned') expect(isOpen(rules.calendar, after.state.at)).toBe(true);
      if (after?.erasedAt === undefined) return;
      expect(after).not.toHaveProperty('phone');
      expect(after).not.toHaveProperty('service');
      expect(after.state.is === 'finished' || after.attempts.some(({ ended }) => !ended)).toBe(true);
    },
  });
});
