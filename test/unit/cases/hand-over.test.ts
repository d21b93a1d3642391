import { describe, expect, it } from 'vitest';
import type { CaseCommand } from '#shared/domain/cases/case-command.ts';
import { clocksOf } from '#shared/domain/cases/clocks.ts';
import { scrubbed } from '#shared/domain/cases/decisions/erase-data.ts';
import { DAY, HOUR } from '#shared/domain/time/instant.ts';
import { aCase } from '#test/builders/a-case.ts';
import { shippedRules as rules } from '#test/builders/shipped-rules.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { at, AGENT as by, done, having, tick } from './deciding.ts';

const until = T + 3 * DAY;
const over: CaseCommand = { do: 'hand-over', holder: ' بلدي ', number: '4402-118', dueAt: until, by };
const held = having(aCase({ assignee: 'huda' }), [T, over]);
const resolve: CaseCommand = { do: 'resolve', as: 'handed-over', outcome: 'أُحيلت إلى بلدي', by };
const types = (events: readonly { type: string }[]) => events.map(({ type }) => type);

describe('a matter that an outside body holds', () => {
  it('keeps who holds it, its number there, since when, and the case open', () => {
    expect(held).toMatchObject({
      status: 'open',
      outside: [{ id: 'h1', holder: 'بلدي', number: '4402-118', since: T, until, by }],
    });
  });

  it('has a clock that no answer to the beneficiary ends, only that of the body', () => {
    const clock = (state: typeof held, now: number) => clocksOf(state, rules, now).clocks.department;
    const replied = having(held, [T + HOUR, { do: 'reply', by }]);
    expect(clock(replied, T + 2 * HOUR)).toMatchObject({ state: 'running', dueAt: until });
    expect(clock(replied, until + HOUR)).toMatchObject({ breached: true });
    const back = having(replied, [T + 2 * HOUR, { do: 'take-back', holding: 'h1', by }]);
    expect(clock(back, T + 3 * HOUR).state).toBe('met');
    expect(types(done(until + 1, replied, tick).events)).toContain('rida.sla.breached.v1');
  });

  it.each<[string, Partial<Extract<CaseCommand, { do: 'hand-over' }>>, string]>([
    ['without a name', { holder: '  ' }, 'empty'],
    ['until a time that has passed', { dueAt: T }, 'in-the-past'],
    ['until the next century', { dueAt: T + 40_000 * DAY }, 'too-far-ahead'],
  ])('is refused %s', (_, wrong, rejected) => {
    expect(at(T, aCase(), { ...over, ...wrong } as CaseCommand)).toMatchObject({ rejected });
  });

  it('is not handed over from a case that ended, nor taken back twice', () => {
    const ended = having(held, [T + HOUR, { ...resolve, as: 'done' } as CaseCommand]);
    expect(at(T + 2 * HOUR, ended, over)).toMatchObject({ rejected: 'not-active' });
    expect(at(T + 2 * HOUR, held, { do: 'take-back', holding: 'h2', by })).toMatchObject({
      rejected: 'no-such-holding',
    });
  });

  it.each<[string, readonly CaseCommand[]]>([
    ['a hand-over', [over]],
    ['a hand-over and its end', [over, { do: 'take-back', holding: 'h1', by }]],
    ['two hand-overs', [over, { ...over, holder: 'المرور' }]],
    ['a hand-over and a question', [over, { do: 'ask-department', department: 'planning', asks: true, by }]],
  ])('has no running clock after a held reply resolved the case: %s while it waited', (_, acts) => {
    const hold: CaseCommand = { do: 'hold-reply', by, outcome: 'أُجيب' };
    const waiting = acts.map((act, n) => [T + 2000 + n, act] as const);
    for (const leaves of [T + 10_000, T + DAY]) {
      const sent = having(aCase({ assignee: 'huda' }), [T, hold], ...waiting, [leaves, tick]);
      expect(sent.status).toBe('resolved');
      const again = having(sent, [T + 2 * DAY, { do: 'reopen', by }]);
      expect(clocksOf(again, rules, T + 3 * DAY).clocks.department.state).not.toBe('running');
      for (const { since, ended } of again.outside ?? []) expect(ended?.at).toBeGreaterThanOrEqual(since);
    }
  });

  it('ends when the case is resolved in any other way', () => {
    const { case: next, events } = done(T + HOUR, held, { ...resolve, as: 'done' } as CaseCommand);
    expect(next.outside?.[0]?.ended).toEqual({ at: T + HOUR, by });
    expect(types(events)).toContain('rida.case.returned.v1');
  });
});

describe('a case that is resolved as handed over', () => {
  const resolved = having(held, [T + HOUR, resolve]);

  it('does not close by itself: at the agreed time it returns to its owner, with a short promise', () => {
    expect(having(resolved, [T + HOUR, tick])).toMatchObject({ nextDueAt: until });
    const { case: next, events } = done(until, resolved, tick);
    expect(next).toMatchObject({ status: 'open', assignee: 'huda', generation: 1 });
    expect(next.promise?.dueAt).toBeGreaterThan(until);
    expect(events).toContainEqual(
      expect.objectContaining({
        type: 'rida.case.reopened.v1',
        data: expect.objectContaining({ by: 'rida', because: 'follow-up' }),
      }),
    );
    expect(types(events)).not.toContain('rida.case.closed.v1');
  });

  it('is followed again after each resolution, and never closes while it is held', () => {
    let state = resolved;
    for (let round = 0; round < 6; round += 1) {
      const now = state.nextDueAt ?? 0;
      state = having(state, [now, tick]);
      if (state.status !== 'resolved') state = having(state, [now + HOUR, resolve]);
      expect(state.status).toBe('resolved');
      expect(state.nextDueAt).toBeGreaterThan(now);
    }
    expect(state.outside).toHaveLength(1);
  });

  it('is followed for the time of the settings without the name of a body', () => {
    const { case: next } = done(T, aCase(), resolve);
    expect(next.outside).toMatchObject([{ id: 'h1', holder: '', since: T }]);
    expect(next.outside?.[0]?.until).toBeGreaterThan(T + 4 * DAY);
    expect(done(T + 15 * DAY, next, tick).case.status).toBe('open');
  });

  it('closes by itself once the body has finished', () => {
    const back = having(resolved, [T + DAY, { do: 'take-back', holding: 'h1', by }]);
    expect(done(T + HOUR + 14 * DAY, back, tick).case.status).toBe('closed');
  });

  it('is closed by its beneficiary, who says that it is finished', () => {
    const answer = {
      do: 'answer-outcome',
      question: 'c0',
      finished: true,
      language: 'ar',
      mode: 'mail',
    } as const;
    expect(done(T + DAY, resolved, answer).case.status).toBe('closed');
  });
});

it('an erased case and its past do not hold the number at the outside body', () => {
  const erased = having(held, [T + DAY, { do: 'erase', because: 'request', by }]);
  expect(JSON.stringify(erased)).not.toContain('4402-118');
  const { case: after, events } = done(T, aCase(), over);
  expect(JSON.stringify(scrubbed({ events, patch: { outside: after.outside } }))).not.toContain('4402-118');
});
