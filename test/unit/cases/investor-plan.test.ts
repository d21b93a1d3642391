import { describe, expect, it, test } from 'vitest';
import type { Case } from '#shared/domain/cases/case.ts';
import type { CaseCommand } from '#shared/domain/cases/case-command.ts';
import { caseHours } from '#shared/domain/cases/clocks.ts';
import { holderOf } from '#shared/domain/investors/plan.ts';
import { beginOfWorkingDayBefore, endOfWorkingDayAfter } from '#shared/domain/sla/working-days.ts';
import { elapsed } from '#shared/domain/sla/working-time.ts';
import { DAY, HOUR, isoInstant, MINUTE } from '#shared/domain/time/instant.ts';
import { workOfCase } from '#shared/domain/work-list/work-entry.ts';
import { aCase } from '#test/builders/a-case.ts';
import { shippedRules as rules } from '#test/builders/shipped-rules.ts';
import { WORKING_MORNING as NINE } from '#test/doubles/fixed-clock.ts';
import { at, AGENT as by, dataOf, done, having, kinds, recorded, tick } from './deciding.ts';

const start: CaseCommand = { do: 'start-plan', by };
const called: CaseCommand = { do: 'log-contact', means: 'phone', by };
const add = (kind: 'licence' | 'land-lease', department: string, dueAt: number): CaseCommand => ({
  ...{ do: 'add-procedure', kind, department, dueAt, by },
});
const change = (
  to: Extract<CaseCommand, { do: 'change-procedure' }>['to'],
  procedure = 'p1',
): CaseCommand => ({ do: 'change-procedure', procedure, to, by });
const obstacle = (kind: 'missing-documents' | 'late-department'): CaseCommand => ({
  ...{ do: 'meet-obstacle', procedure: 'p1', kind, by },
});

/** The other clocks of the case are quiet: it was answered, and waits for the investor. */
const investor = aCase({
  ...{ segment: 'investor', status: 'pending-beneficiary', assignee: 'salem' },
  facts: [
    { at: NINE, type: 'opened' },
    { at: NINE, type: 'agent-contact' },
    { at: NINE, type: 'status', status: 'pending-beneficiary' },
  ],
});
const planned = having(investor, [NINE, start]);
/** One procedure, promised in sixty days. */
const licence = having(planned, [NINE + MINUTE, add('licence', 'licensing', NINE + 60 * DAY)]);
const calendar = caseHours(investor, rules, NINE);
const dueOf = ({ plan }: Case): number => plan?.next?.dueAt ?? 0;
/** The first contact is due at the end of the fifth working day: Sunday 11 January 2026. */
const DUE = endOfWorkingDayAfter(calendar, NINE, 5);

describe('the cadence', () => {
  it('asks for a contact at the end of the fifth working day, and sooner while something is held up', () => {
    expect(isoInstant(DUE).slice(0, 10)).toBe('2026-01-11');
    expect(dueOf(licence)).toBe(DUE);
    const held = having(licence, [NINE + HOUR, obstacle('late-department')]);
    expect(dueOf(held)).toBe(endOfWorkingDayAfter(calendar, NINE + HOUR, 3));
  });

  it('calls on the working day before a procedure is due, but not within two working days', () => {
    const near = having(planned, [NINE, add('licence', 'licensing', NINE + 4 * DAY)]);
    expect(isoInstant(dueOf(near)).slice(0, 10)).toBe('2026-01-07');
    const nearer = having(planned, [NINE, add('licence', 'licensing', NINE + DAY)]);
    expect(dueOf(nearer)).toBe(endOfWorkingDayAfter(calendar, NINE, 2));
  });

  it('plans the next contact from each contact, and counts those in time and late', () => {
    const kept = having(licence, [DUE, called]);
    expect(kept.plan).toMatchObject({ touches: { kept: 1, late: 0 }, next: { number: 2 } });
    const late = done(DUE + 1, licence, called);
    expect(late.case.plan?.touches).toEqual({ kept: 0, late: 1 });
    expect(dataOf(late.events, 'rida.plan.touched.v1')).toEqual({
      ...{ touch: 1, dueAt: isoInstant(DUE), kept: false, means: 'staff', by },
    });
  });
});

