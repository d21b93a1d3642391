import { describe, expect, it } from 'vitest';
import type { Case } from '#shared/domain/cases/case.ts';
import type { CaseCommand } from '#shared/domain/cases/case-command.ts';
import { clocksOf } from '#shared/domain/cases/clocks.ts';
import { openRequests } from '#shared/domain/cases/decisions/department.ts';
import { DAY, HOUR, isoInstant, MINUTE } from '#shared/domain/time/instant.ts';
import { aCase } from '#test/builders/a-case.ts';
import { shippedRules as rules } from '#test/builders/shipped-rules.ts';
import { WORKING_MORNING as NINE } from '#test/doubles/fixed-clock.ts';
import { at, AGENT as by, dataOf, done, having, kinds, recorded, resolve } from './deciding.ts';

type Ask = Extract<CaseCommand, { do: 'ask-department' }>;
const ask: Ask = { do: 'ask-department', department: 'planning', asks: true, by };
const answer = (request: string): CaseCommand => ({
  ...{ do: 'answer-request', request, says: true, by: 'department:planning' },
});
const clocks = (state: Case, now: number) => clocksOf(state, rules, now).clocks;

describe('a department', () => {
  it('is asked by the policy’s time while the centre’s clock continues, and its answer reopens work on the case', () => {
    const asked = done(NINE, aCase(), ask);
    expect(kinds(asked.events)).toEqual(['department.asked', 'case.status-changed']);
    const [request] = asked.case.requests ?? [];
    expect(request).toMatchObject({ id: 'r1', department: 'planning', message: 'a-cause', askedAt: NINE });
    expect(clocks(asked.case, NINE + MINUTE)).toMatchObject({
      resolution: { state: 'running', dueAt: clocks(aCase(), NINE).resolution.dueAt },
      department: { state: 'running', dueAt: request?.dueAt },
    });
    const watched = having(asked.case, [NINE, { do: 'watch', user: 'huda', by }]);
    const answered = done(NINE + HOUR, watched, answer('r1'));
    expect(kinds(answered.events)).toEqual(['department.answered', 'case.status-changed']);
    expect(dataOf(answered.events, 'rida.department.answered.v1')).toEqual({
      ...{ request: 'r1', department: 'planning', by: 'department:planning', late: false },
      ...{ message: 'a-cause', workingMinutes: 60, staffToNotify: ['huda'] },
    });
    expect(answered.case.status).toBe('open');
  });

  it('answers in time or late by when it answered, not by when that was written down', () => {
    const dueAt = NINE + 2 * HOUR;
    const asked = having(aCase(), [NINE, { ...ask, dueAt }]);
    const late = (happened: number) =>
      dataOf(recorded(happened, NINE + DAY, asked, answer('r1')).events, 'rida.department.answered.v1')?.late;
    expect(late(dueAt)).toBe(false);
    expect(late(dueAt + 1)).toBe(true);
  });

  it('never seems to have answered before it was asked', () => {
    const asked = having(aCase(), [NINE + HOUR, ask]);
    const { case: next } = recorded(NINE, NINE + 2 * HOUR, asked, answer('r1'));
    expect(next.requests?.[0]?.ended?.at).toBe(NINE + HOUR);
    expect(clocks(next, NINE + 2 * HOUR).department.state).toBe('met');
  });

  it('of several is waited for to the last', () => {
    const both = having(aCase(), [NINE, ask], [NINE + 1, { ...ask, department: 'operations' }]);
    const first = done(NINE + 2, both, answer('r1'));
    expect(kinds(first.events)).toEqual(['department.answered']);
    const last = done(NINE + 3, first.case, { do: 'withdraw-request', request: 'r2', by });
    expect(kinds(last.events)).toEqual(['department.request-withdrawn', 'case.status-changed']);
    expect(at(NINE + 4, last.case, answer('r2'))).toEqual({ rejected: 'no-such-request' });
    expect(at(NINE + 4, last.case, { do: 'withdraw-request', request: 'r9', by })).toEqual({
      rejected: 'no-such-request',
    });
  });

  it.each<[string, CaseCommand]>([
    ['by moving the status', { do: 'set-status', to: 'pending-department', by }],
    ['with a reply', { do: 'reply', by, thenStatus: 'pending-department' }],
  ])('is asked %s: the case itself is the question', (_, command) => {
    const waiting = done(NINE, aCase(), command);
    const dueAt = clocks(waiting.case, NINE).department.dueAt ?? 0;
    expect(dataOf(waiting.events, 'rida.department.asked.v1')).toEqual({
      ...{ request: 'r1', department: 'operations', dueAt: isoInstant(dueAt), by },
    });
  });

  it.each<[string, CaseCommand]>([
    ['work goes on', { do: 'set-status', to: 'open', by }],
    ['the beneficiary is waited for', { do: 'reply', by, thenStatus: 'pending-beneficiary' }],
    ['the case is resolved', resolve],
    ['the case is closed', { do: 'close', reason: 'withdrawn', by }],
    ['the case is merged', { do: 'merge', into: '7M2-4K9-0131', by }],
  ])('need no longer answer when %s', (_, command) => {
    const both = having(aCase(), [NINE, ask], [NINE, { ...ask, department: 'operations' }]);
    const { case: next, events } = done(NINE + 1, both, command);
    expect(kinds(events).filter((kind) => kind === 'department.request-withdrawn')).toHaveLength(2);
    expect(openRequests(next)).toEqual([]);
  });

  it('keeps what it was asked when the case is handed to another', () => {
    const asked = having(aCase(), [NINE, ask]);
    const moved = done(NINE + 1, asked, { do: 'reclassify', to: { department: 'environment' }, by }).case;
    expect(openRequests(moved)).toEqual(openRequests(asked));
  });

  it.each<[string, Partial<Ask>]>([
    ['unknown-department', { department: 'nowhere' }],
    ['in-the-past', { dueAt: NINE }],
    ['too-far-ahead', { dueAt: Date.parse('2126-01-05T09:00Z') }],
  ])('is not asked: %s', (rejected, over) => {
    expect(at(NINE, aCase(), { ...ask, ...over })).toEqual({ rejected });
  });

  it('is asked twenty things at once, and a hundred in all', () => {
    const times = (state: Case, n: number, ...commands: CaseCommand[]) =>
      Array.from({ length: n }).reduce<Case>(
        (one) => having(one, ...commands.map((command) => [NINE, command] as const)),
        state,
      );
    const many = times(aCase(), 20, ask);
    expect(at(NINE, many, ask)).toEqual({ rejected: 'too-many' });
    const requests = Array.from({ length: 100 }, (_, n) => ({
      ...{ id: `r${n + 1}`, department: 'planning', askedAt: NINE, dueAt: NINE + DAY, by },
      ended: { at: NINE, how: 'answered' as const, by },
    }));
    const full = aCase({ status: 'open', requests });
    for (const command of [
      ask,
      { do: 'set-status', to: 'pending-department', by },
      { do: 'reply', by, thenStatus: 'pending-department' },
    ] satisfies CaseCommand[])
      expect(at(NINE, full, command)).toEqual({ rejected: 'too-many' });
  });
});
