import { describe, expect, test } from 'vitest';
import { policies } from '#shared/domain/sla/data/policies.ts';
import { evaluate } from '#shared/domain/sla/evaluate.ts';
import type { SlaPolicy } from '#shared/domain/sla/policy.ts';
import type { Fact } from '#shared/domain/sla/timeline.ts';
import { HOUR, inRiyadh, MINUTE, office, riyadh } from './support.ts';

const targets = { firstResponseMinutes: 60, nextResponseMinutes: 120, resolutionMinutes: 420 };
const held = ['pending-beneficiary'];
const policy: SlaPolicy = {
  id: 'under-test',
  version: 1,
  name: { ar: 'سياسة', en: 'Policy' },
  calendarId: 'saudi-government',
  when: {},
  targets: { urgent: { ...targets, resolutionMinutes: 120 }, high: targets, normal: targets, low: {} },
  pauseStatuses: { firstResponse: [], nextResponse: held, resolution: held },
  finalStatuses: ['resolved', 'closed'],
  reopening: 'begins-again',
  ladder: [],
};

const at = (time: string) => riyadh(time.length === 5 ? `2026-11-22T${time}` : `2026-11-${time}`);
const fact = (time: string, type: string, more: object = {}) => ({ at: at(time), type, ...more }) as Fact;
const status = (time: string, value: string) => fact(time, 'status', { status: value });
const opened = fact('08:00', 'opened', { status: 'open' });
const judge = (asOf: string, ...facts: Fact[]) => evaluate(policy, office, [opened, ...facts], at(asOf));
const minutes = (ms: number | null) => (ms === null ? null : ms / MINUTE);
const local = (ms: number | null) => (ms === null ? null : inRiyadh(ms).slice(8, 16));

describe('first response', () => {
  test('runs from the opening', () => {
    const { clocks, nextDeadlineAt } = judge('08:20');
    expect(clocks.firstResponse).toMatchObject({
      state: 'running',
      activeDueAt: at('09:00'),
      breached: false,
      generation: 1,
    });
    expect(minutes(clocks.firstResponse.elapsedMs)).toBe(20);
    expect(nextDeadlineAt).toBe(at('09:00'));
  });

  test.each([
    ['09:00', false],
    ['09:01', true],
  ])('breaches after its due instant, not at it: %s', (time, breached) => {
    expect(judge(time).clocks.firstResponse.breached).toBe(breached);
    expect(judge('10:00', fact(time, 'first-response')).clocks.firstResponse.breached).toBe(breached);
  });

  test('is met once, by the first', () => {
    const { clocks } = judge('12:00', fact('08:30', 'first-response'), fact('10:30', 'first-response'));
    expect(clocks.firstResponse).toMatchObject({
      state: 'met',
      metAt: at('08:30'),
      activeDueAt: null,
      marginMs: 30 * MINUTE,
    });
  });

  test('a verdict once given does not drift with later pauses', () => {
    const facts = [fact('08:30', 'first-response'), fact('08:40', 'resolved')];
    expect(judge('23T12:00', ...facts).clocks.firstResponse.dueAt).toBe(at('09:00'));
  });

  test('is withdrawn when the case closes unanswered', () => {
    const { clocks, nextDeadlineAt } = judge('23T12:00', fact('08:30', 'closed'));
    expect(clocks.firstResponse).toMatchObject({ state: 'withdrawn', activeDueAt: null, breached: false });
    expect(nextDeadlineAt).toBeNull();
  });
});

describe('next response', () => {
  const contact = (time: string) => fact(time, 'beneficiary-contact');
  const answer = (time: string) => fact(time, 'agent-contact');

  test('owes nothing before the beneficiary writes', () => {
    expect(judge('12:00').clocks.nextResponse).toMatchObject({
      state: 'withdrawn',
      startedAt: null,
      activeDueAt: null,
    });
  });

  test('runs from the first unanswered contact', () => {
    const { nextResponse } = judge('10:00', contact('09:00'), contact('09:50')).clocks;
    expect(nextResponse).toMatchObject({
      state: 'running',
      startedAt: at('09:00'),
      activeDueAt: at('11:00'),
    });
  });

  test('an answer of the same instant answers', () => {
    expect(judge('10:00', answer('09:00'), contact('09:00')).clocks.nextResponse.state).toBe('met');
  });

  test('keeps the worst exchange, not the last', () => {
    const { nextResponse } = judge(
      '14:00',
      contact('08:10'),
      answer('11:10'),
      contact('12:00'),
      answer('12:05'),
    ).clocks;
    expect(nextResponse).toMatchObject({ state: 'met', generation: 2, breached: true });
    expect([nextResponse.elapsedMs, nextResponse.marginMs].map(minutes)).toEqual([180, -60]);
  });

  test('an answer without a waiting beneficiary begins nothing', () => {
    expect(judge('10:00', answer('09:00')).clocks.nextResponse.generation).toBe(0);
  });
});

