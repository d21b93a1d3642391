import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stateItem, stateOf } from '#shared/adapters/table/state-item.ts';
import type { EventDraft } from '#shared/domain/cases/decision.ts';
import type { Call } from '#shared/domain/telephone/call.ts';
import { callSummary } from '#shared/domain/telephone/call-summary.ts';
import { type CallFacts, decideCall, SETTLE_AFTER } from '#shared/domain/telephone/decide-call.ts';
import { HOUR } from '#shared/domain/time/instant.ts';
import { shippedRules } from '#test/builders/shipped-rules.ts';
import { aCall, CALL, type Telling } from './a-call.ts';

/** Return the facts of a call without fields that depend on the order: the write count and the next check. */
const factsOf = ({ version: _, causes: __, nextDueAt: ___, ...call }: Call) => call;

/** Return the call as read back from the table. */
const stored = (call: Call): Call => stateOf<'call'>(stateItem('call', call, 1));

function tell(
  reports: readonly Telling[],
  call?: Call,
  events: EventDraft[] = [],
): { call: Call; events: EventDraft[] } {
  let state = call;
  for (const { facts, at, now } of reports) {
    const next = decideCall(CALL, state, { facts, at, now });
    if (!next) continue;
    state = stored(next.call);
    events.push(...next.events);
  }
  if (!state) throw new Error('nothing was told');
  return { call: state, events };
}

const announce = (call: Call, now: number) =>
  decideCall(CALL, call, {
    facts: [] satisfies CallFacts[],
    at: now,
    now,
    announcing: shippedRules.telephone,
  });

/** The same reports in two orders, some repeated. */
const twice = aCall.chain((reports) => {
  const order = fc.shuffledSubarray([...reports], {
    minLength: reports.length,
    maxLength: reports.length,
  });
  const again = fc.array(fc.constantFrom(...reports), { maxLength: 8 });
  return fc.tuple(order, order, again, again).map(([one, other, more, evenMore]) => ({
    one: [...one, ...more],
    other: [...evenMore, ...other],
  }));
});

const SEED = { seed: 20_260_104, numRuns: 60 };

describe('the reports of a call in any order, also repeated', () => {
  it('its record is the same', () => {
    fc.assert(
      fc.property(twice, ({ one, other }) => {
        const [first, second] = [tell(one), tell(other)];
        expect(factsOf(second.call)).toEqual(factsOf(first.call));
        expect(callSummary(second.call)).toEqual(callSummary(first.call));
        expect(first.events.map(({ type }) => type)).toEqual(['rida.call.started.v1']);
      }),
      SEED,
    );
  });

  it('telling all of it again is nothing new', () => {
    fc.assert(
      fc.property(twice, ({ one }) => {
        const { call } = tell(one);
        for (const { facts, at, now } of one)
          expect(decideCall(CALL, call, { facts, at, now })).toBeUndefined();
      }),
      SEED,
    );
  });

  it('its end is announced once and the same', () => {
    fc.assert(
      fc.property(twice, ({ one, other }) => {
        const ends = [one, other].map((reports) => {
          const { call } = tell(reports);
          fc.pre(call.endedAt !== undefined);
          const due = Math.max(call.endedAt ?? 0, ...reports.map(({ now }) => now)) + SETTLE_AFTER;
          const done = announce(call, due);
          const late = tell(reports, done?.call).call;
          expect(announce(stored(late), due + HOUR)?.events ?? []).toEqual([]);
          expect(late).not.toHaveProperty('nextDueAt');
          return done?.events;
        });
        expect(ends[0]).toHaveLength(1);
        expect(ends[1]).toEqual(ends[0]);
      }),
      SEED,
    );
  });

  it('it has a timer until its end is announced, and no time in it is negative', () => {
    fc.assert(
      fc.property(twice, ({ one }) => {
        const { call } = tell(one);
        expect(call.nextDueAt).toBeDefined();
        const { waitMs = 0, talkMs, holdMs, afterWorkMs } = callSummary(call);
        expect(Math.min(waitMs, talkMs, holdMs, afterWorkMs)).toBeGreaterThanOrEqual(0);
      }),
      SEED,
    );
  });
});
