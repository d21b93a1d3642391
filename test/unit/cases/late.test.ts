import { describe, expect, it } from 'vitest';
import type { CaseCommand } from '#shared/domain/cases/case-command.ts';
import { clocksOf } from '#shared/domain/cases/clocks.ts';
import { DAY, HOUR, MINUTE } from '#shared/domain/time/instant.ts';
import { aCase } from '#test/builders/a-case.ts';
import { shippedRules as rules } from '#test/builders/shipped-rules.ts';
import { WORKING_MORNING as NINE } from '#test/doubles/fixed-clock.ts';
import { AGENT as by, dataOf, done, having, kinds, recorded, resolve, tick } from './deciding.ts';

const fresh = aCase();
const DUE = NINE + 2 * HOUR;
const breached = done(DUE + MINUTE, fresh, tick).case;
const called: CaseCommand = { do: 'log-contact', means: 'phone', by };
const wrote: CaseCommand = { do: 'receive', channel: 'mail' };

describe('a breach that was announced', () => {
  it.each<[string, CaseCommand]>([
    ['a call', called],
    ['a reply', { do: 'reply', by }],
    ['a resolution', resolve],
  ])('is taken back when %s of five minutes before is written down five minutes after', (_, command) => {
    expect(breached.level).toBe(1);
    const { case: next, events } = recorded(DUE - 5 * MINUTE, DUE + 5 * MINUTE, breached, command);
    expect(dataOf(events, 'rida.sla.retracted.v1')).toEqual({
      ...{ clock: 'firstResponse', generation: 1, dueAt: new Date(DUE).toISOString() },
      ...{ department: 'operations', priority: 'normal' },
    });
    expect(next.level).toBe(0);
    expect(kinds(done(DUE + DAY, next, tick).events)).not.toContain('sla.retracted');
  });

  it.each([0, 1])('is taken back up to the due instant itself: %i ms after it', (ms) => {
    const { events } = recorded(DUE + ms, DUE + HOUR, breached, called);
    expect(kinds(events).includes('sla.retracted')).toBe(ms === 0);
  });

  it('is taken back once', () => {
    const { case: next } = recorded(DUE - MINUTE, DUE + HOUR, breached, called);
    for (const command of [{ do: 'note', by }, called, tick] satisfies CaseCommand[])
      expect(kinds(done(DUE + 61 * MINUTE, next, command).events)).not.toContain('sla.retracted');
  });

  it('stands for the other clocks: the case comes down only as far as it is no longer late', () => {
    const urgent = aCase({ priority: 'urgent' });
    const due = clocksOf(urgent, rules, NINE).clocks.resolution.dueAt ?? 0;
    const late = having(urgent, [NINE + 2 * HOUR, tick], [due + HOUR, tick]);
    const before = late.fired.filter((key) => key.endsWith('#at-100')).length;
    expect(before).toBe(2);
    const { case: next } = recorded(NINE + MINUTE, due + 2 * HOUR, late, called);
    expect(next.fired.filter((key) => key.endsWith('#at-100'))).toEqual(['resolution#1#at-100']);
    expect(next.level).toBeGreaterThan(0);
    expect(next.level).toBeLessThanOrEqual(late.level);
  });

  it('may be repeated, when more time was given and passed as well', () => {
    const hurried = having(
      aCase({ priority: 'urgent' }),
      [NINE + HOUR, tick],
      [NINE + HOUR, { do: 'reclassify', to: { priority: 'low' }, by }],
    );
    expect(hurried.fired.filter((key) => key.endsWith('#at-100'))).toEqual([]);
    const { dueAt } = clocksOf(hurried, rules, NINE + HOUR).clocks.firstResponse;
    const again = done((dueAt ?? 0) + 1, hurried, tick);
    expect(dataOf(again.events, 'rida.sla.breached.v1')).toMatchObject({
      clock: 'firstResponse',
      generation: 1,
    });
  });
});

describe('a late record', () => {
  it('is dated by when it happened, and moves the case when it is written down', () => {
    const waiting = having(fresh, [NINE + HOUR, { do: 'set-status', to: 'pending-beneficiary', by }]);
    const { case: next } = recorded(NINE + 30 * MINUTE, NINE + 3 * HOUR, waiting, wrote);
    expect(next.facts.slice(2)).toEqual([
      { at: NINE + 30 * MINUTE, type: 'beneficiary-contact' },
      { at: NINE + HOUR, type: 'status', status: 'open' },
    ]);
  });

  it('has its timer planned from when it is written down', () => {
    const { case: next } = recorded(NINE + MINUTE, NINE + 4 * HOUR, fresh, { do: 'note', by });
    expect(next.nextDueAt).toBe(NINE + 4 * HOUR);
  });

  it('reopens within fourteen days of when it happened', () => {
    const resolved = having(fresh, [NINE, resolve]);
    const { case: next } = recorded(NINE + 14 * DAY, NINE + 15 * DAY, resolved, wrote);
    expect(next.status).toBe('open');
  });

  it('is known also to a clock that is a little behind', () => {
    const informed = having(fresh, [NINE + HOUR, called]);
    const { case: next } = done(NINE + 59 * MINUTE, informed, { do: 'note', by });
    expect(next.nextDueAt).toBe(informed.nextDueAt);
  });
});
