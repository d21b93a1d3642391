import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DataOf } from '#events/registry.ts';
import { countersOf } from '#shared/domain/reports/counters-of.ts';
import { figuresOf } from '#shared/domain/reports/figures-of.ts';
import { chooseOwner } from '#shared/domain/tasks/choose-owner.ts';
import {
  BETWEEN_ATTEMPTS_MS,
  decideRecovery,
  type HeardAnswer,
  type RecoveryCommand,
} from '#shared/domain/tasks/recovery.ts';
import { openAnswers, type Task } from '#shared/domain/tasks/task.ts';
import { DAY, HOUR, isoInstant } from '#shared/domain/time/instant.ts';
import { shippedRules } from '#test/builders/shipped-rules.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';

const { calendar } = shippedRules.desk;
const at = (now: number) => ({ now, calendar, withinMs: 7 * HOUR });
const by = 'agent:huda';

const heard = (over: Partial<HeardAnswer> = {}): RecoveryCommand => ({
  do: 'hear',
  answer: {
    ...{ about: 'case:A:s0', seen: 5, source: 'mail', at: T, score: 1, finished: true, isLow: true },
    ...{ case: 'A', department: 'roads', owner: 'huda' },
    ...over,
  },
});
const corrected = (seen: number, score: number): RecoveryCommand =>
  heard({ seen, score, isLow: score <= 2, at: T + seen });

/** Carry out commands, each at its time. Rejected ones change nothing, and are named in the events. */
function carried(...commands: readonly (readonly [number, RecoveryCommand])[]) {
  let state: Task | undefined;
  const events: string[] = [];
  const drafts: { readonly type: string; readonly data: object }[] = [];
  for (const [now, command] of commands) {
    const done = decideRecovery('recovery-norah', state, command, at(now));
    if ('rejected' in done) {
      events.push(done.rejected);
      continue;
    }
    state = done.state;
    drafts.push(...done.events);
    events.push(
      ...done.events.map(({ type, data }) => ('outcome' in data ? `${type} ${data.outcome}` : type)),
    );
  }
  return { state, events, drafts };
}

const OPENED = 'rida.recovery.opened.v1';
const ATTEMPTED = 'rida.recovery.attempted.v1';
const ended = (how: string) => `rida.recovery.ended.v1 ${how}`;