describe('a missed contact', () => {
  const early = beginOfWorkingDayBefore(calendar, DUE, 1);

  it('is escalated a whole working day before it passes, to the supervisor and the officer', () => {
    const before = having(licence, [early, { do: 'watch', user: 'huda', by }]);
    expect(kinds(done(early, before, tick).events)).not.toContain('case.escalated');
    const { events, case: escalated } = done(early + 1, before, tick);
    expect(dataOf(events, 'rida.case.escalated.v1')).toMatchObject({ clock: 'touch', level: 1 });
    const warned = events.filter(({ type }) => type === 'rida.sla.warned.v1').map(({ data }) => data);
    expect(warned).toContainEqual(
      expect.objectContaining({ clock: 'touch', tell: 'supervisor', staffToNotify: ['huda', 'salem'] }),
    );
    expect(escalated.level).toBe(1);
    // The day before is whole: from its opening to its closing, and then the last day.
    const whole = elapsed(calendar, early, endOfWorkingDayAfter(calendar, early - DAY, 1), []);
    expect(elapsed(calendar, early, DUE, [])).toBeGreaterThan(whole);
    expect(early).toBeGreaterThan(NINE);
  });

  it('is escalated at least one working day before, whatever day the plan begins on', () => {
    for (let day = 0; day < 400; day += 1) {
      const begin = NINE + day * DAY + (day % 24) * HOUR;
      const one = done(begin, { ...investor, openedAt: begin }, start).case;
      for (const closing of [false, true]) {
        const ended = having(
          one,
          [begin, add('licence', 'licensing', begin + 300 * DAY)],
          [begin, change({ state: 'done' })],
        );
        const due = dueOf(closing ? ended : one);
        const first = Math.max(begin, beginOfWorkingDayBefore(calendar, due, 1));
        const lastDay = beginOfWorkingDayBefore(calendar, endOfWorkingDayAfter(calendar, due, 1), 1);
        // Between the escalation and the beginning of the last day is a working day, and the last day itself follows.
        expect(elapsed(calendar, first, lastDay, [])).toBeGreaterThan(0);
        expect(first).toBeLessThan(due);
      }
    }
  });

  it('breaches when it passes, and the breach is taken back for a contact in time that was recorded later', () => {
    const late = done(DUE + 1, licence, tick);
    expect(dataOf(late.events, 'rida.sla.breached.v1')).toMatchObject({ clock: 'touch', generation: 1 });
    const inTime = recorded(DUE - HOUR, DUE + HOUR, late.case, called);
    expect(kinds(inTime.events)).toContain('sla.retracted');
    expect(inTime.case.plan?.touches).toEqual({ kept: 1, late: 0 });
  });

  it('keeps no step of a contact that took place, and its level goes with it', () => {
    const escalated = having(licence, [early + 1, tick], [early + HOUR, called]);
    expect(escalated.fired.filter((key) => key.startsWith('touch#'))).toEqual([]);
    expect(having(licence, [early + 1, tick]).level).toBe(1);
    expect(escalated.level).toBe(0);
  });
});

