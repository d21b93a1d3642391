import { describe, expect, test } from 'vitest';
import { tiersOf } from '#shared/domain/sla/tiers.ts';
import type { Fact } from '#shared/domain/sla/timeline.ts';
import { at, fact, judge, runsOf, status } from './case-support.ts';
import { HOUR, inRiyadh, office } from './support.ts';

describe('a follow-up promise', () => {
  const promised = (time: string, due: string) => fact(time, 'promised', { dueAt: at(due) });

  test('nothing was promised', () => {
    expect(judge('10:00').clocks.followUp.state).toBe('not-defined');
  });

  test('runs to the instant named, and no pause moves it', () => {
    const { followUp } = judge(
      '10:00',
      promised('08:00', '24T12:00'),
      status('08:30', 'pending-beneficiary'),
    ).clocks;
    expect(followUp).toMatchObject({ state: 'running', activeDueAt: at('24T12:00'), generation: 1 });
    // Six and a half hours today, seven tomorrow, four and a half on Tuesday.
    expect([followUp.targetMs, followUp.elapsedMs, followUp.marginMs]).toEqual([
      18 * HOUR,
      2 * HOUR,
      16 * HOUR,
    ]);
  });

  test.each([
    ['agent-contact', 'met'],
    ['first-response', 'met'],
    ['resolved', 'met'],
    ['closed', 'withdrawn'],
    ['promise-withdrawn', 'withdrawn'],
  ])('%s leaves it %s', (type, state) => {
    const { followUp } = judge('24T13:00', promised('08:00', '24T12:00'), fact('24T12:00', type)).clocks;
    expect(followUp).toMatchObject({ state, breached: false, activeDueAt: null });
    expect(
      judge('24T13:00', promised('08:00', '24T12:00'), fact('24T12:01', type)).clocks.followUp,
    ).toMatchObject({
      state,
      breached: true,
    });
  });

  test('a status of resolving keeps it, another final one withdraws it', () => {
    const states = ['resolved', 'closed'].map(
      (value) => judge('10:00', promised('08:00', '12:00'), status('09:00', value)).clocks.followUp.state,
    );
    expect(states).toEqual(['met', 'withdrawn']);
  });

  test('once withdrawn by closing it stays withdrawn when the case is reopened', () => {
    const facts = [promised('08:00', '12:00'), fact('09:00', 'closed'), fact('10:00', 'reopened')];
    expect(judge('13:00', ...facts).clocks.followUp).toMatchObject({ state: 'withdrawn', breached: false });
  });

  test('contact before it does not count', () => {
    expect(
      judge('10:00', fact('08:00', 'agent-contact'), promised('08:30', '12:00')).clocks.followUp.state,
    ).toBe('running');
  });

  test('a newer promise replaces it: late if it was due by then, and the worst is kept', () => {
    const inTime = judge('12:30', promised('08:00', '10:00'), promised('09:00', '13:00'));
    expect(inTime.clocks.followUp).toMatchObject({ state: 'running', generation: 2, breached: false });
    const late = judge('12:30', promised('08:00', '10:00'), promised('11:00', '13:00'));
    expect(late.clocks.followUp).toMatchObject({ activeDueAt: at('13:00'), breached: true, marginMs: -HOUR });
    expect(runsOf(late, 'followUp').map(({ state, breached }) => [state, breached])).toEqual([
      ['withdrawn', true],
      ['running', false],
    ]);
  });

  test('the same promise reported twice is one', () => {
    const again = promised('08:00', '12:00');
    expect(judge('10:00', again, { ...again }).clocks.followUp.generation).toBe(1);
  });

  test('one for an instant that has passed is owed at once', () => {
    expect(judge('08:00', promised('08:00', '07:45')).clocks.followUp.breached).toBe(false);
    expect(judge('08:01', promised('08:00', '07:45')).clocks.followUp).toMatchObject({
      dueAt: at('08:00'),
      breached: true,
    });
  });

  const noticesAt = (asOf: string, ...facts: Fact[]) =>
    tiersOf(office, judge(asOf, ...facts))
      .filter(({ clock }) => clock === 'followUp')
      .map(({ action, tell, at: when }) => `${action} ${tell} ${inRiyadh(when).slice(8, 16)}`);

  test('its ladder: a warning within the working time before it, then upwards', () => {
    expect(noticesAt('08:00', promised('07:30', '23T14:30'))).toEqual([
      'warn assignee 23T11:00',
      'breach supervisor 23T14:30',
      'escalate department-head 24T14:30',
    ]);
  });

  test('wholly outside working hours the warning counts plain time', () => {
    expect(noticesAt('15:00', promised('15:00', '19:00'))[0]).toBe('warn assignee 22T18:00');
  });
});