describe('resolution', () => {
  test('pauses while the beneficiary is awaited', () => {
    const { clocks } = judge('12:00', status('09:00', 'pending-beneficiary'));
    expect(clocks.resolution).toMatchObject({ state: 'paused', activeDueAt: null, breached: false });
    expect(minutes(clocks.resolution.elapsedMs)).toBe(60);
    const later = judge('13:00', status('09:00', 'pending-beneficiary'), status('12:00', 'open')).clocks
      .resolution;
    expect([later.state, local(later.activeDueAt)]).toEqual(['running', '23T11:00']);
  });

  test('waiting for a department does not pause', () => {
    expect(judge('12:00', status('09:00', 'pending-department')).clocks.resolution.state).toBe('running');
  });

  test('a paused clock cannot become late', () => {
    const urgent = fact('08:00', 'priority', { priority: 'urgent' });
    const heldWhenDue = [urgent, status('10:00', 'pending-beneficiary')];
    expect(judge('26T12:00', ...heldWhenDue).clocks.resolution.breached).toBe(false);
    const goesOn = [...heldWhenDue, status('24T08:00', 'open')];
    expect(judge('24T08:01', ...goesOn).clocks.resolution.breached).toBe(true);
  });

  test('is met by resolving and stays so when closed', () => {
    const { clocks, resolvedAt, firstResolvedAt } = judge(
      '26T12:00',
      fact('10:00', 'resolved'),
      fact('24T10:00', 'closed'),
    );
    expect(clocks.resolution).toMatchObject({
      state: 'met',
      metAt: at('10:00'),
      elapsedMs: 2 * HOUR,
      generation: 1,
    });
    expect([resolvedAt, firstResolvedAt]).toEqual([at('10:00'), at('10:00')]);
    expect(clocks.totalElapsed).toMatchObject({ state: 'met', elapsedMs: 2 * HOUR });
  });

  test('reopening begins a generation with the whole target', () => {
    const evaluation = judge('23T09:00', fact('14:00', 'resolved'), fact('23T08:00', 'reopened'));
    expect(evaluation.clocks.resolution).toMatchObject({
      state: 'running',
      generation: 2,
      startedAt: at('23T08:00'),
      elapsedMs: HOUR,
    });
    expect(local(evaluation.clocks.resolution.dueAt)).toBe('24T08:00');
    expect(evaluation).toMatchObject({ reopenings: 1, resolvedAt: null, firstResolvedAt: at('14:00') });
    expect(evaluation.clocks.totalElapsed.elapsedMs).toBe(25 * HOUR);
  });

  test('or runs on, where the policy says so: closed time is a pause', () => {
    const facts = [opened, fact('10:00', 'closed'), status('12:00', 'open')];
    const runsOn = { ...policy, reopening: 'runs-on' } as const;
    const { resolution } = evaluate(runsOn, office, facts, at('13:00')).clocks;
    expect(resolution).toMatchObject({ state: 'running', generation: 1, elapsedMs: 3 * HOUR });
    const again = evaluate(runsOn, office, [...facts, fact('13:30', 'closed')], at('26T13:00')).clocks
      .resolution;
    expect(again).toMatchObject({ state: 'met', elapsedMs: 3.5 * HOUR });
  });

  test('a status left in the instant it was entered leaves no trace', () => {
    const facts = [
      fact('09:00', 'status', { status: 'resolved', seq: 1 }),
      fact('09:00', 'status', { status: 'open', seq: 2 }),
    ];
    expect(judge('10:00', ...facts)).toMatchObject({
      reopenings: 0,
      clocks: { resolution: { generation: 1 } },
    });
  });

  test('reopening an open case changes nothing', () => {
    expect(judge('12:00', fact('09:00', 'reopened')).clocks.resolution.generation).toBe(1);
  });
});

describe('terms', () => {
  test('a priority change recomputes from the original start', () => {
    const { clocks, priority, termsChangedAt } = judge(
      '11:00',
      fact('10:30', 'priority', { priority: 'urgent' }),
    );
    expect(clocks.resolution).toMatchObject({ activeDueAt: at('10:00'), breached: true });
    expect([priority, termsChangedAt]).toEqual(['urgent', at('10:30')]);
  });

  test('a policy change too, and before it the old terms held', () => {
    const longer = {
      ...policy,
      version: 2,
      targets: { ...policy.targets, normal: { resolutionMinutes: 840 } },
    };
    const change = fact('12:00', 'policy', { policy: longer });
    expect(local(judge('11:59', change).clocks.resolution.dueAt)).toBe('23T08:00');
    const { clocks } = judge('12:00', change);
    expect(local(clocks.resolution.dueAt)).toBe('24T08:00');
    expect(clocks.firstResponse.state).toBe('not-defined');
  });

  test('a priority without targets has no clock', () => {
    const { clocks, nextDeadlineAt } = judge('11:00', fact('10:30', 'priority', { priority: 'low' }));
    expect([clocks.resolution.state, nextDeadlineAt]).toEqual(['not-defined', null]);
  });
});

test('a case not opened yet has no clock', () => {
  const { clocks } = evaluate(policy, office, [opened], at('07:59'));
  expect(Object.values(clocks).map(({ state }) => state)).toEqual(Array(7).fill('not-defined'));
});

test('a contact dated before the registration counts from the opening', () => {
  expect(judge('09:00', fact('07:00', 'beneficiary-contact')).clocks.nextResponse.startedAt).toBe(
    at('08:00'),
  );
});

test('the shipped policies hold a report open until it is answered', () => {
  const report = policies.find(({ id }) => id === 'report');
  if (report === undefined) throw new Error('a report policy is shipped');
  const { clocks } = evaluate(report, office, [{ ...opened, priority: 'urgent' } as Fact], at('08:10'));
  expect(local(clocks.firstResponse.activeDueAt)).toBe('22T08:30');
});