describe('a dissatisfied answer', () => {
  it('waits for its owner within a working day', () => {
    const { state, events } = carried([T, heard()]);
    expect(state).toMatchObject({ owner: 'huda', openedAt: T, recovery: { answers: [{ state: 'open' }] } });
    expect(state?.dueAt).toBeGreaterThan(T);
    expect(events).toEqual([OPENED]);
  });

  const tried = { do: 'attempt', by } as const;
  const settled = { do: 'record', outcome: 'settled', by } as const;
  const other = heard({ about: 'call:c-1', case: 'B', seen: 2, source: 'call', at: T + HOUR });
  it.each<[string, readonly (readonly [number, RecoveryCommand])[], readonly string[], string?]>([
    [
      'heard again',
      [
        [T, heard()],
        [T, heard()],
      ],
      [OPENED, 'nothing-new'],
    ],
    [
      'recorded',
      [
        [T, heard()],
        [T + HOUR, settled],
      ],
      [OPENED, ended('settled')],
      'settled',
    ],
    [
      'recorded twice',
      [
        [T, heard()],
        [T + 1, settled],
        [T + 2, settled],
      ],
      [OPENED, ended('settled'), 'ended'],
      'settled',
    ],
    [
      'recorded by a colleague',
      [
        [T, heard()],
        [T + 1, { ...settled, by: 'agent:salem' }],
      ],
      [OPENED, 'other-owner'],
    ],
    [
      'taken by a colleague first',
      [
        [T, heard()],
        [T, { do: 'assign', to: 'salem', by: 'agent:salem' }],
        [T + 1, { ...settled, by: 'agent:salem' }],
      ],
      [OPENED, 'rida.task.assigned.v1', ended('settled')],
      'settled',
    ],
    [
      'without an owner, recorded by any member of staff',
      [
        [T, heard({ owner: '' })],
        [T + 1, settled],
      ],
      [OPENED, ended('settled')],
      'settled',
    ],
    [
      'tried three times',
      [
        [T, heard()],
        [T + 2 * HOUR, tried],
        [T + 4 * HOUR, tried],
        [T + 6 * HOUR, tried],
      ],
      [OPENED, ATTEMPTED, ATTEMPTED, ATTEMPTED, ended('not-reached')],
      'not-reached',
    ],
    [
      'tried three times in an hour',
      [
        [T, heard()],
        [T + 1, tried],
        [T + 2, tried],
        [T + BETWEEN_ATTEMPTS_MS, tried],
      ],
      [OPENED, ATTEMPTED, 'too-soon', 'too-soon'],
    ],
    [
      'corrected 2 → 5',
      [
        [T, heard()],
        [T + 9, corrected(6, 5)],
      ],
      [OPENED, ended('corrected')],
      'corrected',
    ],
    ['corrected 5 → 2', [[T, corrected(6, 2)]], [OPENED]],
    [
      'corrected 1 → 2',
      [
        [T, heard()],
        [T + 9, corrected(6, 2)],
      ],
      [OPENED],
    ],
    [
      'corrected 2 → 5 → 1',
      [
        [T, heard()],
        [T + 9, corrected(6, 5)],
        [T + 10, corrected(7, 1)],
      ],
      [OPENED, ended('corrected'), OPENED],
    ],
    [
      'corrected after an attempt',
      [
        [T, heard()],
        [T + 1, tried],
        [T + 9, corrected(6, 5)],
        [T + HOUR, settled],
      ],
      [OPENED, ATTEMPTED, ended('settled')],
      'settled',
    ],
    [
      'corrected after its end',
      [
        [T, heard()],
        [T + 1, settled],
        [T + 9, corrected(6, 5)],
      ],
      [OPENED, ended('settled')],
      'settled',
    ],
    [
      'whose correction is heard first',
      [
        [T + 9, corrected(6, 5)],
        [T, heard()],
      ],
      ['nothing-new'],
      'corrected',
    ],
    [
      'followed by a second one',
      [
        [T, heard()],
        [T + HOUR, other],
        [T + 2 * HOUR, settled],
      ],
      [OPENED, OPENED, ended('settled'), ended('settled')],
      'settled',
    ],
    [
      'followed by a second one after its end',
      [
        [T, heard()],
        [T + 1, settled],
        [T + HOUR, other],
      ],
      [OPENED, ended('settled'), OPENED],
    ],
    [
      'of two, one corrected',
      [
        [T, heard()],
        [T + HOUR, other],
        [T + HOUR, corrected(6, 5)],
      ],
      [OPENED, OPENED, ended('corrected')],
    ],
    [
      'of a person who was erased',
      [
        [T, heard()],
        [T + 1, { do: 'erase', by }],
      ],
      [OPENED, ended('erased')],
      'erased',
    ],
    [
      'of two, about an erased case',
      [
        [T, heard()],
        [T + HOUR, other],
        [T + HOUR, { do: 'erase', case: 'A', by }],
      ],
      [OPENED, OPENED, ended('erased')],
    ],
    ['that is unknown', [[T, settled]], ['unknown']],
  ])('%s', (_, commands, events, outcome) => {
    const done = carried(...commands);
    expect(done.events).toEqual(events);
    expect(done.state?.ended?.outcome).toBe(outcome);
    expect(openAnswers(done.state ?? ({} as Task)).length > 0).toBe(
      done.state !== undefined && !done.state.ended,
    );
  });

  it('keeps its first score', () => {
    const { state } = carried([T, heard({ score: 2 })], [T + 9, corrected(6, 1)]);
    expect(state?.recovery?.answers).toMatchObject([{ score: 2, seen: 6 }]);
  });

  it('begins a new round with a new owner and no attempts', () => {
    const again = heard({ about: 'case:A:s1', seen: 9, at: T + DAY, owner: 'maha' });
    const { state } = carried(
      [T, heard()],
      [T + 1, { do: 'attempt', by }],
      [T + HOUR, { do: 'record', outcome: 'declined', by }],
      [T + DAY, again],
    );
    expect(state).toMatchObject({ owner: 'maha', openedAt: T + DAY, recovery: { attempts: [] } });
    expect(state?.ended).toBeUndefined();
  });

  it('forgets the number with the person', () => {
    const { state } = carried([T, heard({ phone: '+966500000001' })], [T + 1, { do: 'erase', by }]);
    expect(JSON.stringify(state)).not.toContain('966500000001');
  });

  it('is the same in whatever order its values arrive, and as often', () => {
    fc.assert(
      fc.property(
        fc
          .uniqueArray(
            fc.record({ seen: fc.integer({ min: 1, max: 9 }), score: fc.integer({ min: 1, max: 5 }) }),
            {
              selector: ({ seen }) => seen,
              minLength: 1,
              maxLength: 5,
            },
          )
          .chain((values) =>
            fc.record({
              values: fc.constant(values),
              order: fc.shuffledSubarray([...values, ...values], { minLength: values.length * 2 }),
            }),
          ),
        ({ values, order }) => {
          const last = values.toSorted((a, b) => a.seen - b.seen).at(-1);
          const { state, drafts } = carried(
            ...order.map(({ seen, score }) => [T, corrected(seen, score)] as const),
          );
          const isLow = (last?.score ?? 5) <= 2;
          expect(openAnswers(state as Task).length).toBe(isLow ? 1 : 0);
          // Each opening that was taken back is subtracted.
          const net = drafts.reduce((sum, { type }) => sum + (type === OPENED ? 1 : -1), 0);
          expect(net).toBe(isLow ? 1 : 0);
        },
      ),
    );
  });
});

