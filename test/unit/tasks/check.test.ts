import { describe, expect, it } from 'vitest';
import { countersOf } from '#shared/domain/reports/counters-of.ts';
import { figuresOf } from '#shared/domain/reports/figures-of.ts';
import { wilson } from '#shared/domain/statistics/wilson.ts';
import type { Check } from '#shared/domain/tasks/check.ts';
import { agentQuality, checkedWeeks, closureErrors } from '#shared/domain/tasks/check-results.ts';
import { conversationForm, readMarks } from '#shared/domain/tasks/conversation-form.ts';
import { type CheckCommand, type CheckKind, decideCheck } from '#shared/domain/tasks/decide-check.ts';
import type { Task } from '#shared/domain/tasks/task.ts';
import { shippedRules } from '#test/builders/shipped-rules.ts';
import { WORKING_MORNING as NOW } from '#test/doubles/fixed-clock.ts';

const context = { now: NOW, calendar: shippedRules.desk.calendar };
const ALL = { greeting: 'yes', understood: 'yes', solved: 'yes', wording: 'not-applicable' } as const;

const aCheck = (over: Partial<Check> = {}): Check => ({
  ...{ week: '2026-01-04', seed: 'a', population: 200, drawn: 10, rank: 1, case: '4K7-2M9-0382' },
  ...{ department: 'operations', handlers: ['salem'] },
  ...over,
});

const drawn = (kind: CheckKind = 'closure-audit', over: Partial<Check> = {}, owner?: string): Task => {
  const done = decideCheck('t', undefined, { do: 'draw', kind, check: aCheck(over), owner }, context);
  if ('rejected' in done) throw new Error(done.rejected);
  return done.state;
};

const decided = (task: Task | undefined, command: CheckCommand) => decideCheck('t', task, command, context);
const finished = (by: `agent:${string}`): CheckCommand => ({ do: 'check', verdict: 'finished', by });

describe('a check', () => {
  it.each<readonly [string, Task | undefined, CheckCommand, string]>([
    ['by somebody who worked on it', drawn(), finished('agent:salem'), 'handled-it'],
    [
      'by the one who had the conversation',
      drawn('conversation-review', { agent: 'huda' }),
      { do: 'check', marks: ALL, by: 'agent:huda' },
      'handled-it',
    ],
    ['by another than its owner', drawn('closure-audit', {}, 'reem'), finished('agent:maha'), 'other-owner'],
    ['of nothing', undefined, finished('agent:reem'), 'unknown'],
    ['without a verdict', drawn(), { do: 'check', marks: ALL, by: 'agent:reem' }, 'incomplete'],
    ['without marks', drawn('conversation-review'), finished('agent:reem'), 'incomplete'],
    [
      'given to somebody who worked on it',
      drawn(),
      { do: 'assign', to: 'salem', by: 'agent:maha' },
      'handled-it',
    ],
    ['drawn again', drawn(), { do: 'draw', kind: 'closure-audit', check: aCheck() }, 'drawn'],
    [
      'given to its owner',
      drawn('closure-audit', {}, 'reem'),
      { do: 'assign', to: 'reem', by: 'agent:reem' },
      'same-owner',
    ],
  ])('%s is refused', (_, task, command, rejected) => {
    expect(decided(task, command)).toEqual({ rejected });
  });

  it('is recorded once, and its event has no words', () => {
    const note = 'اشرح الخطوة التالية.';
    const done = decided(drawn('conversation-review', { agent: 'salem' }, 'reem'), {
      ...{ do: 'check', marks: ALL, note, by: 'agent:reem' },
    });
    if ('rejected' in done) throw new Error(done.rejected);
    expect(done.state.check?.result).toMatchObject({ form: 1, marks: ALL, note, by: 'agent:reem' });
    expect(JSON.stringify(done.events)).not.toContain(note);
    expect(decided(done.state, { do: 'check', marks: ALL, by: 'agent:reem' })).toEqual({ rejected: 'ended' });
    expect(decided(done.state, { do: 'assign', to: 'maha', by: 'agent:maha' })).toEqual({
      rejected: 'ended',
    });
  });
});

