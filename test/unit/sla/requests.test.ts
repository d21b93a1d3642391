import { describe, expect, test } from 'vitest';
import { evaluate } from '#shared/domain/sla/evaluate.ts';
import { nextTier, tiersOf } from '#shared/domain/sla/tiers.ts';
import { at, fact, judge, opened, policy, runsOf, status } from './case-support.ts';
import { aroundTheClock, HOUR, inRiyadh, MINUTE, office } from './support.ts';

describe('requests to a department', () => {
  const asked = (time: string, request: string, due?: string) =>
    fact(time, 'asked', { request, ...(due !== undefined && { dueAt: at(due) }) });
  const answered = (time: string, request: string) => fact(time, 'answered', { request });
  const minutes = policy.targets.normal.departmentMinutes ?? 0;

  test('count the department’s target, which waiting for the beneficiary does not hold', () => {
    const { department } = judge('09:30', asked('08:00', 'a'), status('08:30', 'pending-beneficiary')).clocks;
    expect(department).toMatchObject({ state: 'running', targetMs: minutes * MINUTE, elapsedMs: 1.5 * HOUR });
  });

  test('or run to an instant of their own', () => {
    expect(judge('09:00', asked('08:00', 'a', '11:00')).clocks.department).toMatchObject({
      activeDueAt: at('11:00'),
      targetMs: 3 * HOUR,
    });
  });

  test('a final status holds them, and closing withdraws them while it lasts', () => {
    expect(judge('12:00', asked('08:00', 'a'), fact('09:00', 'resolved')).clocks.department).toMatchObject({
      state: 'paused',
      elapsedMs: HOUR,
    });
    const closed = [asked('08:00', 'a'), fact('09:00', 'closed')];
    expect(judge('12:00', ...closed).clocks.department.state).toBe('withdrawn');
    expect(judge('12:00', ...closed, fact('11:00', 'reopened')).clocks.department).toMatchObject({
      state: 'running',
      elapsedMs: 2 * HOUR,
    });
  });

  test('held past an instant of its own, it is late only once it runs again', () => {
    const facts = [asked('08:00', 'a', '10:00'), fact('09:00', 'resolved')];
    expect(judge('13:00', ...facts).clocks.department.breached).toBe(false);
    expect(judge('12:00', ...facts, fact('12:00', 'reopened')).clocks.department.breached).toBe(false);
    expect(judge('12:01', ...facts, fact('12:00', 'reopened')).clocks.department.breached).toBe(true);
  });

  test('each is a run of its own: shown is the one due first, with the worst kept', () => {
    const evaluation = judge(
      '12:00',
      asked('08:00', 'a', '14:00'),
      asked('08:30', 'b', '13:00'),
      asked('09:00', 'c', '10:00'),
      answered('11:00', 'c'),
    );
    expect(runsOf(evaluation, 'department').map(({ state, generation }) => [state, generation])).toEqual([
      ['running', 1],
      ['running', 2],
      ['met', 3],
    ]);
    expect(evaluation.clocks.department).toMatchObject({
      activeDueAt: at('13:00'),
      generation: 2,
      breached: true,
      marginMs: -HOUR,
    });
    expect(evaluation.nextDeadlineAt).toBe(at('09:30'));
  });

  test('each climbs its own ladder, told to the head of the department', () => {
    const evaluation = judge(
      '14:00',
      fact('07:31', 'first-response'),
      asked('08:00', 'a', '12:00'),
      asked('08:00', 'b', '13:00'),
    );
    const { dueNow, skipped } = nextTier(tiersOf(office, evaluation), new Set(), at('14:00'));
    expect(dueNow.map(({ key, tell, dueAt }) => [key, tell, inRiyadh(dueAt).slice(11, 16)])).toEqual([
      ['department#1#at-100', 'department-head', '12:00'],
      ['department#2#at-100', 'department-head', '13:00'],
    ]);
    expect(skipped.map(({ key }) => key)).toEqual(['department#1#at-75', 'department#2#at-75']);
  });

  test('asking again while it is open changes nothing; after the answer it is another', () => {
    const facts = [asked('08:00', 'a'), asked('09:00', 'a'), answered('10:00', 'a')];
    expect(runsOf(judge('11:00', ...facts), 'department')).toHaveLength(1);
    expect(runsOf(judge('11:00', ...facts, asked('10:30', 'a')), 'department')).toHaveLength(2);
  });

  test('an unknown request is not answered or withdrawn', () => {
    const facts = [answered('08:00', 'a'), fact('08:10', 'request-withdrawn', { request: 'b' })];
    expect(judge('09:00', ...facts).clocks.department.state).toBe('not-defined');
  });

  test('the hours may be another calendar’s', () => {
    const facts = [opened, asked('14:00', 'a')];
    const options = { departmentCalendar: aroundTheClock };
    const evaluation = evaluate(policy, office, facts, at('16:00'), options);
    expect(evaluation.clocks.department).toMatchObject({
      elapsedMs: 2 * HOUR,
      dueAt: at('14:00') + minutes * MINUTE,
    });
    const breach = tiersOf(office, evaluation, options).find(({ key }) => key === 'department#1#at-100');
    expect(breach?.at).toBe(at('14:00') + minutes * MINUTE);
  });
});
