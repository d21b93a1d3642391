import { describe, expect, it } from 'vitest';
import type { CaseCommand } from '#shared/domain/cases/case-command.ts';
import { clocksOf } from '#shared/domain/cases/clocks.ts';
import { HOUR, isoInstant, MINUTE } from '#shared/domain/time/instant.ts';
import { aCase } from '#test/builders/a-case.ts';
import { shippedRules as rules } from '#test/builders/shipped-rules.ts';
import { WORKING_MORNING as NINE } from '#test/doubles/fixed-clock.ts';
import { at, AGENT as by, dataOf, done, having, kinds, recorded, resolve, tick } from './deciding.ts';

const NOON = NINE + 3 * HOUR;
const promise = (dueAt: number): CaseCommand => ({ do: 'promise', dueAt, by });
const promised = done(NINE, aCase(), promise(NOON)).case;
const called: CaseCommand = { do: 'log-contact', means: 'phone', by };
const clock = (state: typeof promised, now: number) => clocksOf(state, rules, now).clocks.followUp;

describe('a promise', () => {
  it('is told and has a clock of its own, warned of and escalated like any', () => {
    expect(dataOf(done(NINE, aCase(), promise(NOON)).events, 'rida.promise.made.v1')).toEqual({
      dueAt: isoInstant(NOON),
      by,
    });
    expect(clock(promised, NINE)).toMatchObject({ state: 'running', dueAt: NOON });
    const answered = having(promised, [NINE + MINUTE, { do: 'watch', user: 'huda', by }]);
    const late = done(NOON + 1, answered, tick);
    const breaches = late.events.filter(({ type }) => type === 'rida.sla.breached.v1');
    expect(breaches.map(({ data }) => 'clock' in data && data.clock)).toContain('followUp');
  });

  it.each<[string, CaseCommand]>([
    ['a reply', { do: 'reply', by }],
    ['a call', called],
    ['a resolution', resolve],
  ])('is kept by %s up to its instant, and late after it', (_, command) => {
    for (const [ms, outcome] of [
      [0, 'kept'],
      [1, 'late'],
    ] as const) {
      const { case: next, events } = done(NOON + ms, promised, command);
      expect(dataOf(events, 'rida.promise.ended.v1')).toEqual({ dueAt: isoInstant(NOON), outcome, by });
      expect(next.promise).toBeUndefined();
      expect(clock(next, NOON + HOUR)).toMatchObject({ state: 'met', breached: ms > 0 });
    }
  });

  it('is kept by what happened in time and was written down late, but by nothing from before it', () => {
    const { events } = recorded(NOON - MINUTE, NOON + HOUR, promised, called);
    expect(dataOf(events, 'rida.promise.ended.v1')?.outcome).toBe('kept');
    const later = having(aCase(), [NINE + HOUR, promise(NOON)]);
    const before = recorded(NINE + 30 * MINUTE, NINE + 90 * MINUTE, later, called);
    expect(kinds(before.events)).not.toContain('promise.ended');
    expect(clock(before.case, NINE + 2 * HOUR)).toMatchObject({ state: 'running', dueAt: NOON });
    const ended = recorded(NINE + 30 * MINUTE, NINE + 90 * MINUTE, later, resolve);
    expect(dataOf(ended.events, 'rida.promise.ended.v1')?.outcome).toBe('withdrawn');
  });

  it('is replaced, from what to what', () => {
    const { case: next, events } = done(NINE + MINUTE, promised, promise(NOON + HOUR));
    expect(kinds(events)).toEqual(['promise.ended', 'promise.made']);
    expect(dataOf(events, 'rida.promise.ended.v1')?.outcome).toBe('replaced');
    expect(dataOf(events, 'rida.promise.made.v1')).toEqual({
      ...{ from: isoInstant(NOON), dueAt: isoInstant(NOON + HOUR), by },
    });
    expect(clock(next, NINE + HOUR)).toMatchObject({ dueAt: NOON + HOUR, generation: 2 });
  });

  it.each<[string, CaseCommand, string[]]>([
    ['by itself', { do: 'withdraw-promise', by }, ['promise.ended']],
    ['with the case', { do: 'close', reason: 'spam', by }, ['promise.ended', 'case.closed']],
  ])('is withdrawn %s', (_, command, withdrawn) => {
    const { case: next, events } = done(NINE + MINUTE, promised, command);
    expect(kinds(events)).toEqual(withdrawn);
    expect(dataOf(events, 'rida.promise.ended.v1')?.outcome).toBe('withdrawn');
    expect(clock(next, NOON + HOUR)).toMatchObject({ state: 'withdrawn', breached: false });
    expect(at(NINE + HOUR, next, { do: 'withdraw-promise', by })).toEqual({ rejected: 'no-promise' });
  });

  it('must be later than the time of recording, and differ from the open one', () => {
    expect(at(NINE, aCase(), promise(NINE))).toEqual({ rejected: 'in-the-past' });
    expect(at(NINE, aCase(), promise(NINE + 1))).toHaveProperty('events');
    expect(() => recorded(NINE, NOON, aCase(), promise(NOON))).toThrow('in-the-past');
    for (const dueAt of [Date.parse('2126-01-05T09:00Z'), Date.parse('9999-12-31T23:59Z')])
      expect(at(NINE, aCase(), promise(dueAt))).toEqual({ rejected: 'too-far-ahead' });
    expect(at(NINE, promised, promise(NOON))).toEqual({ rejected: 'nothing-changed' });
    const resolved = having(aCase(), [NINE, resolve]);
    expect(at(NINE + 1, resolved, promise(NOON))).toEqual({ rejected: 'not-active' });
  });
});