describe('the form of conversations', () => {
  it('asks four questions in both languages, and takes a mark for each', () => {
    expect(conversationForm().map(({ id }) => id)).toEqual(['greeting', 'understood', 'solved', 'wording']);
    expect(readMarks({ ...ALL, extra: 'yes' })).toEqual(ALL);
    for (const given of [
      {},
      { ...ALL, solved: undefined },
      { ...ALL, solved: '5' },
      { ...ALL, solved: ['yes', 'no'] },
    ])
      expect(readMarks(given)).toBeUndefined();
    expect(conversationForm(7)).toEqual([]);
  });
});

const closure = (
  verdict: 'finished' | 'not-finished' | 'unclear' | undefined,
  over: Partial<Check> = {},
): Task => ({
  ...drawn(),
  check: aCheck({
    ...over,
    ...(verdict && { result: { at: NOW, by: 'agent:reem', verdict } }),
  }),
});

describe('the results of checks', () => {
  it('have an error rate with its interval, without what could not be told', () => {
    const tasks = [
      ...Array.from({ length: 18 }, () => closure('finished')),
      ...[closure('not-finished'), closure('not-finished'), closure('unclear'), closure(undefined)],
    ];
    expect(closureErrors(tasks)).toEqual(wilson(2, 20));
    expect(checkedWeeks([...tasks, closure('finished', { week: '2026-01-11', seed: 'b' })])).toEqual([
      { week: '2026-01-11', seed: 'b', population: 200, drawn: 10, checked: 1, errors: wilson(0, 1) },
      { week: '2026-01-04', seed: 'a', population: 200, drawn: 10, checked: 21, errors: wilson(2, 20) },
    ]);
  });

  it('are shares by member of staff and question', () => {
    const review = (agent: string, solved: 'yes' | 'no' | 'not-applicable'): Task => ({
      ...drawn('conversation-review'),
      check: aCheck({ agent, result: { at: NOW, by: 'agent:reem', form: 1, marks: { ...ALL, solved } } }),
    });
    const [huda, salem] = agentQuality([
      ...Array.from({ length: 6 }, () => review('salem', 'yes')),
      ...[review('salem', 'no'), review('salem', 'not-applicable'), review('huda', 'no')],
    ]);
    expect(huda).toMatchObject({ agent: 'huda', conversations: 1, good: wilson(0, 1) });
    expect(salem).toMatchObject({ agent: 'salem', conversations: 8, good: wilson(7, 8) });
    expect(salem?.questions).toMatchObject({ solved: wilson(6, 7), greeting: wilson(8, 8), wording: null });
  });

  it('are figures of the week that is checked', () => {
    const event = (type: string, data: object) =>
      countersOf({ type, time: '2026-01-20T06:00:00.000Z', data } as Parameters<typeof countersOf>[0]);
    const week = '2026-01-04';
    const days = [
      event('rida.check.drawn.v1', { kind: 'closure-audit', week }),
      event('rida.check.recorded.v1', {
        kind: 'closure-audit',
        week,
        verdict: 'not-finished',
        department: 'care',
      }),
      event('rida.check.recorded.v1', {
        kind: 'closure-audit',
        week,
        verdict: 'finished',
        department: 'care',
      }),
      event('rida.check.recorded.v1', {
        kind: 'closure-audit',
        week,
        verdict: 'unclear',
        department: 'care',
      }),
      event('rida.check.recorded.v1', { kind: 'conversation-review', week, marks: ALL }),
    ];
    expect(days.map(({ day }) => day)).toEqual(days.map(() => week));
    const { checks } = figuresOf(
      days.map(({ day, counters }, shard) => ({ day, shard, version: 1, counts: counters })),
    );
    expect(checks).toMatchObject({
      closures: { drawn: 1, checked: 3 },
      conversations: { drawn: 0, checked: 1 },
      closureErrors: wilson(1, 2),
      byDepartment: [{ department: 'care', errors: wilson(1, 2) }],
    });
    expect(checks.questions.find(({ id }) => id === 'wording')?.share).toBeNull();
  });
});
