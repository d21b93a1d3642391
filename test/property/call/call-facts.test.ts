import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConnectContactEvent } from '#events/inbound/connect-contact-event.ts';
import { factsOf } from '#functions/intake/call-log.ts';
import type { Call } from '#shared/domain/call/call.ts';
import { ANNOUNCE_AFTER, type CallFacts, decideCall } from '#shared/domain/call/decide-call.ts';
import type { Draft } from '#shared/domain/case/command.ts';
import { isoInstant, MINUTE } from '#shared/domain/time/instant.ts';

const BEGAN = Date.UTC(2026, 0, 4, 7, 0);

/** One call as it truly was: offsets in milliseconds from its beginning. */
interface Truth {
  readonly queued: number | undefined;
  readonly answered: number | undefined;
  readonly ended: number;
  readonly registered: boolean;
}
const truth: fc.Arbitrary<Truth> = fc
  .record({
    queued: fc.integer({ min: 5_000, max: 60_000 }),
    wait: fc.integer({ min: 0, max: 600_000 }),
    talk: fc.integer({ min: 0, max: 900_000 }),
    way: fc.constantFrom('left early', 'gave up waiting', 'answered'),
    registered: fc.boolean(),
  })
  .map(({ queued, wait, talk, way, registered }) => ({
    registered,
    queued: way === 'left early' ? undefined : queued,
    answered: way === 'answered' ? queued + wait : undefined,
    ended: way === 'left early' ? queued : queued + wait + (way === 'answered' ? talk : 0),
  }));

/** Connect's events of the call: each carries the times known when it was made. */
function contactEvents({ queued, answered, ended }: Truth): CallFacts[] {
  const moments = [
    ['INITIATED', 0],
    ['QUEUED', queued],
    ['CONNECTED_TO_AGENT', answered],
    ['DISCONNECTED', ended],
  ] as const;
  return moments.flatMap(([eventType, at]) => {
    if (at === undefined) return [];
    const known = (time: number | undefined) =>
      time !== undefined && time <= at ? isoInstant(BEGAN + time) : null;
    const event: ConnectContactEvent = {
      id: eventType,
      'detail-type': 'Amazon Connect Contact Event',
      source: 'aws.connect',
      time: isoInstant(BEGAN + at),
      detail: {
        eventType,
        contactId: 'c-1',
        channel: 'VOICE',
        initiationMethod: 'INBOUND',
        initiationTimestamp: isoInstant(BEGAN),
        queueInfo: queued === undefined ? null : { enqueueTimestamp: known(queued) },
        agentInfo:
          answered === undefined || answered > at
            ? null
            : {
                agentArn: 'arn:aws:connect:x:1:instance/i/agent/huda',
                connectedToAgentTimestamp: known(answered),
              },
        ...(eventType === 'DISCONNECTED' && {
          disconnectTimestamp: known(ended),
          disconnectReason: 'CUSTOMER_DISCONNECT',
        }),
      },
    };
    return [factsOf(event)];
  });
}

/** What the flow tells while it runs. */
const flowFacts = ({ registered }: Truth): CallFacts[] => [
  { initiationMethod: 'INBOUND', initiatedAt: BEGAN + 900, language: 'ar' },
  ...(registered ? [{ caseRef: '4K7-2M0-0385' }] : []),
];

/** All that is told, in any order, some of it twice; then the timer. */
const told = truth.chain((call) => {
  const facts = [...contactEvents(call), ...flowFacts(call)];
  return fc
    .tuple(
      fc.shuffledSubarray(facts, { minLength: facts.length, maxLength: facts.length }),
      fc.array(fc.constantFrom(...facts), { maxLength: 4 }),
    )
    .map(([all, again]) => ({ call, facts: [...all, ...again] }));
});

function run(
  facts: readonly CallFacts[],
  recordedAt: number,
  until: number,
): { call: Call; events: Draft[] } {
  let call: Call | undefined;
  const events: Draft[] = [];
  for (const [fact, now] of [...facts.map((each) => [each, recordedAt] as const), [{}, until] as const]) {
    const next = decideCall('c-1', call, fact, now);
    call = next.call;
    events.push(...next.events);
  }
  if (!call) throw new Error('nothing was told');
  return { call, events };
}

const of = (events: readonly Draft[], type: Draft['type']) => events.filter((event) => event.type === type);

describe('whatever order a call is told in', () => {
  it('its end is announced once, the same, and says how it was', () => {
    fc.assert(
      fc.property(told, ({ call: { queued, answered, ended, registered }, facts }) => {
        const end = BEGAN + ended;
        const { call, events } = run(facts, end + MINUTE, end + ANNOUNCE_AFTER);
        const seconds = (ms: number) => Math.round(ms / 1000);
        expect(of(events, 'rida.call.ended.v1')).toEqual([
          {
            type: 'rida.call.ended.v1',
            data: {
              contactId: 'c-1',
              startedAt: isoInstant(BEGAN),
              seconds: seconds(ended),
              queued: queued !== undefined,
              answered: answered !== undefined,
              ...(queued !== undefined && { waitSeconds: seconds((answered ?? ended) - queued) }),
              reason: 'CUSTOMER_DISCONNECT',
              ...(registered && { caseRef: '4K7-2M0-0385' }),
            },
          },
        ]);
        expect(of(events, 'rida.call.started.v1')).toHaveLength(1);
        expect(call.nextDueAt).toBeUndefined();
      }),
      { seed: 20_260_104 },
    );
  });

  it('its end is announced no second time, whatever comes later', () => {
    fc.assert(
      fc.property(told, ({ call: { ended }, facts }) => {
        const end = BEGAN + ended;
        const { call } = run(facts, end + MINUTE, end + ANNOUNCE_AFTER);
        for (const late of facts) {
          const next = decideCall('c-1', call, late, end + 10 * ANNOUNCE_AFTER);
          expect(next.events).toEqual([]);
          expect(next.call.nextDueAt).toBeUndefined();
        }
      }),
      { seed: 20_260_104 },
    );
  });

  it('it has a timer until its end is announced', () => {
    fc.assert(
      fc.property(told, ({ call: { ended }, facts }) => {
        let call: Call | undefined;
        for (const fact of facts) {
          call = decideCall('c-1', call, fact, BEGAN + ended).call;
          expect(call.nextDueAt).toBeGreaterThan(BEGAN + ended);
        }
      }),
      { seed: 20_260_104 },
    );
  });
});
