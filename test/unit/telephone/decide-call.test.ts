import { describe, expect, it } from 'vitest';
import type { Call } from '#shared/domain/telephone/call.ts';
import { MOST_LEGS, MOST_STATES } from '#shared/domain/telephone/call-facts.ts';
import { callSummary } from '#shared/domain/telephone/call-summary.ts';
import {
  ANNOUNCE_AFTER,
  ASK_FOR_FACTS_AFTER,
  type CallFacts,
  decideCall,
  SETTLE_AFTER,
} from '#shared/domain/telephone/decide-call.ts';
import { MINUTE, SECOND } from '#shared/domain/time/instant.ts';
import { shippedRules as rules } from '#test/builders/shipped-rules.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';

const afterFacts = (
  call: Call | undefined,
  facts: CallFacts | readonly CallFacts[],
  now = T,
  at = now,
): Call => {
  const decided = decideCall('c-1', call, { facts, at, now });
  if (!decided) throw new Error('it told nothing new');
  return decided.call;
};
const tick = (call: Call, now: number, facts: CallFacts | readonly CallFacts[] = []) =>
  decideCall('c-1', call, { facts, at: now, now, announcing: rules.telephone });
const endOf = (call: Call, now: number) => {
  const [event] = tick(call, now)?.events ?? [];
  return event?.data;
};

const begun = afterFacts(undefined, { source: 'event', initiatedAt: T, initiationMethod: 'INBOUND' });
const event = (facts: CallFacts): CallFacts => ({ source: 'event', ...facts });
const DONE = { complete: true } as const;

describe('a call', () => {
  it('begins with its first report', () => {
    const decided = decideCall('c-1', undefined, { facts: { caseRef: '4K7-2M0-0381' }, at: T, now: T });
    expect(decided?.call).toMatchObject({
      initiationMethod: 'INBOUND',
      startedAt: T,
      caseRef: '4K7-2M0-0381',
      nextDueAt: T + ASK_FOR_FACTS_AFTER,
    });
    expect(decided?.events).toEqual([
      { type: 'rida.call.started.v1', data: { contactId: 'c-1', initiationMethod: 'INBOUND' } },
    ]);
  });

  it('is nothing new when the same is told again', () => {
    expect(decideCall('c-1', begun, { facts: event({ initiatedAt: T }), at: T, now: T })).toBeUndefined();
  });

  it('is asked about every two hours while it has no end', () => {
    expect(begun.nextDueAt).toBe(T + ASK_FOR_FACTS_AFTER);
    expect(tick(begun, T + ASK_FOR_FACTS_AFTER)).toMatchObject({
      events: [],
      call: { nextDueAt: T + 2 * ASK_FOR_FACTS_AFTER },
    });
    expect(tick(begun, T + 5 * ASK_FOR_FACTS_AFTER + 1)?.call.nextDueAt).toBe(T + 6 * ASK_FOR_FACTS_AFTER);
  });

  it('the telephone system forgot is over, for want of a better time now', () => {
    const now = T + ASK_FOR_FACTS_AFTER;
    const lost = afterFacts(begun, { lost: true }, now);
    expect(lost).toMatchObject({ endedAt: now, reason: 'LOST', nextDueAt: now + ANNOUNCE_AFTER });
    expect(endOf(lost, now + ANNOUNCE_AFTER)).toMatchObject({ reason: 'LOST', answered: false });
  });

  it('that was thought lost takes the true end when it comes', () => {
    const lost = afterFacts(begun, { lost: true }, T + ASK_FOR_FACTS_AFTER);
    const found = afterFacts(
      lost,
      event({ endedAt: T + MINUTE, reason: 'AGENT_DISCONNECT' }),
      T + ASK_FOR_FACTS_AFTER + 1,
    );
    expect(endOf(found, T + ASK_FOR_FACTS_AFTER + 2)).toMatchObject({
      seconds: 60,
      reason: 'AGENT_DISCONNECT',
    });
  });

  it('waits two minutes for what is late, and its timer alone announces its end', () => {
    const over = afterFacts(begun, event({ endedAt: T + 30 * SECOND }), T + 31 * SECOND);
    expect(over.nextDueAt).toBe(T + 30 * SECOND + ANNOUNCE_AFTER);
    const due = T + 30 * SECOND + ANNOUNCE_AFTER;
    expect(tick(over, due - 1)).toBeUndefined();
    expect(tick(over, due)?.events).toHaveLength(1);
    const late = decideCall('c-1', over, { facts: { language: 'en' }, at: T, now: due + MINUTE });
    expect(late?.events).toEqual([]);
  });

  it('that an agent answered waits half an hour for the after-call work, and no longer', () => {
    const endedAt = T + 5 * MINUTE;
    const over = afterFacts(begun, event({ queuedAt: T, answeredAt: T + MINUTE, endedAt }), endedAt);
    expect(over.nextDueAt).toBe(endedAt + SETTLE_AFTER);
    expect(endOf(over, endedAt + SETTLE_AFTER)).toMatchObject({ afterWorkSeconds: 0, talkSeconds: 240 });
    const recorded = afterFacts(
      over,
      { source: 'record', answeredAt: T + MINUTE, endedAt, afterWorkMs: 45_000 },
      endedAt,
    );
    expect(recorded.nextDueAt).toBe(endedAt + ANNOUNCE_AFTER);
    expect(endOf(recorded, endedAt + ANNOUNCE_AFTER)).toMatchObject({ afterWorkSeconds: 45 });
  });

  it('is published once, whatever comes later', () => {
    const over = afterFacts(begun, event({ endedAt: T + MINUTE }), T + MINUTE);
    const announced = tick(over, T + MINUTE + ANNOUNCE_AFTER)?.call;
    expect(announced).not.toHaveProperty('nextDueAt');
    const late =
      announced &&
      tick(announced, T + 9 * ASK_FOR_FACTS_AFTER, { source: 'record', endedAt: T + 2 * MINUTE });
    expect(late).toMatchObject({ events: [], call: { announced: true, endedAt: T + 2 * MINUTE } });
    expect(late?.call).not.toHaveProperty('nextDueAt');
  });
});

