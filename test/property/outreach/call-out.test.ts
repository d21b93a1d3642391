import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AttemptReport, CallOut, Ended } from '#shared/domain/outreach/call-out.ts';
import { MOST_APPOINTMENTS, MOST_FAILURES } from '#shared/domain/outreach/call-out-state.ts';
import { type CallOutCommand, decideCallOut } from '#shared/domain/outreach/decide-call-out.ts';
import { freeLine, type OutboundLines, takeLine } from '#shared/domain/outreach/outbound-lines.ts';
import { isOpen } from '#shared/domain/sla/openings.ts';
import { DAY, MINUTE } from '#shared/domain/time/instant.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { aPlan, outboundRules as rules, CALLING_MORNING as T } from '#test/builders/a-call-out.ts';

const yes = fc.constant(true as const);
const report = fc.record(
  {
    ...{ machine: yes, silent: yes, refused: yes, never: yes, wrongNumber: yes, notUser: yes, done: yes },
    ...{ agent: yes, remark: yes, later: fc.integer({ min: T, max: T + 30 * DAY }) },
    answers: fc.record({
      satisfaction: fc.integer({ min: 1, max: 5 }),
      finished: fc.integer({ min: 1, max: 2 }),
    }),
  },
  { requiredKeys: [], noNullPrototype: true },
) as fc.Arbitrary<AttemptReport>;
const reason = fc.constantFrom(
  ...['CUSTOMER_DISCONNECT', 'TELECOM_PROBLEM', 'CONTACT_FLOW_DISCONNECT', 'OUTBOUND_ATTEMPT_FAILED', 'LOST'],
);
const machine = fc.constantFrom(
  ...['HUMAN_ANSWERED', 'VOICEMAIL_BEEP', 'SIT_TONE_BUSY', 'SIT_TONE_INVALID_NUMBER', 'AMD_UNANSWERED'],
);
const ended = (at: fc.Arbitrary<number>) =>
  fc.record(
    { at, reason, machine, connected: yes },
    { requiredKeys: ['at'], noNullPrototype: true },
  ) as fc.Arbitrary<Ended>;

const apply = (callOut: CallOut | undefined, command: CallOutCommand, now: number): CallOut | undefined => {
  const step = decideCallOut('c', callOut, command, { now, rules });
  return 'rejected' in step ? callOut : step.state;
};

test('the facts of an attempt come to the same in any order, however often each is told', () => {
  const attempt = fc.record({
    reports: fc.array(report, { maxLength: 4 }),
    end: ended(fc.constant(T + MINUTE)),
  });
  fc.assert(
    fc.property(attempt, fc.integer(), ({ reports, end }, seed) => {
      const about = { attempt: 1, contactId: 'contact-1' };
      const facts: CallOutCommand[] = [
        { do: 'dialled', ...about, at: T },
        ...reports.map(
          (one): CallOutCommand => ({ do: 'tell', ...about, at: T, report: { answered: true, ...one } }),
        ),
        { do: 'end', ...about, ended: end },
      ];
      const due = apply(apply(undefined, aPlan(), T), { do: 'tick' }, T);
      const run = (order: readonly CallOutCommand[]) =>
        order.reduce<CallOut | undefined>((callOut, command) => apply(callOut, command, T), due);
      const [shuffled] = fc.sample(
        fc.shuffledSubarray([...facts, ...facts], { minLength: facts.length * 2 }),
        {
          ...{ seed, numRuns: 1 },
        },
      );
      const once = run(facts);
      const again = run(shuffled ?? []);
      expect(again).toEqual(once);
    }),
    { numRuns: 500 },
  );
});

test('random commands: only within the hours, never after a refusal, never more often than allowed, one token for each attempt', () => {
  const life = fc.array(
    fc.record({
      tell: fc.option(report, { nil: undefined }),
      end: ended(fc.constant(0)),
      late: fc.integer({ min: 0, max: 3 * DAY }),
    }),
    { minLength: 1, maxLength: 14 },
  );
  fc.assert(
    fc.property(life, (attempts) => {
      let callOut = apply(undefined, aPlan(), T);
      const dialled: { readonly at: number; readonly token: string }[] = [];
      let now = T;
      for (const { tell, end, late } of attempts) {
        if (callOut?.state.is !== 'planned') break;
        now = Math.max(now, callOut.state.at) + late;
        callOut = apply(callOut, { do: 'tick' }, now);
        if (callOut?.state.is !== 'due') continue;
        const about = { attempt: callOut.state.attempt, contactId: `c-${callOut.state.attempt}` };
        expect(isOpen(rules.calendar, now)).toBe(true);
        dialled.push({ at: now, token: causeId(`call-out:c:${about.attempt}`) });
        callOut = apply(callOut, { do: 'dialled', ...about, at: now }, now);
        if (tell)
          callOut = apply(
            callOut,
            { do: 'tell', ...about, at: now, report: { answered: true, ...tell } },
            now,
          );
        callOut = apply(callOut, { do: 'end', ...about, ended: { ...end, at: now + MINUTE } }, now + MINUTE);
        const decisive =
          tell && (tell.never ?? tell.wrongNumber ?? tell.notUser ?? tell.done ?? tell.refused);
        if (decisive) expect(callOut?.state.is).toBe('finished');
      }
      expect(new Set(dialled.map(({ token }) => token)).size).toBe(dialled.length);
      expect(dialled.length).toBeLessThanOrEqual(rules.attempts + MOST_APPOINTMENTS + MOST_FAILURES - 1);
    }),
    { numRuns: 300 },
  );
});

test('as many calls are active as there are lines, for every order of reservations and releases', () => {
  const step = fc.record({
    callOut: fc.constantFrom(...'abcdefgh'),
    attempt: fc.integer({ min: 1, max: 2 }),
    frees: fc.boolean(),
    wait: fc.integer({ min: 0, max: 400 }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), fc.integer({ min: 1, max: 4 }), (steps, most) => {
      let lines: OutboundLines | undefined;
      let now = 0;
      const holding = new Map<string, number>();
      for (const { frees, wait, ...line } of steps) {
        now += wait;
        for (const [key, until] of holding) if (until <= now) holding.delete(key);
        const key = `${line.callOut}${line.attempt}`;
        if (frees) {
          lines = freeLine(lines, line) ?? lines;
          holding.delete(key);
          continue;
        }
        const taken = takeLine(lines, { ...line, until: now + 1000 }, { now, most });
        expect(taken === 'held').toBe(holding.has(key));
        if (taken === 'full') expect(holding.size).toBe(most);
        if (typeof taken === 'string') continue;
        lines = taken;
        holding.set(key, now + 1000);
        expect(holding.size).toBeLessThanOrEqual(most);
      }
    }),
  );
});
