import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RidaEvent } from '#events/registry.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import type { CaseCommand } from '#shared/domain/cases/case-command.ts';
import { decideCase } from '#shared/domain/cases/decide-case.ts';
import { type EventDraft, isRejection } from '#shared/domain/cases/decision.ts';
import { countersOf } from '#shared/domain/reports/counters-of.ts';
import type { Rules } from '#shared/domain/rules.ts';
import type { PersonAnswer } from '#shared/domain/surveys/asking.ts';
import { DAY, HOUR, isoInstant } from '#shared/domain/time/instant.ts';
import { aBeneficiary, aCase } from '#test/builders/a-case.ts';
import { shippedRules as rules } from '#test/builders/shipped-rules.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';

const by = 'agent:salem' as const;
const outcome = fc.constantFrom(
  'done' as const,
  'handed-over' as const,
  'withdrawn' as const,
  'duplicate' as const,
);
const command: fc.Arbitrary<CaseCommand> = fc.oneof(
  { weight: 6, arbitrary: outcome.map((as) => ({ do: 'resolve' as const, as, outcome: 'تم', by })) },
  { weight: 6, arbitrary: fc.constant<CaseCommand>({ do: 'tick' }) },
  { weight: 2, arbitrary: fc.constant<CaseCommand>({ do: 'receive', channel: 'mail' }) },
  { weight: 2, arbitrary: fc.constant<CaseCommand>({ do: 'reopen', by }) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('spam' as const, 'withdrawn' as const, 'duplicate' as const)
      .map((reason) => ({ do: 'close' as const, reason, by })),
  },
  { weight: 2, arbitrary: fc.constant<CaseCommand>({ do: 'merge', into: '7M2-4K9-0131', by }) },
  { weight: 2, arbitrary: fc.constant<CaseCommand>({ do: 'unmerge', by }) },
  {
    weight: 3,
    arbitrary: fc.tuple(fc.nat(2), fc.boolean()).map(([round, finished]) => ({
      ...{ do: 'answer-outcome' as const, question: `c${round}`, finished, mode: 'mail' as const },
      ...{ language: 'ar' as const, score: 4 },
    })),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(fc.nat(2), fc.integer({ min: 1, max: 5 })).map(([round, score]) => ({
      ...{ do: 'answer-survey' as const, invitation: `s${round}`, score, finished: score > 2 },
      ...{ language: 'ar' as const, mode: 'phone' as const },
    })),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(0, Number.MAX_SAFE_INTEGER).map((outcomeSentAt) => ({
      ...{ do: 'mail-failed' as const, to: aBeneficiary().email ?? '', reason: 'bounced' as const },
      ...{ permanent: true, outcomeSentAt },
    })),
  },
  { weight: 1, arbitrary: fc.constant<CaseCommand>({ do: 'erase', because: 'request', by }) },
);
const person = fc.constantFrom<PersonAnswer>('asked', 'asked', 'cool-down', 'opted-out', 'open-invitation');
const history = fc.array(
  fc.record({ command, person, hours: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 200 })) }),
  { minLength: 2, maxLength: 14, size: 'max' },
);
const first = fc.record({
  authenticated: fc.boolean(),
  reached: fc.constantFrom<Reached>('mail', 'both', 'mobile', 'landline', 'none'),
  messages: fc.boolean(),
  automatic: fc.integer({ min: 1, max: 8 }).map((n) => n === 1),
});

type Reached = 'mail' | 'both' | 'mobile' | 'landline' | 'none';

function someone(reached: Reached, authenticated: boolean): Case['beneficiary'] {
  const { email = '', ...unreachable } = aBeneficiary({ authenticated });
  const phone = reached === 'landline' ? '+966112345678' : '+966512345678';
  return {
    ...unreachable,
    ...((reached === 'mail' || reached === 'both') && { email }),
    ...(reached !== 'mail' && reached !== 'none' && { phone }),
  };
}

const rulesWith = (messages: boolean): Rules => ({
  ...rules,
  messages: { ...rules.messages, use: messages ? 'before-call' : 'off' },
});

const count = (days: Map<string, number>, { type, data }: EventDraft, at: number): void => {
  const { day, counters } = countersOf({ type, data, time: isoInstant(at) } as RidaEvent);
  for (const [name, by_] of Object.entries(counters)) {
    const [measure, what] = name.split('|');
    if (what !== 'case' || !measure?.startsWith('survey-')) continue;
    const sign = measure === 'survey-eligible' ? 1 : -1;
    days.set(day, (days.get(day) ?? 0) + sign * by_);
  }
};

test('each day, what could be asked about was asked or is suppressed with its reason: 1,000 random histories', () => {
  let [eligible, returned] = [0, 0];
  const channels = new Set<string>();
  const see = ({ type, data }: EventDraft): void => {
    if (type === 'rida.survey.invited.v1') channels.add(data.channel ?? '');
    if (type === 'rida.case.resolved.v1') eligible += 1;
    if (type === 'rida.outcome.returned.v1' && data.survey) returned += 1;
  };
  fc.assert(
    fc.property(first, history, ({ authenticated, reached, messages, automatic }, moments) => {
      const days = new Map<string, number>();
      const inForce = rulesWith(messages);
      let state: Case = aCase({
        beneficiary: someone(reached, authenticated),
        ...(automatic && { automatic: 'bulk' }),
      });
      let now = WORKING_MORNING;
      const step = (one: CaseCommand, answer: PersonAnswer): void => {
        const decision = decideCase(state, one, {
          ...{ now, rules: inForce, cause: `${now}`, person: answer },
        });
        if (isRejection(decision)) return;
        for (const event of decision.events) {
          count(days, event, now);
          see(event);
        }
        state = decision.case;
      };
      step({ do: 'resolve', as: 'done', outcome: 'تم', by }, 'asked');
      for (const moment of moments) {
        now += moment.hours * HOUR;
        step(moment.command, moment.person);
      }
      for (let end = 0; end < 3; end += 1) {
        now += 20 * DAY;
        step({ do: 'tick' }, 'asked');
      }
      expect([...days.values()].filter((rest) => rest !== 0)).toEqual([]);
    }),
    { numRuns: 1_000 },
  );
  expect(eligible).toBeGreaterThan(1_000);
  // Every way in which the end of a case is asked about, and mails that did not arrive, were among them.
  expect([...channels].sort()).toEqual(['after-call', 'follow-up', 'mail', 'message']);
  expect(returned).toBeGreaterThan(0);
});
