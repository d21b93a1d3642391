import { describe, expect, it } from 'vitest';
import type { EventType, RidaEvent } from '#events/registry.ts';
import { registry } from '#events/registry.ts';
import { MEASURES, type Measure } from '#shared/domain/reports/counter-name.ts';
import { countersOf } from '#shared/domain/reports/counters-of.ts';

type DataOf<T extends EventType> = Extract<RidaEvent, { type: T }>['data'];

const event = <T extends EventType>(type: T, data: DataOf<T>, time = '2026-01-04T07:00:00.000Z'): RidaEvent =>
  ({
    ...{ id: '0'.repeat(26), type, source: 'rida.desk', subject: 'x', subjectVersion: 1 },
    ...{ time, recordedTime: time, correlationId: 'c', causationId: 'c', data },
  }) as unknown as RidaEvent;

const resolved = (over: Partial<DataOf<'rida.case.resolved.v1'>>): RidaEvent =>
  event('rida.case.resolved.v1', {
    ...{ by: 'agent:salem', type: 'report', category: 'roads', department: 'operations' },
    ...{ segment: 'citizen', channel: 'mail', openedAt: '2026-01-04T07:00:00.000Z', generation: 0 },
    ...{ firstResponseKept: true, resolutionKept: false, workingMinutes: 0 },
    ...over,
  });

const answered = (over: Partial<DataOf<'rida.survey.answered.v1'>>): RidaEvent =>
  event('rida.survey.answered.v1', {
    ...{ invitation: 's0', mode: 'mail', definition: 'd', language: 'ar', score: 4, finished: true },
    ...{ hasComment: false, late: false, department: 'operations', type: 'report', channel: 'mail' },
    ...over,
  });

const call = (over: Partial<DataOf<'rida.call.ended.v1'>>): RidaEvent =>
  event('rida.call.ended.v1', {
    ...{ contactId: 'c', startedAt: '2026-01-04T07:00:00.000Z', seconds: 60, queued: true, answered: true },
    ...over,
  });

