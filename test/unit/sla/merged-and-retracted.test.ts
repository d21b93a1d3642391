import { describe, expect, test } from 'vitest';
import type { Evaluation } from '#shared/domain/sla/evaluate.ts';
import { retractable } from '#shared/domain/sla/retractable.ts';
import { tiersOf } from '#shared/domain/sla/tiers.ts';
import type { Fact } from '#shared/domain/sla/timeline.ts';
import { at, fact, judge, runsOf, status } from './case-support.ts';
import { HOUR, inRiyadh, office } from './support.ts';

describe('a merged case', () => {
  const absorbed = (time: string, source: string, hours: number) =>
    fact(time, 'absorbed', { source, remaining: { resolution: hours * HOUR } });
  const released = (time: string, source: string) => fact(time, 'released', { source });
  const due = (...facts: Fact[]) =>
    inRiyadh(judge('13:00', ...facts).clocks.resolution.dueAt ?? 0).slice(8, 16);

  test('keeps the earliest promise until it is released', () => {
    expect(due()).toBe('24T14:30');
    expect(due(absorbed('10:00', 'a', 2))).toBe('22T12:00');
    expect(due(absorbed('10:00', 'a', 200))).toBe('24T14:30');
    expect(due(absorbed('10:00', 'a', 2), absorbed('11:00', 'b', 2), released('12:00', 'a'))).toBe(
      '22T13:00',
    );
    expect(due(absorbed('10:00', 'a', 2), released('12:00', 'a'))).toBe('24T14:30');
    expect(due(absorbed('10:00', 'a', 2), released('12:00', 'b'))).toBe('22T12:00');
  });

  test('that was late already makes this one late, never before its start', () => {
    expect(judge('10:01', absorbed('10:00', 'a', -1)).clocks.resolution).toMatchObject({
      dueAt: at('09:00'),
      breached: true,
    });
    expect(judge('10:01', absorbed('10:00', 'a', -100)).clocks.resolution.targetMs).toBe(0);
  });

  test('counts what was worked by then, pauses left out', () => {
    const pause = [status('08:00', 'pending-beneficiary'), status('09:30', 'open')];
    expect(due(...pause, absorbed('10:00', 'a', 2))).toBe('22T12:00');
  });

  test('does not touch what was done before or begins after', () => {
    const done = [fact('09:00', 'resolved'), absorbed('10:00', 'a', -5), fact('11:00', 'reopened')];
    expect(runsOf(judge('12:00', ...done), 'resolution').map(({ breached }) => breached)).toEqual([
      false,
      false,
    ]);
  });
});

describe('a breach announced wrongly', () => {
  const fired = ['nextResponse#1#at-75', 'nextResponse#1#at-100', 'nextResponse#1#after-420'];
  const contact = fact('08:00', 'beneficiary-contact');
  const keys = (evaluation: Evaluation) => retractable(evaluation, fired).map(({ key }) => key);

  test('is retracted when the answer was sent in time and recorded late', () => {
    expect(keys(judge('13:00', contact))).toEqual([]);
    expect(retractable(judge('13:00', contact, fact('11:55', 'agent-contact')), fired)).toEqual([
      { key: 'nextResponse#1#at-100', clock: 'nextResponse', generation: 1 },
    ]);
    expect(keys(judge('13:00', contact, fact('12:05', 'agent-contact')))).toEqual([]);
  });

  test('also of an earlier generation', () => {
    const facts = [fact('24T14:00', 'resolved'), fact('25T08:00', 'reopened')];
    const early = judge('25T09:00', ...facts);
    expect(retractable(early, ['resolution#1#at-100', 'resolution#2#at-75'])).toMatchObject([
      { clock: 'resolution', generation: 1 },
    ]);
  });

  test('other keys are ignored', () => {
    expect(
      retractable(judge('08:00'), ['mystery#1#at-100', 'resolution#1', 'resolution#1#after-420']),
    ).toEqual([]);
  });
});

test('changed terms mark what they put into the past', () => {
  const tiers = tiersOf(office, judge('23T14:00', fact('23T14:00', 'terms')));
  expect(tiers.find(({ key }) => key === 'firstResponse#1#at-100')).toMatchObject({ cause: 'terms' });
  expect(judge('23T14:00', fact('23T14:00', 'terms')).termsChangedAt).toBe(at('23T14:00'));
});