describe('legs of a call', () => {
  const inbound = event({ queuedAt: T + 10_000, answeredAt: T + 40_000, endedAt: T + 100_000, agent: 'u-1' });

  it('are put together: transfers wait for each other, and the end is that of the last', () => {
    const transferred = afterFacts(begun, [
      inbound,
      event({
        contactId: 'c-2',
        initiationMethod: 'TRANSFER',
        initiatedAt: T + 90_000,
        queuedAt: T + 90_000,
      }),
    ]);
    expect(transferred.endedAt).toBeUndefined();
    const over = afterFacts(transferred, [
      event({ contactId: 'c-2', answeredAt: T + 120_000, endedAt: T + 180_000, ...DONE }),
      event(DONE),
    ]);
    expect(endOf(over, T + 180_000 + ANNOUNCE_AFTER)).toMatchObject({
      outcome: 'served',
      seconds: 180,
      waitSeconds: 30,
      talkSeconds: 120,
      transfers: 1,
    });
  });

  it('that another leg only names keep the call open until they are heard of', () => {
    const named = afterFacts(begun, { source: 'record', endedAt: T + MINUTE, next: 'c-2' });
    expect(named.endedAt).toBeUndefined();
    expect(callSummary(named).legs.map(({ contactId }) => contactId)).toEqual(['c-1', 'c-2']);
    const lost = afterFacts(named, { contactId: 'c-2', lost: true }, T + ASK_FOR_FACTS_AFTER);
    expect(lost).toMatchObject({ endedAt: T + ASK_FOR_FACTS_AFTER, reason: 'LOST' });
  });

  it('in several queues add up to one wait', () => {
    const moved = afterFacts(begun, [
      event({ queuedAt: T, endedAt: T + 60_000, reason: 'TRANSFERRED' }),
      event({
        contactId: 'c-2',
        initiationMethod: 'QUEUE_TRANSFER',
        initiatedAt: T + 60_000,
        queuedAt: T + 60_000,
        answeredAt: T + 90_000,
        endedAt: T + 95_000,
        ...DONE,
      }),
    ]);
    expect(endOf(moved, T + 95_000 + ANNOUNCE_AFTER)).toMatchObject({
      waitSeconds: 90,
      serviceLevel: 'late',
    });
  });

  it('are bounded, and so is what is kept of one', () => {
    const many = Array.from({ length: 40 }, (_, n) =>
      event({ contactId: `c-${100 + n}`, initiatedAt: T + n }),
    );
    const held = Array.from(
      { length: 100 },
      (_, n) => ({ at: T + n, state: n % 2 ? 'hold' : 'connected' }) as const,
    );
    const long = afterFacts(begun, [...many, { source: 'agent', states: held }]);
    expect(Object.keys(long.facts?.legs ?? {})).toHaveLength(MOST_LEGS);
    expect(long.facts).toMatchObject({ legsOmitted: true });
    expect(long.facts?.legs['c-1']?.states).toHaveLength(MOST_STATES);
    expect(tick(long, T, many)).toBeUndefined();
  });

  it('know holds from the agent’s desk, and better from the record', () => {
    const states = [
      { at: T + 40_000, state: 'connected', agent: 'huda' },
      { at: T + 50_000, state: 'hold', agent: 'huda' },
      { at: T + 60_000, state: 'connected', agent: 'huda' },
      { at: T + 80_000, state: 'hold', agent: 'huda' },
      { at: T + 100_000, state: 'ended', agent: 'huda' },
    ] as const;
    const seen = afterFacts(begun, [inbound, { source: 'agent', states }]);
    expect(callSummary(seen)).toMatchObject({ holds: 2, holdMs: 30_000, talkMs: 30_000, agent: 'huda' });
    const recorded = afterFacts(seen, { source: 'record', holds: 3, holdMs: 31_000, talkMs: 29_000 });
    expect(callSummary(recorded)).toMatchObject({ holds: 3, holdMs: 31_000, talkMs: 29_000, agent: 'huda' });
  });

  it('tell who let it ring', () => {
    const missed = afterFacts(begun, {
      source: 'agent',
      states: [{ at: T + 5, state: 'missed', agent: 'salem' }],
    });
    expect(callSummary(missed).legs[0]?.missed).toEqual([{ at: T + 5, state: 'missed', agent: 'salem' }]);
  });
});

