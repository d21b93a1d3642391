import { describe, expect, it } from 'vitest';
import type { Case } from '#shared/domain/cases/case.ts';
import type { CaseCommand } from '#shared/domain/cases/case-command.ts';
import { DAY, HOUR, MINUTE } from '#shared/domain/time/instant.ts';
import { aBeneficiary, aCase } from '#test/builders/a-case.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { AGENT, at, done, having, resolve, tick } from './deciding.ts';

type Answer = Extract<CaseCommand, { do: 'answer-outcome' }>;
const says = (finished: boolean, more: Partial<Answer> = {}): Answer => ({
  ...{ do: 'answer-outcome', question: 'c0', finished, language: 'ar', mode: 'mail' },
  ...more,
});
const owned = aCase({ assignee: 'huda' });
const resolved = having(owned, [T, resolve]);
const types = (events: readonly { type: string }[]) => events.map(({ type }) => type);
const said = (events: readonly { type: string; data: unknown }[]) =>
  events.find(({ type }) => type === 'rida.outcome.answered.v1')?.data;

describe('a resolution', () => {
  it.each<[string, Partial<Case>, Partial<Extract<CaseCommand, { do: 'resolve' }>>]>([
    ['quarantined', { quarantine: 'malformed' }, {}],
    ['machine', { automatic: 'bulk' }, {}],
    ['thanks', { type: 'thanks' }, {}],
    ['withdrawn', {}, { as: 'withdrawn' }],
    ['duplicate', {}, { as: 'duplicate' }],
    ['no-address', { beneficiary: { id: 'b', authenticated: true } }, {}],
    ['address-failing', { beneficiary: aBeneficiary({ failing: true }) }, {}],
  ])('is not to be confirmed for the reason %s, which the event names', (reason, over, how) => {
    const { case: next, events } = done(T, { ...owned, ...over }, { ...resolve, ...how } as CaseCommand);
    expect(next.confirmation).toEqual({ state: 'not-asked', question: 'c0', reason });
    expect(events.at(-1)).toMatchObject({ type: 'rida.case.resolved.v1', data: { asks: reason } });
  });

  it.each(['done', 'answered', 'handed-over', 'outside-remit', 'not-reached'] as const)(
    'as %s asks also those of the municipality, those never authenticated, and anybody asked yesterday',
    (as) => {
      for (const over of [
        { segment: 'staff' as const },
        { beneficiary: aBeneficiary({ authenticated: false }) },
      ])
        expect(done(T, { ...owned, ...over }, { ...resolve, as } as CaseCommand).case.confirmation).toEqual({
          ...{ state: 'asked', question: 'c0', by: 'mail' },
        });
    },
  );

  it('without an answer is closed as not confirmed', () => {
    const closed = having(resolved, [T + 14 * DAY, tick]);
    expect(closed).toMatchObject({ status: 'closed', closing: { reason: 'no-answer' } });
    expect(closed.confirmation?.state).toBe('asked');
  });
});

describe('a beneficiary who confirms', () => {
  it('closes the case, with the score beside it', () => {
    const invited = having(resolved, [T + MINUTE, tick]);
    const { case: next, events } = done(T + HOUR, invited, says(true, { score: 2, comment: 'شكرًا' }));
    expect(next).toMatchObject({
      ...{ status: 'closed', closing: { reason: 'finished' } },
      confirmation: { state: 'confirmed', question: 'c0', at: T + HOUR, comment: 'شكرًا' },
      survey: { state: 'answered', score: 2, finished: true },
    });
    expect(types(events)).toEqual([
      'rida.survey.answered.v1',
      'rida.outcome.answered.v1',
      'rida.case.closed.v1',
    ]);
    expect(JSON.stringify(events)).not.toContain('شكرًا');
  });

  it('gives no score where the survey was not allowed', () => {
    const suppressed: Case = { ...resolved, survey: { state: 'suppressed', reason: 'opted-out' } };
    for (const given of [resolved, suppressed])
      expect(types(done(T + HOUR, given, says(true, { score: 1 })).events)).toEqual([
        ...(given === resolved ? ['rida.survey.suppressed.v1'] : []),
        'rida.outcome.answered.v1',
        'rida.case.closed.v1',
      ]);
  });

  it.each([
    ['never authenticated', { authenticated: false }],
    ['answered at an address that only the mail names', { answerTo: 'other@example.com' }],
  ])('and was %s closes nothing', (_, over) => {
    const given: Case = { ...resolved, beneficiary: aBeneficiary(over) };
    const { case: next, events } = done(T + HOUR, given, says(true));
    expect(next).toMatchObject({ status: 'resolved', confirmation: { state: 'confirmed', unproven: true } });
    expect(said(events)).toMatchObject({ unproven: true });
    expect(types(events)).toEqual(['rida.outcome.answered.v1']);
  });

  it('confirms a case that closed by itself', () => {
    const closed = having(resolved, [T + 14 * DAY, tick]);
    const { case: next, events } = done(T + 14 * DAY, closed, says(true));
    expect(next).toMatchObject({ closing: { reason: 'finished' }, confirmation: { state: 'confirmed' } });
    expect(types(events)).toEqual(['rida.outcome.answered.v1']);
  });
});

