import { describe, expect, it } from 'vitest';
import { ANNOUNCE_AFTER, ASK_AFTER, decideCall } from '#shared/domain/call/decide-call.ts';
import { callSubject, spokenStatus } from '#shared/domain/call/spoken.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';

const begun = decideCall('c-1', undefined, { initiatedAt: T }, T).call;

describe('a call', () => {
  it('begins with the first that is told of it', () => {
    const { call, events } = decideCall('c-1', undefined, { caseRef: '4K7-2M0-0385' }, T);
    expect(call).toEqual({
      id: 'c-1',
      version: 0,
      causes: [],
      initiationMethod: 'INBOUND',
      startedAt: T,
      caseRef: '4K7-2M0-0385',
      nextDueAt: T + ASK_AFTER,
    });
    expect(events).toEqual([
      { type: 'rida.call.started.v1', data: { contactId: 'c-1', initiationMethod: 'INBOUND' } },
    ]);
  });

  it('is asked about every two hours while it has no end', () => {
    expect(begun.nextDueAt).toBe(T + ASK_AFTER);
    const asked = decideCall('c-1', begun, {}, T + ASK_AFTER);
    expect(asked.events).toEqual([]);
    expect(asked.call.nextDueAt).toBe(T + 2 * ASK_AFTER);
    expect(decideCall('c-1', begun, {}, T + 5 * ASK_AFTER + 1).call.nextDueAt).toBe(T + 6 * ASK_AFTER);
  });

  it('the telephone system forgot is over, for want of a better time now', () => {
    const now = T + ASK_AFTER;
    const lost = decideCall('c-1', begun, { lost: true }, now).call;
    expect(lost).toMatchObject({ endedAt: now, reason: 'LOST', nextDueAt: now + ANNOUNCE_AFTER });
    const { events } = decideCall('c-1', lost, {}, now + ANNOUNCE_AFTER);
    expect(events).toMatchObject([{ type: 'rida.call.ended.v1', data: { reason: 'LOST', answered: false } }]);
  });

  it('that was thought lost takes the true end when it comes before the announcement', () => {
    const lost = decideCall('c-1', begun, { lost: true }, T + ASK_AFTER).call;
    const found = decideCall(
      'c-1',
      lost,
      { endedAt: T + 60_000, reason: 'AGENT_DISCONNECT' },
      T + ASK_AFTER + 1,
    );
    expect(found.events).toMatchObject([{ data: { seconds: 60, reason: 'AGENT_DISCONNECT' } }]);
  });

  it('waits two minutes for what is late before its end is announced', () => {
    const over = decideCall('c-1', begun, { endedAt: T + 30_000 }, T + 31_000);
    expect(over.events).toEqual([]);
    expect(over.call.nextDueAt).toBe(T + 30_000 + ANNOUNCE_AFTER);
    expect(decideCall('c-1', over.call, {}, T + 30_000 + ANNOUNCE_AFTER - 1).events).toEqual([]);
    expect(decideCall('c-1', over.call, {}, T + 30_000 + ANNOUNCE_AFTER).events).toHaveLength(1);
  });
});

describe('what a voice says', () => {
  const zone = 'Asia/Riyadh';
  it('of a case under way names its type, status and date', () => {
    expect(spokenStatus({ type: 'report', status: 'open' }, null, 'ar', zone)).toBe(
      'معاملة بلاغك قيد المعالجة.',
    );
    expect(spokenStatus({ type: 'inquiry', status: 'resolved' }, null, 'en', zone)).toBe(
      'Your inquiry is resolved.',
    );
    const promised = spokenStatus({ type: 'report', status: 'open' }, T, 'en', zone);
    expect(promised).toMatch(/^Your report is being worked on\. It is due to be finished by .*2026.*\.$/u);
    expect(spokenStatus({ type: 'report', status: 'open' }, T, 'ar', zone)).toContain(
      'الموعد المحدد للإنجاز',
    );
  });
  it('names a case that began on the phone', () => {
    expect(callSubject('complaint', 'ar')).toBe('شكوى عبر الهاتف');
    expect(callSubject('observation', 'en')).toBe('Observation by telephone');
  });
});