describe('the end of a call', () => {
  const over = (facts: readonly CallFacts[]) => {
    const call = afterFacts(begun, facts);
    return { call, data: endOf(call, (call.endedAt ?? 0) + SETTLE_AFTER) };
  };

  it('is short when the caller left before the queue says anything about the centre', () => {
    const { data, call } = over([event({ queuedAt: T, endedAt: T + 4_000 })]);
    expect(data).toMatchObject({ outcome: 'abandoned', short: true });
    expect(data).not.toHaveProperty('serviceLevel');
    expect(call.marks).toEqual(['abandoned']);
  });

  it('counts against the service level when the caller left after the threshold', () => {
    expect(over([event({ queuedAt: T, endedAt: T + 21_000 })]).data).toMatchObject({ serviceLevel: 'left' });
    const early = over([event({ queuedAt: T, endedAt: T + 19_000 })]).data;
    expect(early).toMatchObject({ outcome: 'abandoned' });
    expect(early).not.toHaveProperty('serviceLevel');
    expect(early).not.toHaveProperty('short');
  });

  it('is within the service level at the very threshold', () => {
    const answered = event({ queuedAt: T, answeredAt: T + 20_000, endedAt: T + 60_000 });
    expect(over([answered]).data).toMatchObject({ serviceLevel: 'within', onLine: true });
  });

  it('has no agent when the caller only spoke to the machine, and is a message when one was left', () => {
    expect(over([event({ endedAt: T + 9_000 })]).data).toMatchObject({ outcome: 'machine' });
    const { data, call } = over([{ message: true }, event({ queuedAt: T, endedAt: T + 90_000 })]);
    expect(data).toMatchObject({ outcome: 'message', message: true });
    expect(call.marks).toEqual(['message']);
  });

  const asked = [{ callback: true }, event({ queuedAt: T, endedAt: T + 90_000 })] as const;
  const calledBack = (more: CallFacts) =>
    event({
      contactId: 'c-9',
      initiationMethod: 'CALLBACK',
      initiatedAt: T + 90_000,
      queuedAt: T + 90_000,
      ...more,
    });

  it('of a call with a call-back is that of the call-back', () => {
    const waiting = afterFacts(begun, [...asked, calledBack({})]);
    expect(waiting.endedAt).toBeUndefined();
    expect(waiting.marks).toEqual(['callback']);
    const { data, call } = over([
      ...asked,
      calledBack({ answeredAt: T + 300_000, connectedAt: T + 320_000, endedAt: T + 400_000, ...DONE }),
    ]);
    expect(data).toMatchObject({ outcome: 'served', callback: 'kept', onLine: false, seconds: 400 });
    expect(data).not.toHaveProperty('serviceLevel');
    expect(call.marks).toBeUndefined();
  });

  it('of an unanswered call-back leaves it outstanding', () => {
    const unreached = {
      answeredAt: T + 300_000,
      endedAt: T + 330_000,
      reason: 'TELECOM_UNREACHABLE',
      ...DONE,
    };
    const { data, call } = over([...asked, calledBack(unreached)]);
    expect(data).toMatchObject({ outcome: 'callback', callback: 'asked', answered: false });
    expect(call.marks).toEqual(['callback']);
  });

  it('waits for a call-back that was promised and is not heard of', () => {
    const call = afterFacts(begun, asked);
    expect(call.nextDueAt).toBe(T + 90_000 + SETTLE_AFTER);
  });

  it('of a call out is in no queue', () => {
    const call = afterFacts(
      undefined,
      event({ initiationMethod: 'API', initiatedAt: T, queuedAt: T, endedAt: T + 5_000 }),
    );
    expect(endOf(call, T + 5_000 + ANNOUNCE_AFTER)).toMatchObject({ direction: 'out' });
    expect(call.marks).toBeUndefined();
  });
});

describe('a call stored before its sources were kept apart', () => {
  const old: Call = {
    id: 'c-1',
    version: 3,
    causes: [],
    initiationMethod: 'INBOUND',
    startedAt: T,
    language: 'en',
    caseRef: '4K7-2M0-0381',
    queuedAt: T + 1_000,
    answeredAt: T + 5_000,
    agent: 'huda',
    endedAt: T + 60_000,
    reason: 'AGENT_DISCONNECT',
    nextDueAt: T + 60_000 + ANNOUNCE_AFTER,
  };

  it('is read as it was and announced as it would have been', () => {
    expect(callSummary(old)).toMatchObject({
      outcome: 'served',
      language: 'en',
      agent: 'huda',
      waitMs: 4_000,
    });
    const done = tick(old, T + 60_000 + ANNOUNCE_AFTER);
    expect(done?.events).toMatchObject([{ data: { seconds: 60, waitSeconds: 4, answered: true } }]);
    const { nextDueAt: _, ...kept } = old;
    expect(done?.call).toMatchObject({ ...kept, announced: true, facts: { heardAt: T } });
    expect(done?.call).not.toHaveProperty('nextDueAt');
  });
});