describe('the owner', () => {
  const one = (user: string, role: 'supervisor' | 'agent') => ({
    ...{
      user,
      name: { ar: user, en: user },
      email: `${user}@rida.example`,
      departments: ['care'],
      skills: [],
    },
    ...{ languages: ['ar' as const], capacity: 9, roles: [role] },
  });
  const staff = [one('huda', 'supervisor'), one('maha', 'supervisor'), one('salem', 'agent')];
  it.each<[string, { not?: string[]; absent?: string[]; load?: [string, number][] }, string | undefined]>([
    ['has the least work', { load: [['huda', 3]] }, 'maha'],
    ['did not handle the matter', { not: ['maha'], load: [['huda', 3]] }, 'huda'],
    ['is present', { absent: ['maha'], load: [['huda', 3]] }, 'huda'],
    ['is missing when all handled it', { not: ['maha', 'huda'] }, undefined],
    ['is missing when all are away', { absent: ['maha', 'huda'] }, undefined],
  ])('%s', (_, { not = [], absent = [], load = [] }, owner) => {
    const wanted = { id: 'recovery-x', roles: ['supervisor' as const], not: new Set(not) };
    expect(chooseOwner(wanted, staff, { absent: new Set(absent), load: new Map(load) })).toBe(owner);
  });
});

describe('the figures of recoveries', () => {
  const envelope = (id: number, type: string, data: object, time: number) =>
    ({
      ...{
        id: String(id).padStart(26, '0'),
        type,
        source: 'rida.surveys',
        subject: 'recovery-x',
        subjectVersion: 1,
      },
      ...{
        time: isoInstant(time),
        recordedTime: isoInstant(time),
        correlationId: 'c',
        causationId: 'c',
        data,
      },
    }) as Parameters<typeof countersOf>[0];
  const base = {
    source: 'mail',
    department: 'roads',
    service: 'permit',
    answeredAt: isoInstant(T),
    dueAt: isoInstant(T + DAY),
  } as const;
  const opened = (n: number) => envelope(n, OPENED, { ...base, about: `a${n}` }, T);
  const over = (n: number, outcome: DataOf<'rida.recovery.ended.v1'>['outcome'], days: number) =>
    envelope(
      100 + n,
      'rida.recovery.ended.v1',
      { ...base, about: `a${n}`, outcome, by, inTime: days <= 1, workingMinutes: days * 420, attempts: 0 },
      T + days * DAY,
    );
  const events = [
    ...Array.from({ length: 20 }, (_, n) => opened(n)),
    ...[0, 1, 2, 3, 4, 5].map((n) => over(n, 'settled', 1)),
    ...[6, 7].map((n) => over(n, 'not-settled', 3)),
    ...[over(8, 'declined', 1), over(9, 'wrong-matter', 2), over(10, 'not-reached', 2)],
    ...[over(11, 'corrected', 0), over(12, 'erased', 9)],
  ];
  const figures = (all: readonly ReturnType<typeof opened>[]) => {
    const days = all.map((event) => ({ ...countersOf(event), shard: 0, version: 1 }));
    return figuresOf(days.map(({ day, counters, ...rest }) => ({ ...rest, day, counts: counters }))).loops;
  };

  it('count closed loops among the answers, by outcome, department and service', () => {
    const loops = figures(events);
    expect(loops).toMatchObject({
      ...{ opened: 18, closed: { n: 18, share: 10 / 18 }, inTime: { n: 18, share: 7 / 18 } },
      departments: [{ id: 'roads', opened: 18, closed: { share: 10 / 18 } }],
      services: [{ id: 'permit', opened: 18, closed: { share: 10 / 18 }, inTime: { share: 7 / 18 } }],
    });
    expect(loops.outcomes).toContainEqual({ outcome: 'not-reached', count: 1 });
    expect(loops.medianMinutes).toBeCloseTo(420, -2);
  });

  it('are the same in any order, and all on the day of the answer', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(events, { minLength: events.length }), (shuffled) => {
        expect(figures(shuffled)).toEqual(figures(events));
      }),
      { numRuns: 20 },
    );
    expect(new Set(events.map((event) => countersOf(event).day)).size).toBe(1);
  });
});
