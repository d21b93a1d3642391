import { describe, expect, it } from 'vitest';
import type { Case } from '#shared/domain/cases/case.ts';
import type { CaseCommand } from '#shared/domain/cases/case-command.ts';
import { clocksOf } from '#shared/domain/cases/clocks.ts';
import { decideCase } from '#shared/domain/cases/decide-case.ts';
import { extensibleUntil } from '#shared/domain/cases/decisions/extend-period.ts';
import { whyDeadline } from '#shared/domain/cases/why-deadline.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { DAY, HOUR, isoInstant } from '#shared/domain/time/instant.ts';
import { aBeneficiary, aCase, aReference } from '#test/builders/a-case.ts';
import { shippedRules as rules } from '#test/builders/shipped-rules.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { at, AGENT as by, dataOf, done, having, kinds, recorded, resolve, tick } from './deciding.ts';

const asked = aCase({ type: 'data-request', category: 'other', assignee: 'huda' });
const extend: CaseCommand = { do: 'extend-period', because: 'effort', by };
const END = T + 30 * DAY;
const resolution = (state: Case, now: number, under: Rules = rules) =>
  clocksOf(state, under, now).clocks.resolution;

describe('the period of a request about personal data', () => {
  it('is extended by thirty days, with its ground and its reason, on the case and in one event', () => {
    const { case: next, events } = done(T + 20 * DAY, asked, extend);
    const extension = { because: 'effort', message: 'a-cause', by };
    expect(next.extension).toEqual({ at: T + 20 * DAY, from: END, until: END + 30 * DAY, ...extension });
    expect(kinds(events)).toEqual(['case.extended']);
    expect(dataOf(events, 'rida.case.extended.v1')).toEqual({
      ...{ from: isoInstant(END), until: isoInstant(END + 30 * DAY) },
      ...extension,
    });
    expect(resolution(next, T + 50 * DAY)).toMatchObject({ state: 'running', dueAt: END + 30 * DAY });
    expect(next.deadlineAt).toBeLessThanOrEqual(END + 30 * DAY);
    expect(whyDeadline(next, rules, { clock: 'resolution', asOf: T + 21 * DAY })?.extendedAt).toBe(
      T + 20 * DAY,
    );
  });

  it.each<[string, number, Case, string]>([
    ['another type of case', T + DAY, aCase({ type: 'complaint' }), 'not-data-request'],
    ['a second time', T + 40 * DAY, having(asked, [T + DAY, extend]), 'extended-before'],
    ['a second time in the same minute', T + DAY, having(asked, [T + DAY, extend]), 'extended-before'],
    ['a millisecond after its end', END + 1, asked, 'period-over'],
    ['a month after its end', END + 30 * DAY, asked, 'period-over'],
    ['after the answer', T + 2 * DAY, having(asked, [T + DAY, resolve]), 'not-active'],
    ['after the case was closed', T + 2 * DAY, having(asked, [T + DAY, closed()]), 'not-active'],
    [
      'a second time after a reopening',
      T + 4 * DAY,
      having(asked, [T + DAY, extend], [T + 2 * DAY, resolve], [T + 3 * DAY, { do: 'reopen', by }]),
      'extended-before',
    ],
    ['after the case was merged', T + 2 * DAY, having(asked, [T + DAY, merge()]), 'is-merged'],
    ['after its erasure', T + 2 * DAY, having(asked, [T + DAY, erase()]), 'erased'],
    [
      'when the clock of the computer was moved back and it was extended before',
      T,
      having(asked, [T + 10 * DAY, extend]),
      'extended-before',
    ],
  ])('is not extended: %s', (_, now, state, rejected) => {
    expect(at(now, state, extend)).toMatchObject({ rejected });
  });

  it('is extended in the last millisecond', () => {
    expect(resolution(having(asked, [END, extend]), END + DAY)).toMatchObject({ breached: false });
    expect(extensibleUntil(asked, { rules, now: END })).toBe(END);
    expect(extensibleUntil(asked, { rules, now: END + 1 })).toBeNull();
  });

  it('is not judged by when the agent says it was, but by when it is recorded', () => {
    const late = decideCase(asked, extend, { now: END - DAY, recordedAt: END + DAY, rules, cause: 'c' });
    expect(late).toMatchObject({ rejected: 'period-over' });
    expect(recorded(END - DAY, END - HOUR, asked, extend).case.extension?.at).toBe(END - HOUR);
  });

  it.each<[string, Partial<Case['beneficiary']>]>([
    ['without a mail address', { email: undefined as never }],
    ['whose address refuses our mail', { failing: true }],
  ])('of a person %s is extended only when they were told by another way', (_, over) => {
    const { email, ...rest } = { ...aBeneficiary(), ...over };
    const state = { ...asked, beneficiary: email === undefined ? rest : { ...rest, email } };
    expect(at(T + DAY, state, extend)).toMatchObject({ rejected: 'not-told' });
    const { case: next, events } = done(T + DAY, state, { ...extend, informedBy: 'phone' } as CaseCommand);
    expect(next.extension?.informedBy).toBe('phone');
    expect(dataOf(events, 'rida.case.extended.v1')?.informedBy).toBe('phone');
  });

  it('warns again at the share of the longer period, and breaches only at its end', () => {
    const warned = having(asked, [T + DAY, { do: 'reply', by }], [T + 15 * DAY, tick], [T + 24 * DAY, tick]);
    expect(warned.fired).toEqual(expect.arrayContaining(['resolution#1#at-50', 'resolution#1#at-80']));
    const longer = having(warned, [T + 25 * DAY, extend]);
    expect(longer.nextDueAt).toBe(T + 30 * DAY);
    expect(kinds(done(T + 30 * DAY, longer, tick).events)).toEqual(['sla.warned']);
    const later = having(longer, [T + 30 * DAY, tick]);
    expect(kinds(done(T + 48 * DAY, later, tick).events)).toEqual(['sla.warned']);
    const last = having(later, [T + 48 * DAY, tick]);
    expect(last.nextDueAt).toBe(END + 30 * DAY + 1);
    expect(kinds(done(END + 30 * DAY + 1, last, tick).events)).toContain('sla.breached');
  });

  it('has thirty plain days also where an operator counts working hours', () => {
    const under = { ...rules, policies: withCalendar(rules, 'saudi-government') };
    const before = resolution(asked, T, under).dueAt ?? 0;
    const decided = decideCase(asked, extend, { now: T + DAY, rules: under, cause: 'c' });
    if ('rejected' in decided) throw new Error(decided.rejected);
    const after = resolution(decided.case, T + 2 * DAY, under).dueAt ?? 0;
    // The end of a period is in working time: the last one before the thirtieth day, or on it.
    expect(after).toBeLessThanOrEqual(before + 30 * DAY);
    expect(after).toBeGreaterThan(before + 25 * DAY);
  });

  it('is not that of a case which becomes a complaint, and is again when that is corrected', () => {
    const complaint = having(asked, [T + DAY, extend], [T + 2 * DAY, retyped('complaint')]);
    const never = having(asked, [T + 2 * DAY, retyped('complaint')]);
    expect(resolution(complaint, T + 3 * DAY).dueAt).toBe(resolution(never, T + 3 * DAY).dueAt);
    const back = having(complaint, [T + 3 * DAY, retyped('data-request')]);
    expect(resolution(back, T + 4 * DAY).dueAt).toBe(END + 30 * DAY);
  });

  it('extends the deadline of a request that was merged before, and no deadline that is merged later', () => {
    const earlier: CaseCommand = {
      ...{ do: 'absorb', source: aReference(), remaining: { resolution: 5 * DAY }, by },
    };
    const before = having(asked, [T + DAY, earlier], [T + 2 * DAY, extend]);
    expect(resolution(before, T + 3 * DAY).dueAt).toBe(T + 6 * DAY + 30 * DAY);
    const after = having(asked, [T + 2 * DAY, extend], [T + 3 * DAY, earlier]);
    expect(resolution(after, T + 4 * DAY).dueAt).toBe(T + 8 * DAY);
  });

  it('of a reopened request is that of the law, without the extension before', () => {
    const again = having(
      asked,
      [T + DAY, extend],
      [T + 2 * DAY, resolve],
      [T + 3 * DAY, { do: 'reopen', by }],
    );
    expect(resolution(again, T + 4 * DAY).dueAt).toBe(T + 33 * DAY);
  });
});

const closed = (): CaseCommand => ({ do: 'close', reason: 'withdrawn', by });
const merge = (): CaseCommand => ({ do: 'merge', into: aReference(), by });
const erase = (): CaseCommand => ({ do: 'erase', because: 'request', by });
const retyped = (type: Case['type']): CaseCommand => ({ do: 'reclassify', to: { type }, by });
const withCalendar = ({ policies }: Rules, calendarId: string): Rules['policies'] =>
  policies.map((one) => (one.id === 'data-request' ? { ...one, calendarId } : one));