describe('a beneficiary who contests', () => {
  it('gets the case back to the same owner, with a short promise', () => {
    const { case: next, events } = done(T + HOUR, resolved, says(false, { comment: 'ما زال مطفأ' }));
    expect(next).toMatchObject({
      ...{ status: 'open', assignee: 'huda', generation: 1 },
      confirmation: { state: 'contested', question: 'c0', comment: 'ما زال مطفأ' },
    });
    // Seven hours of work: from 11:00 to the closing, and the rest on the next morning.
    expect(next.promise?.dueAt).toBeLessThan(T + 2 * DAY);
    expect(next.promise?.dueAt).toBeGreaterThan(T + HOUR);
    expect(types(events)).toEqual([
      ...['rida.survey.suppressed.v1', 'rida.outcome.answered.v1', 'rida.case.reopened.v1'],
      'rida.promise.made.v1',
    ]);
    expect(events[2]).toMatchObject({ data: { because: 'contested', staffToNotify: ['huda'] } });
  });

  it('may do so until the last millisecond of the time to reopen', () => {
    expect(done(T + 14 * DAY, resolved, says(false)).case.status).toBe('open');
    expect(at(T + 14 * DAY + 1, resolved, says(false))).toEqual({ rejected: 'too-late-to-reopen' });
  });

  it.each(['spam', 'duplicate'] as const)('never wakes a case that was closed as %s', (reason) => {
    const closed = having(resolved, [T + HOUR, { do: 'close', reason, by: AGENT }]);
    expect(done(T + 2 * HOUR, closed, says(false)).case.status).toBe('closed');
  });
});

describe('the same link', () => {
  const confirmed = having(resolved, [T + HOUR, says(true)]);
  const contested = having(resolved, [T + HOUR, says(false)]);

  it('takes the same answer once', () => {
    expect(at(T + HOUR, confirmed, says(true))).toEqual({ rejected: 'already-answered' });
    expect(at(T + HOUR, contested, says(false))).toEqual({ rejected: 'already-answered' });
  });

  it('corrects a confirmation within half an hour, marked', () => {
    const { case: next, events } = done(T + HOUR + 30 * MINUTE, confirmed, says(false));
    expect(next).toMatchObject({ status: 'open', confirmation: { state: 'contested', changes: 1 } });
    expect(said(events)).toMatchObject({ corrected: true, finished: false });
  });

  it('corrects a contest within half an hour: the case ends as it was resolved', () => {
    const { case: next, events } = done(T + HOUR + 30 * MINUTE, contested, says(true));
    expect(next).toMatchObject({
      ...{ status: 'closed', closing: { reason: 'finished' }, resolution: resolved.resolution },
      confirmation: { state: 'confirmed', changes: 1 },
    });
    expect(next).not.toHaveProperty('promise');
    expect(next).not.toHaveProperty('nextDueAt');
    expect(said(events)).toMatchObject({ corrected: true });
  });

  it.each([confirmed, contested])(
    'stores a later answer beside the first and changes nothing: %#',
    (given) => {
      const opposite = given.confirmation?.state !== 'confirmed';
      const { case: next, events } = done(T + HOUR + 30 * MINUTE + 1, given, says(opposite));
      expect(next.confirmation).toEqual(given.confirmation);
      expect(next.status).toBe(given.status);
      expect(types(events)).toEqual(['rida.outcome.answered.v1']);
      expect(said(events)).toMatchObject({ later: true });
    },
  );

  it('is not played with for ever', () => {
    let state = confirmed;
    const answers = Array.from({ length: 1000 }, (_, n) => {
      const decision = at(T + HOUR + n, state, says(n % 2 === 1));
      if ('case' in decision) state = decision.case;
      return 'case' in decision;
    });
    expect(answers.filter(Boolean)).toHaveLength(4);
  });

  it('answers nothing about a later resolution, and nothing once the case was reopened otherwise', () => {
    const again = having(contested, [T + DAY, resolve]);
    expect(at(T + DAY, again, says(true))).toEqual({ rejected: 'no-invitation' });
    expect(done(T + DAY, again, says(true, { question: 'c1' })).case.status).toBe('closed');
    const reopened = having(resolved, [T + HOUR, { do: 'receive', channel: 'mail' }]);
    expect(at(T + 2 * HOUR, reopened, says(true))).toEqual({ rejected: 'no-invitation' });
  });

  it('of a program is kept apart and changes nothing', () => {
    const suspect = { do: 'suspect-outcome', question: 'c0', because: 'too-soon' } as const;
    const { case: next, events } = done(T + HOUR, resolved, suspect);
    expect(next).toEqual(resolved);
    expect(types(events)).toEqual(['rida.outcome.suspected.v1']);
    expect(done(T + 2 * HOUR, next, says(false)).case.status).toBe('open');
  });
});

describe('erased data', () => {
  it('of a contested case holds neither the words of the beneficiary nor those to them', () => {
    const erase = { do: 'erase', because: 'request', by: AGENT } as const;
    const contested = having(resolved, [T + HOUR, says(false, { comment: 'ما زال مطفأ' })], [T + DAY, erase]);
    expect(contested.confirmation).toMatchObject({ state: 'contested', was: { outcome: '' } });
    expect(JSON.stringify(contested)).not.toContain('مطفأ');
  });
});
