import { describe, expect, it } from 'vitest';
import type { Case } from '#shared/domain/cases/case.ts';
import type { CaseCommand } from '#shared/domain/cases/case-command.ts';
import { decideCase } from '#shared/domain/cases/decide-case.ts';
import { DAY, HOUR, isoInstant } from '#shared/domain/time/instant.ts';
import { aBeneficiary, aCase } from '#test/builders/a-case.ts';
import { shippedRules } from '#test/builders/shipped-rules.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { AGENT, at, dataOf, done, having, resolve, tick } from './deciding.ts';

const resolved = having(aCase(), [T, resolve]);
const ASKED = T;
const invited = having(resolved, [ASKED, tick]);
const answer = (score: number, finished: boolean, more: { invitation?: string; comment?: string } = {}) =>
  ({ do: 'answer-survey', invitation: 's0', score, finished, language: 'ar', ...more }) satisfies CaseCommand;
const types = (events: readonly { type: string }[]) => events.map(({ type }) => type);

describe('a survey', () => {
  it('is planned with the resolution, asked beside its outcome at once, and then the timer is the closing', () => {
    expect(resolved).toMatchObject({ survey: { state: 'planned', at: ASKED }, nextDueAt: ASKED });
    expect(invited).toMatchObject({
      survey: { state: 'invited', invitation: 's0', at: ASKED, expiresAt: ASKED + 14 * DAY },
      nextDueAt: T + 14 * DAY,
    });
  });

  it('takes no answer of a call about an earlier resolution, asked or not', () => {
    const again = having(resolved, [T + HOUR, { do: 'reopen', by: AGENT }], [T + 2 * HOUR, resolve]);
    const phone = { mode: 'phone' } as const;
    for (const state of [again, having(again, [T + 3 * HOUR, tick])]) {
      const late = { ...answer(1, false, { invitation: 's0' }), ...phone };
      expect(at(T + 4 * HOUR, state, late)).toEqual({ rejected: 'no-invitation' });
    }
    const { events } = done(T + 4 * HOUR, again, { ...answer(5, true, { invitation: 's1' }), ...phone });
    expect(types(events).slice(0, 2)).toEqual(['rida.survey.invited.v1', 'rida.survey.answered.v1']);
  });

  it.each<[string, Partial<Case>]>([
    ['quarantined', { quarantine: 'malformed' }],
    ['machine', { automatic: 'bulk' }],
    ['own-staff', { beneficiary: aBeneficiary({ email: 'Supervisor@rida.example' }) }],
    ['spam', { closing: { at: T, reason: 'spam' } }],
    ['not-worked', { resolution: { at: T, by: 'rida', as: 'done', outcome: 'تم' } }],
    ['withdrawn', { resolution: { at: T, by: 'agent:salem', as: 'withdrawn', outcome: 'بطلب المستفيد' } }],
    ['duplicate', { resolution: { at: T, by: 'agent:salem', as: 'duplicate', outcome: 'مكررة' } }],
    ['no-address', { beneficiary: { id: 'b', authenticated: true } }],
    ['unauthenticated', { beneficiary: aBeneficiary({ authenticated: false }) }],
  ])('is not asked of %s', (reason, over) => {
    const { case: next, events } = done(ASKED, { ...resolved, ...over }, tick);
    expect(next.survey).toEqual({ state: 'suppressed', reason });
    expect(events).toEqual([
      { type: 'rida.survey.suppressed.v1', data: { reason, channel: 'mail', eligibleAt: isoInstant(T) } },
    ]);
  });

  it.each(['cool-down', 'open-invitation', 'opted-out'] as const)(
    'is not asked when the row of the person says %s, and waits while the row was not asked',
    (reason) => {
      expect(done(ASKED, resolved, tick, reason).case.survey).toEqual({ state: 'suppressed', reason });
      const unasked = decideCase(resolved, tick, { now: ASKED, rules: shippedRules, cause: 'timer' });
      expect(unasked).toMatchObject({ case: { survey: { state: 'planned' } }, events: [] });
    },
  );

  it.each<[string, CaseCommand]>([
    ['reopened', { do: 'receive', channel: 'mail' }],
    ['spam', { do: 'close', reason: 'spam', by: AGENT }],
    ['withdrawn', { do: 'close', reason: 'withdrawn', by: AGENT }],
    ['answered', { do: 'answer-outcome', question: 'c0', finished: true, mode: 'mail', language: 'ar' }],
    ['erased', { do: 'erase', because: 'request', by: AGENT }],
  ])('that was planned and is %s before is recorded as not sent', (reason, command) => {
    const { events } = done(ASKED, resolved, command);
    expect(dataOf(events, 'rida.survey.suppressed.v1')).toMatchObject({ reason });
  });

  it('closes the case when it is finished and the score is good', () => {
    const { case: next, events } = done(ASKED + HOUR, invited, answer(3, true, { comment: 'شكرًا' }));
    expect(next).toMatchObject({
      status: 'closed',
      closing: { reason: 'finished' },
      survey: { state: 'answered', score: 3, finished: true, comment: 'شكرًا' },
    });
    expect(next).not.toHaveProperty('nextDueAt');
    expect(types(events)).toEqual([
      'rida.survey.answered.v1',
      'rida.outcome.answered.v1',
      'rida.case.closed.v1',
    ]);
    expect(events[0]).toMatchObject({ data: { hasComment: true, late: false } });
    expect(JSON.stringify(events)).not.toContain('شكرًا');
  });

  it.each([
    [5, false],
    [1, false],
  ])('with score %d and finished %s puts the case back to work', (score, finished) => {
    const { case: next, events } = done(ASKED + HOUR, invited, answer(score, finished));
    expect(next).toMatchObject({ status: 'open', generation: 1, survey: { state: 'answered', score } });
    expect(next.nextDueAt).toBeGreaterThan(ASKED);
    expect(types(events)).toEqual([
      ...['rida.survey.answered.v1', 'rida.outcome.answered.v1'],
      ...['rida.case.reopened.v1', 'rida.promise.made.v1'],
    ]);
  });

  it('with a low score of a finished matter closes the case: contacting the person is a task of its own', () => {
    const { case: next, events } = done(ASKED + HOUR, invited, answer(2, true));
    expect(next).toMatchObject({ status: 'closed', closing: { reason: 'finished' }, survey: { score: 2 } });
    expect(types(events)).not.toContain('rida.case.reopened.v1');
  });

  it('is answered once, by its own invitation only', () => {
    const answered = having(invited, [ASKED + HOUR, answer(1, false)]);
    expect(at(ASKED + 2 * HOUR, answered, answer(1, false))).toEqual({ rejected: 'already-answered' });
    const beside = done(ASKED + 2 * HOUR, answered, answer(5, true));
    expect(beside.case.survey).toEqual(answered.survey);
    expect(beside.events).toMatchObject([{ data: { later: true, score: 5 } }]);
    expect(at(ASKED, invited, answer(5, true, { invitation: 's1' }))).toEqual({ rejected: 'no-invitation' });
    expect(at(T, resolved, answer(5, true))).toEqual({ rejected: 'no-invitation' });
    const again = having(answered, [ASKED + DAY, resolve], [ASKED + 2 * DAY, tick]);
    expect(again.survey).toMatchObject({ state: 'invited', invitation: 's1' });
    expect(at(ASKED + 3 * DAY, again, answer(5, true))).toEqual({ rejected: 'no-invitation' });
  });

  it('keeps a late answer, marked, and moves nothing by it', () => {
    const expired = ASKED + 14 * DAY + 1;
    const closed = having(invited, [T + 14 * DAY, tick]);
    const { case: next, events } = done(expired, closed, answer(1, false));
    expect(next).toMatchObject({ status: 'closed', generation: 0, survey: { state: 'answered', score: 1 } });
    expect(types(events)).toEqual(['rida.survey.answered.v1']);
    expect(events[0]).toMatchObject({ data: { late: true } });
  });

  it('answered in time after the case closed by itself does not close it a second time', () => {
    const closed = having(invited, [T + 14 * DAY, tick]);
    expect(closed).toMatchObject({ status: 'closed', closing: { reason: 'no-answer' } });
    const { case: next, events } = done(T + 14 * DAY, closed, answer(5, true));
    expect(types(events)).toEqual(['rida.survey.answered.v1', 'rida.outcome.answered.v1']);
    expect(next.closing).toEqual({ ...closed.closing, reason: 'finished' });
    // A dissatisfied answer after closing is accepted.
    expect(done(T + 14 * DAY, closed, answer(5, false)).case.status).toBe('open');
  });

  it.each(['spam', 'duplicate'] as const)('never wakes a case that was closed as %s', (reason) => {
    const closed = having(invited, [ASKED + HOUR, { do: 'close', reason, by: AGENT }]);
    const { case: next, events } = done(ASKED + 2 * HOUR, closed, answer(1, false));
    expect(next).toMatchObject({ status: 'closed', survey: { state: 'answered' } });
    expect(types(events)).toEqual(['rida.survey.answered.v1']);
  });

  it('without an answer ends with the case, fourteen days after its resolution', () => {
    const end = T + 14 * DAY;
    expect(done(end - 1, invited, tick).events).toEqual([]);
    const { case: closed, events } = done(end, invited, tick);
    expect(events).toEqual([{ type: 'rida.case.closed.v1', data: { by: 'rida', reason: 'no-answer' } }]);
    expect(closed).not.toHaveProperty('nextDueAt');
    expect(done(end, closed, tick).events).toEqual([]);
  });
});