describe('the counters of an event', () => {
  it.each([
    ['2026-01-04T20:59:59.999Z', '2026-01-04'],
    ['2026-01-04T21:00:00.000Z', '2026-01-05'],
  ])('counts %s on the centre’s own day', (time, day) => {
    expect(
      countersOf(event('rida.message.sent.v1', { message: 'm', channel: 'mail', by: 'rida' }, time)).day,
    ).toBe(day);
  });

  it.each([
    ['malformed', { quarantined: 1, 'arrived|quarantined': 1, 'arrived|case': -1 }],
    ['virus-verdict', { quarantined: 1, 'arrived|set-aside': 1 }],
    ['machine-mail', { 'arrived|machine': 1 }],
  ])('counts a mail set aside as %s if a person has to look at it', (reason, counters) => {
    const data = { reason, rawKey: 'raw/1', department: 'operations' };
    expect(countersOf(event('rida.mail.quarantined.v1', data)).counters).toEqual(counters);
  });

  it('counts what was set aside as no case before it is restored', () => {
    const data = { type: 'report', channel: 'mail', department: 'operations' } as const;
    const opened = event('rida.case.opened.v1', {
      ...{ ...data, category: 'roads', segment: 'citizen', language: 'ar', priority: 'normal' },
      ...{ beneficiaryId: 'b', acknowledge: false, setAside: true },
    });
    expect(countersOf(opened).counters).toEqual({});
    const restored = event('rida.case.restored.v1', { ...data, by: 'agent:huda', reason: 'spam-verdict' });
    expect(countersOf(restored).counters).toEqual({
      'arrived|case': 1,
      'arrived|set-aside': -1,
      'opened|mail|report': 1,
      'opened-hour|10': 1,
      'opened-in|operations': 1,
      restored: 1,
    });
  });

  it('counts a resolution with its verdicts and its length', () => {
    expect(countersOf(resolved({ outcome: 'handed-over' })).counters).toEqual({
      'resolved|operations': 1,
      'left|2026-01-04': 1,
      'survey-eligible|case': 1,
      'outcome|handed-over|operations': 1,
      'worked|0': 1,
      'worked-in|operations|0': 1,
      'first-response|kept|operations': 1,
      'resolution|late|operations': 1,
    });
  });

  it.each([
    [true, 'mail-failed|bounced|for-good'],
    [false, 'mail-failed|bounced|for-now'],
  ])('counts a mail that failed by why and for how long (%s)', (permanent, counter) => {
    const failed = event('rida.message.failed.v1', {
      ...{ reason: 'bounced', permanent, recipient: 'beneficiary' },
    });
    expect(countersOf(failed).counters).toEqual({ [counter]: 1 });
  });

  it('judges the first response once, at the first resolution', () => {
    const { counters } = countersOf(resolved({ generation: 1 }));
    expect(Object.keys(counters)).not.toContain('first-response|kept|operations');
    expect(counters).toHaveProperty('resolution|late|operations', 1);
  });

  it('counts no verdict where there is no target', () => {
    const { counters } = countersOf(resolved({ firstResponseKept: undefined, resolutionKept: undefined }));
    expect(Object.keys(counters)).toEqual([
      ...['resolved|operations', 'left|2026-01-04', 'survey-eligible|case'],
      ...['outcome|unknown|operations', 'worked|0', 'worked-in|operations|0'],
    ]);
  });

  it('keeps late answers apart', () => {
    expect(countersOf(answered({ late: true })).counters).toEqual({ 'late-answer|mail': 1 });
    expect(countersOf(answered({ finished: false })).counters).toEqual({
      'score|mail|4': 1,
      'score-in|operations|4': 1,
      'finished|mail|no': 1,
    });
  });

  it('tells served, abandoned and machine calls apart, also of events that say no more', () => {
    expect(countersOf(call({ waitSeconds: 12 })).counters).toEqual({
      'call|served': 1,
      'call-hour|10|served': 1,
      'call-wait-seconds': 12,
    });
    expect(countersOf(call({ answered: false })).counters).toMatchObject({ 'call|abandoned': 1 });
    expect(countersOf(call({ answered: false, queued: false })).counters).toMatchObject({
      'call|machine': 1,
    });
  });

  it('counts how a call was answered and worked on, by line and hour', () => {
    const work = { talkSeconds: 120, holdSeconds: 30, holds: 2, afterWorkSeconds: 45, transfers: 1 };
    const data = { outcome: 'served', line: 'investors', onLine: true, serviceLevel: 'within' } as const;
    expect(countersOf(call({ ...data, ...work, waitSeconds: 12 })).counters).toEqual({
      'call|served': 1,
      'call-line|investors|served': 1,
      'call-hour|10|served': 1,
      'service-level|within': 1,
      'call-wait-seconds': 12,
      'call-handled': 1,
      'call-talk-seconds': 120,
      'call-hold-seconds': 30,
      'call-work-seconds': 45,
      'call-transfers': 1,
    });
  });

  it('leaves the wait of a call-back out, and counts what was asked for in vain', () => {
    const kept = call({
      outcome: 'served',
      onLine: false,
      callback: 'kept',
      waitSeconds: 90,
      talkSeconds: 60,
    });
    expect(countersOf(kept).counters).toMatchObject({ 'call-called-back': 1, 'call-callback|kept': 1 });
    expect(countersOf(kept).counters).not.toHaveProperty('call-wait-seconds');
    const vain = call({ outcome: 'callback', answered: false, callback: 'asked' });
    expect(countersOf(vain).counters).toMatchObject({ 'call|callback': 1, 'call-callback|asked': 1 });
  });

  it('takes a message out of hours for a call that asked no person', () => {
    const left = { outcome: 'message', answered: false, message: true } as const;
    expect(countersOf(call({ ...left, queued: false })).counters).toMatchObject({
      'call|machine': 1,
      'call-message': 1,
    });
    expect(countersOf(call(left)).counters).toMatchObject({ 'call|message': 1, 'call-message': 1 });
  });

  it('counts a call on the day it began, and a call out in nothing', () => {
    const late = { startedAt: '2026-01-03T20:59:00.000Z' };
    expect(countersOf(call(late))).toMatchObject({
      day: '2026-01-03',
      counters: { 'call-hour|23|served': 1 },
    });
    expect(countersOf(call({ direction: 'out' })).counters).toEqual({});
  });

  it('subtracts a retracted breach from the day of its deadline', () => {
    const { day, counters } = countersOf(
      event('rida.sla.retracted.v1', {
        ...{ clock: 'resolution', generation: 0, department: 'operations', priority: 'normal' },
        dueAt: '2026-01-03T20:59:59.000Z',
      }),
    );
    expect({ day, counters }).toEqual({
      day: '2026-01-03',
      counters: { 'breached|resolution|operations': -1, 'retracted|resolution': 1 },
    });
  });

  it('counts what agents corrected of type and category, pair by pair, and nothing else', () => {
    const changes = [
      { field: 'type', from: 'inquiry', to: 'report' },
      { field: 'category', from: 'other', to: 'roads' },
      { field: 'priority', from: 'low', to: 'high' },
    ] as const;
    const corrected = event('rida.case.reclassified.v1', { by: 'agent:salem', changes: [...changes] });
    expect(countersOf(corrected).counters).toEqual({
      'corrected|type|inquiry|report': 1,
      'corrected|category|other|roads': 1,
    });
  });

  it.each([
    ['kept', { 'promise|kept': 1 }],
    ['late', { 'promise|late': 1 }],
    ['replaced', {}],
    ['withdrawn', {}],
  ] as const)('counts a promise that ended %s', (outcome, counters) => {
    const dueAt = '2026-01-04T07:00:00.000Z';
    const ended = event('rida.promise.ended.v1', { dueAt, outcome, by: 'agent:salem' });
    expect(countersOf(ended).counters).toEqual(counters);
  });

  it('counts how a call out ended and its answers, and takes back what late news changed', () => {
    const finished = event('rida.call-out.finished.v1', {
      ...{ purpose: 'evaluation', disposition: 'completed', attempts: 2, answers: { ease: 5, finished: 1 } },
      from: { disposition: 'partial', answers: { ease: 4 } },
    });
    expect(countersOf(finished).counters).toEqual({
      'call-out|evaluation|completed': 1,
      'call-out|evaluation|partial': -1,
      'call-answer|evaluation|ease|5': 1,
      'call-answer|evaluation|finished|1': 1,
      'call-answer|evaluation|ease|4': -1,
    });
  });

  it('counts every event the roll-up is sent, under a known measure with its dimensions', () => {
    const listened = registry.filter(
      ({ consumers }) =>
        consumers !== 'audit only' && (consumers as readonly string[]).includes('reports/roll-up'),
    );
    const data = {
      ...{ type: 'report', channel: 'mail', department: 'operations', because: 'staff', reason: 'finished' },
      ...{ clock: 'resolution', level: 1, mode: 'mail', score: 5, finished: true, late: false },
      ...{ queued: true, answered: true, waitSeconds: 1, workingMinutes: 5, generation: 0 },
      ...{ dueAt: '2026-01-04T07:00:00.000Z', startedAt: '2026-01-04T07:00:00.000Z' },
      ...{ kind: 'closure-audit', week: '2026-01-04' },
      ...{ outcome: 'kept', means: 'phone', source: 'mail', answeredAt: '2026-01-04T07:00:00.000Z' },
      ...{ purpose: 'evaluation', disposition: 'completed', answers: { ease: 5 } },
      changes: [
        { field: 'category', from: 'roads', to: 'lighting' },
        { field: 'district', from: 'malaz', to: 'nuzhah' },
      ],
      openedAt: '2026-01-04T07:00:00.000Z',
      resolvedAt: '2026-01-04T07:00:00.000Z',
    };
    for (const { event: contract } of listened) {
      const { counters } = countersOf(event(contract.type, data as never));
      expect(Object.keys(counters).length, contract.type).toBeGreaterThan(0);
      for (const name of Object.keys(counters)) {
        const [measure, ...values] = name.split('|');
        expect(values, name).toHaveLength(MEASURES[measure as Measure]);
      }
    }
  });

  it.each<[Partial<DataOf<'rida.outcome.answered.v1'>>, Record<string, number>]>([
    [{ finished: true }, { 'confirmation|confirmed|mail': 1 }],
    [{ finished: false, mode: 'phone' }, { 'confirmation|contested|phone': 1 }],
    [
      { finished: false, corrected: true },
      { 'confirmation|contested|mail': 1, 'confirmation|confirmed|mail': -1 },
    ],
    [{ finished: true, unproven: true }, { 'outcome-beside|unproven': 1 }],
    [{ finished: true, later: true }, { 'outcome-beside|later': 1 }],
  ])('counts an answer about an outcome once, and a correction both ways: %j', (over, counters) => {
    const data = { question: 'c0', mode: 'mail', finished: true, hasComment: false, ...over } as const;
    const counted = event('rida.outcome.answered.v1', { ...data, department: 'operations', type: 'report' });
    expect(countersOf(counted).counters).toEqual(counters);
  });
});
