import { describe, expect, it } from 'vitest';
import { connectContactEvent } from '#events/inbound/connect-contact-event.ts';
import { recordContactEvent, reportOfEvent } from '#functions/telephone/contact-events.ts';
import { isoInstant, MINUTE } from '#shared/domain/time/instant.ts';
import { fixedClock, WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { MemoryStore } from '#test/doubles/memory-store.ts';

const anEvent = (detail: object = {}, time = isoInstant(T)) =>
  connectContactEvent.parse({
    id: 'e-1',
    'detail-type': 'Amazon Connect Contact Event',
    source: 'aws.connect',
    time,
    detail: {
      eventType: 'INITIATED',
      contactId: 'c-1',
      channel: 'VOICE',
      initiationMethod: 'INBOUND',
      initiationTimestamp: isoInstant(T),
      ...detail,
    },
  });

describe('the call log', () => {
  it('keeps each contact event once', async () => {
    const deps = { store: new MemoryStore(), clock: fixedClock(T + 1) };
    expect(await recordContactEvent(deps, anEvent())).toBe('committed');
    expect(await recordContactEvent(deps, anEvent())).toBe('duplicate');
    const ended = anEvent({ eventType: 'DISCONNECTED', disconnectTimestamp: isoInstant(T + MINUTE) });
    expect(await recordContactEvent(deps, ended)).toBe('committed');
    expect(await deps.store.load('call', 'c-1')).toMatchObject({
      startedAt: T,
      endedAt: T + MINUTE,
      version: 2,
    });
  });

  it.each(['', 'zzz', '0026-01-01T00:00', '1447-01-01T08:00', '9999-12-31T23:59', '+275760-09-13T00:00:00Z'])(
    'keeps an event with the time "%s" as of now',
    async (time) => {
      const deps = { store: new MemoryStore(), clock: fixedClock(T + 1) };
      expect(await recordContactEvent(deps, anEvent({ initiationTimestamp: time }, time))).toBe('committed');
      expect(deps.store.commits.map(({ at }) => at)).toEqual([T + 1]);
    },
  );

  it('keeps telephone calls only', async () => {
    const deps = { store: new MemoryStore(), clock: fixedClock() };
    expect(await recordContactEvent(deps, anEvent({ channel: 'CHAT' }))).toBe('not-a-call');
    expect(deps.store.commits).toEqual([]);
  });

  it('takes an event without a readable time as of now', async () => {
    const deps = { store: new MemoryStore(), clock: fixedClock(T + MINUTE) };
    await recordContactEvent(deps, anEvent({}, 'yesterday'));
    expect(deps.store.commits[0]?.at).toBe(T + MINUTE);
  });

  it('reads times and names, and leaves out what is not known', () => {
    expect(
      reportOfEvent(
        anEvent({
          agentInfo: {
            agentArn: 'arn:aws:connect:me:1:instance/i/agent/huda',
            connectedToAgentTimestamp: isoInstant(T),
          },
          queueInfo: { enqueueTimestamp: 'never' },
          disconnectReason: null,
        }),
      ),
    ).toEqual({
      source: 'event',
      contactId: 'c-1',
      initiationMethod: 'INBOUND',
      initiatedAt: T,
      answeredAt: T,
      agent: 'huda',
    });
  });
});