describe('procedures', () => {
  it('name their holder and since when: the department, or the party that an obstacle waits for', () => {
    const moved = having(licence, [NINE + DAY, change({ department: 'operations' })]);
    const [one] = moved.plan?.procedures ?? [];
    if (!moved.plan || !one) throw new Error('no procedure');
    expect(holderOf(moved.plan, one)).toEqual({ holder: 'department', since: NINE + DAY });
    const held = having(moved, [NINE + 2 * DAY, obstacle('missing-documents')]);
    expect(held.plan && holderOf(held.plan, one)).toEqual({ holder: 'investor', since: NINE + 2 * DAY });
    expect(workOfCase(held)).toMatchObject({
      kind: 'touch',
      owing: ['operations'],
      dueAt: expect.any(Number),
    });
  });

  it('are kept or late by the time that their department promised', () => {
    for (const [ms, late] of [
      [0, false],
      [1, true],
    ] as const) {
      const { events } = done(NINE + 60 * DAY + ms, licence, change({ state: 'done' }));
      expect(dataOf(events, 'rida.procedure.changed.v1')).toMatchObject({ state: 'done', late });
    }
  });

  it('take their obstacles with them, with the working time that was lost', () => {
    const held = having(licence, [NINE + DAY, obstacle('missing-documents')]);
    const { events, case: after } = done(NINE + DAY + HOUR, held, change({ state: 'withdrawn' }));
    expect(dataOf(events, 'rida.obstacle.cleared.v1')).toMatchObject({
      ...{ kind: 'missing-documents', of: 'licence', department: 'licensing', workingMinutes: 60 },
    });
    expect(after.plan?.obstacles).toMatchObject([{ clearedAt: NINE + DAY + HOUR }]);
  });

  test.each<[string, Case, CaseCommand, string]>([
    ['a plan for a citizen', aCase({ status: 'open' }), start, 'not-investor'],
    ['a second plan', planned, start, 'has-plan'],
    ['a procedure without a plan', investor, add('licence', 'licensing', NINE + DAY), 'no-plan'],
    [
      'a department that does not exist',
      planned,
      add('licence', 'nowhere', NINE + DAY),
      'unknown-department',
    ],
    ['a due time in the past', planned, add('licence', 'licensing', NINE - 1), 'in-the-past'],
    [
      'a due time in another century',
      planned,
      add('licence', 'licensing', NINE + 40_000 * DAY),
      'too-far-ahead',
    ],
    ['a procedure that is not in the plan', licence, change({ state: 'done' }, 'p9'), 'no-such-procedure'],
    ['the same state again', licence, change({ state: 'waiting' }), 'nothing-changed'],
    [
      'an obstacle twice',
      having(licence, [NINE, obstacle('late-department')]),
      obstacle('late-department'),
      'nothing-changed',
    ],
    [
      'an obstacle of a procedure that ended',
      having(licence, [NINE, change({ state: 'done' })]),
      obstacle('late-department'),
      'no-such-procedure',
    ],
    [
      'an obstacle that does not exist',
      licence,
      { do: 'clear-obstacle', obstacle: 'o7', by },
      'no-such-obstacle',
    ],
    [
      'an end with open procedures',
      licence,
      { do: 'hear-investor', means: 'staff', finished: true, by },
      'open-procedures',
    ],
    ['a merge that would lose the plan', licence, { do: 'merge', into: '7M2-4K9-0131', by }, 'has-plan'],
    ['a hand-over to its officer', licence, { do: 'hand-over-plan', to: 'salem', by }, 'already-assigned'],
  ])('%s is rejected', (_, state, command, rejected) => {
    expect(at(NINE + 2 * MINUTE, state, command)).toMatchObject({ rejected });
  });

  it('are limited in number, and so are obstacles', () => {
    const many = Array.from({ length: 40 }, () => [NINE, add('licence', 'licensing', NINE + DAY)] as const);
    const full = having(planned, ...many);
    expect(at(NINE, full, add('licence', 'licensing', NINE + DAY))).toMatchObject({ rejected: 'too-many' });
    const often = Array.from({ length: 100 }, (_, n) => [
      [NINE + n * HOUR, obstacle('late-department')] as const,
      [NINE + n * HOUR, { do: 'clear-obstacle', obstacle: `o${n + 1}`, by } as CaseCommand] as const,
    ]).flat();
    expect(having(licence, ...often).plan?.obstacles.length).toBeLessThanOrEqual(60);
  });
});

describe('the end of a plan', () => {
  const closing = done(NINE + HOUR, licence, change({ state: 'done' }));
  const answer = (finished: boolean): CaseCommand => ({
    ...{ do: 'hear-investor', means: 'call', finished, by: 'beneficiary' },
  });

  it('is asked about once all procedures have ended, soon', () => {
    expect(dataOf(closing.events, 'rida.plan.closing-due.v1')).toEqual({ question: 'k1' });
    expect(closing.case.plan?.state).toBe('closing');
    expect(dueOf(closing.case)).toBe(endOfWorkingDayAfter(calendar, NINE + HOUR, 2));
  });

  it('comes with the yes of the investor, and a no continues it', () => {
    const yes = done(NINE + 2 * HOUR, closing.case, answer(true));
    expect(kinds(yes.events)).toEqual(['plan.touched', 'plan.ended']);
    expect(dataOf(yes.events, 'rida.plan.ended.v1')).toMatchObject({
      how: 'finished',
      done: 1,
      procedures: 1,
    });
    expect(yes.case.plan?.next).toBeUndefined();
    expect(workOfCase(yes.case)?.kind).toBe('case');
    const no = done(NINE + 2 * HOUR, closing.case, answer(false)).case;
    expect(no.plan?.state).toBe('running');
    expect(dueOf(no)).toBe(endOfWorkingDayAfter(calendar, NINE + 2 * HOUR, 2));
  });

  it('does not come with a yes while a procedure is open', () => {
    expect(done(NINE + HOUR, licence, answer(true)).case.plan?.state).toBe('running');
  });

  it('is asked again when a procedure is opened again and done again', () => {
    const again = having(closing.case, [NINE + DAY, change({ state: 'under-way' })]);
    expect(again.plan?.state).toBe('running');
    expect(
      dataOf(done(NINE + 2 * DAY, again, change({ state: 'done' })).events, 'rida.plan.closing-due.v1'),
    ).toEqual({
      question: 'k2',
    });
  });

  const resolve: CaseCommand = { do: 'resolve', as: 'done', outcome: 'انتهت', by };

  test.each<[string, CaseCommand, CaseCommand]>([
    ['resolved, and reopened by staff', resolve, { do: 'reopen', by }],
    ['resolved, and reopened by a mail', resolve, { do: 'receive', channel: 'mail' }],
    [
      'closed as withdrawn, and reopened by a call',
      { do: 'close', reason: 'withdrawn', by },
      { do: 'receive', channel: 'phone' },
    ],
    ['closed as spam by mistake', { do: 'close', reason: 'spam', by }, { do: 'reopen', by }],
  ])('comes with the end of the case, and the plan continues with it: %s', (_, end, again) => {
    const ended = done(NINE + DAY, licence, end);
    expect(dataOf(ended.events, 'rida.plan.ended.v1')).toMatchObject({ how: 'case-ended' });
    expect(ended.case.plan?.next).toBeUndefined();
    const { case: after, events } = done(NINE + 2 * DAY, ended.case, again);
    expect(dataOf(events, 'rida.plan.started.v1')).toMatchObject({ again: true });
    expect(after.plan).toMatchObject({ state: 'running', next: { number: 2, from: NINE + 2 * DAY } });
    expect(after.plan?.procedures).toHaveLength(1);
  });

  it('stays when the investor gave the project up, or the case is a citizen’s now', () => {
    const gone = having(licence, [NINE + HOUR, { do: 'end-plan', by }], [NINE + DAY, resolve]);
    expect(having(gone, [NINE + 2 * DAY, { do: 'reopen', by }]).plan?.ended?.how).toBe('withdrawn');
    const corrected = having({ ...licence, segment: 'citizen' }, [NINE + DAY, resolve]);
    expect(having(corrected, [NINE + 2 * DAY, { do: 'reopen', by }]).plan?.state).toBe('ended');
  });

  it('is not the end of its procedures: a new start continues them', () => {
    const gone = having(licence, [NINE + HOUR, { do: 'end-plan', by }]);
    const again = done(NINE + 3 * DAY, gone, start);
    expect(dataOf(again.events, 'rida.plan.started.v1')).toEqual({ by, again: true });
    expect(again.case.plan?.procedures).toHaveLength(1);
    expect(again.case.plan?.next).toMatchObject({ from: NINE + 3 * DAY });
  });

  it('leaves no plan in an erased case', () => {
    const erased = done(NINE + DAY, licence, { do: 'erase', because: 'request', by });
    expect(kinds(erased.events)).toContain('plan.ended');
    expect(erased.case.plan).toBeUndefined();
  });
});

test('a promise to an investor counts in the plan too, and a hand-over changes the officer with words', () => {
  const promised = having(licence, [NINE + HOUR, { do: 'promise', dueAt: NINE + 3 * HOUR, by }]);
  const { case: kept, events } = done(NINE + 2 * HOUR, promised, called);
  expect(kept.plan?.promises).toEqual({ kept: 1, late: 0 });
  expect(dataOf(events, 'rida.promise.ended.v1')).toMatchObject({ outcome: 'kept', plan: true });
  const handed = done(NINE + DAY, kept, { do: 'hand-over-plan', to: 'huda', by });
  expect(handed.case).toMatchObject({
    assignee: 'huda',
    plan: { handOvers: [{ from: 'salem', to: 'huda', message: 'a-cause' }] },
  });
  expect(kinds(handed.events)).toEqual(['case.assigned', 'note.added']);
});
