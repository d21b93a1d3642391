import { describe, expect, it } from 'vitest';
import { recount } from '#functions/cases/recount.ts';
import { updateAggregate } from '#shared/application/update-aggregate.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import type { Colleague } from '#shared/domain/rules.ts';
import { chooseAssignee } from '#shared/domain/staff/choose-assignee.ts';
import { decideStaff } from '#shared/domain/staff/decide-staff.ts';
import { DAY, HOUR } from '#shared/domain/time/instant.ts';
import { aCase } from '#test/builders/a-case.ts';
import { shippedRules } from '#test/builders/shipped-rules.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { at } from './deciding.ts';
import { Desk } from './desk-of.ts';

const by = 'agent:salem' as const;
const colleague = (user: string, over: Partial<Colleague> = {}): Colleague => ({
  ...{ user, name: { ar: user, en: user }, email: `${user}@rida.example`, departments: ['operations'] },
  ...{ skills: [], languages: ['ar', 'en'], capacity: 10 },
  ...over,
});
const staffed = (...staff: Colleague[]) =>
  new Desk({ ...shippedRules, staff: new Map(staff.map((one) => [one.user, one])) });
const opened = (desk: Desk, over: Partial<Case> = {}) => {
  const { type, category, department, subject, beneficiary, segment, channel, language, priority } =
    aCase(over);
  const id = aCase().id;
  return desk.do(id, {
    ...{
      do: 'open',
      id,
      type,
      category,
      department,
      subject,
      beneficiary,
      segment,
      channel,
      language,
      priority,
    },
    ...(over.automatic !== undefined && { automatic: over.automatic }),
  });
};

describe('the choice of an assignee', () => {
  const one = { id: '4K7-2M9-0382', department: 'operations', category: 'lighting', language: 'ar' as const };
  const choose = (staff: Colleague[], load: Record<string, number> = {}, absent: string[] = []) =>
    chooseAssignee(one, staff, new Map(Object.entries(load)), new Set(absent));

  it.each([
    ['the least loaded', choose([colleague('a'), colleague('b')], { a: 2, b: 1 }), 'b'],
    [
      'the skilled before the least loaded',
      choose([colleague('a'), colleague('b', { skills: ['lighting'] })], { b: 5 }),
      'b',
    ],
    ['nobody skilled in something else alone', choose([colleague('a', { skills: ['roads'] })]), undefined],
    ['nobody of another department', choose([colleague('a', { departments: ['planning'] })]), undefined],
    ['nobody who does not speak the language', choose([colleague('a', { languages: ['en'] })]), undefined],
    ['nobody who has no room', choose([colleague('a', { capacity: 3 })], { a: 3 }), undefined],
    ['nobody who is away', choose([colleague('a')], {}, ['a']), undefined],
    ['no leader', choose([colleague('a', { roles: ['leader'] })]), undefined],
    ['no administrator', choose([colleague('a', { roles: ['administrator'] })]), undefined],
    ['nobody of quality', choose([colleague('a', { roles: ['quality', 'leader'] })]), undefined],
    ['a supervisor', choose([colleague('a', { roles: ['supervisor'] })]), 'a'],
    [
      'an administrator who is an agent too',
      choose([colleague('a', { roles: ['administrator', 'agent'] })]),
      'a',
    ],
  ])('%s', (_, chosen, expected) => {
    expect(chosen).toBe(expected);
  });
});

describe('a case without an assignee', () => {
  it('goes to the least loaded of its department once, and its status stays', async () => {
    const desk = staffed(colleague('huda'), colleague('sara'));
    desk.store.seed(aCase({ assignee: 'huda' }), aCase({ assignee: 'huda' }), aCase({ assignee: 'sara' }));
    await recount(desk);
    const { id } = await opened(desk);
    await desk.settle(2);
    expect(await desk.case(id)).toMatchObject({ assignee: 'sara', status: 'new' });
    expect((await desk.store.timeline('case', id)).at(-1)?.events).toEqual([
      {
        type: 'rida.case.assigned.v1',
        data: { to: 'sara', by: 'rida', because: 'rule', staffToNotify: ['sara'] },
      },
    ]);
    expect(await desk.store.waitingNotices('user:sara', 10)).toMatchObject([
      { notice: { kind: 'assigned', case: id } },
    ]);
  });

  it('stays in the queue without staff, by hand, and when a machine wrote it', async () => {
    for (const desk of [new Desk(), new Desk({ ...shippedRules, assignment: 'by-hand' })]) {
      const { id } = await opened(desk);
      await desk.settle();
      expect((await desk.case(id)).assignee).toBeUndefined();
    }
    const desk = staffed(colleague('huda'));
    const { id } = await opened(desk, { automatic: 'out-of-office' });
    await desk.settle();
    expect((await desk.case(id)).assignee).toBeUndefined();
  });

  it('follows a correction to another department', async () => {
    const desk = staffed(colleague('huda'), colleague('omar', { departments: ['environment'] }));
    const { id } = await opened(desk);
    await desk.settle();
    await desk.do(id, { do: 'reclassify', to: { category: 'parks', department: 'environment' }, by });
    await desk.settle(2);
    expect((await desk.case(id)).assignee).toBe('omar');
  });
});

describe('a member of staff whose role works on no cases', () => {
  const leader = colleague('huda', { roles: ['leader'] });
  const staff = (...all: Colleague[]) => ({ staff: new Map(all.map((one) => [one.user, one])) });

  it('gets none by rule and by the recount', async () => {
    const desk = staffed(leader, colleague('sara', { capacity: 1 }));
    const ids = [(await opened(desk)).id, (await opened(desk)).id];
    await desk.settle();
    await recount(desk);
    const holders = await Promise.all(ids.map(async (id) => (await desk.case(id)).assignee));
    expect(holders.sort()).toEqual(['sara', undefined]);
  });

  it('hands them back when the role is new, and takes some again with the role of before', async () => {
    const desk = staffed(colleague('huda'));
    const { id } = await opened(desk);
    await desk.settle();
    expect((await desk.case(id)).assignee).toBe('huda');
    await desk.settings(staff(leader));
    await desk.settle();
    expect((await desk.case(id)).assignee).toBeUndefined();
    await desk.settings(staff(colleague('huda')));
    await desk.settle();
    expect((await desk.case(id)).assignee).toBe('huda');
  });

  it('takes no cases over from a colleague who is away', async () => {
    const desk = staffed(colleague('sara'), leader);
    const mine = aCase({ assignee: 'sara', status: 'open' });
    desk.store.seed(mine);
    await updateAggregate(
      desk.store,
      { kind: 'staff', id: 'sara', cause: 'absence', by, at: T, recordedAt: T },
      (before) =>
        decideStaff(
          'sara',
          before,
          { do: 'plan-absence', from: T, until: T + DAY, handOverTo: 'huda', by },
          T,
        ),
    );
    await desk.settle();
    expect((await desk.case(mine.id)).assignee).toBeUndefined();
  });
});

describe('somebody who is away', () => {
  const absent = (desk: Desk, over: object = {}) =>
    updateAggregate(
      desk.store,
      { kind: 'staff', id: 'huda', cause: 'absence', by, at: T, recordedAt: T },
      (before) =>
        decideStaff('huda', before, { do: 'plan-absence', from: T, until: T + DAY, by, ...over }, T),
    );

  it('has their cases returned to the queue and handed on, and gets no others', async () => {
    const desk = staffed(colleague('huda'), colleague('sara'));
    const mine = [aCase({ assignee: 'huda', status: 'open' }), aCase({ assignee: 'huda' })];
    const done = aCase({ assignee: 'huda', status: 'closed' });
    desk.store.seed(...mine, done);
    await absent(desk);
    await desk.settle(2);
    for (const { id } of mine) expect((await desk.case(id)).assignee).toBe('sara');
    expect((await desk.case(done.id)).assignee).toBe('huda');
    const { id } = await opened(desk);
    await desk.settle();
    expect((await desk.case(id)).assignee).toBe('sara');
  });

  it('may name who takes over', async () => {
    const desk = staffed(colleague('huda'), colleague('sara'), colleague('omar'));
    const mine = aCase({ assignee: 'huda' });
    desk.store.seed(mine);
    await absent(desk, { handOverTo: 'omar' });
    await desk.settle();
    expect((await desk.case(mine.id)).assignee).toBe('omar');
  });

  it('takes up what waited while everybody was away, except what a person put back', async () => {
    const desk = staffed(colleague('huda'));
    const [mine, byHand] = [aCase({ assignee: 'huda' }), aCase({ assignee: 'huda', status: 'open' })];
    desk.store.seed(mine, byHand);
    await desk.do(byHand.id, { do: 'unassign', by, because: 'staff' });
    await absent(desk);
    await desk.settle();
    const { id } = await opened(desk);
    await desk.settle();
    for (const one of [mine.id, id]) expect((await desk.case(one)).assignee).toBeUndefined();
    await updateAggregate(
      desk.store,
      { kind: 'staff', id: 'huda', cause: 'back', by, at: T + HOUR, recordedAt: T + HOUR },
      (before) => decideStaff('huda', before, { do: 'end-absence', by }, T + HOUR),
    );
    await desk.settle(2);
    for (const one of [mine.id, id]) expect((await desk.case(one)).assignee).toBe('huda');
    expect((await desk.case(byHand.id)).assignee).toBeUndefined();
  });

  it.each([
    ['a rule', { do: 'assign', to: 'sara', by: 'rida', because: 'rule' }],
    ['a rule after an absence', { do: 'assign', to: 'sara', by: 'rida', because: 'absence' }],
    ['a hand-over', { do: 'assign', to: 'sara', by: 'rida', because: 'hand-over', from: 'huda' }],
    ['an absence', { do: 'unassign', by: 'rida', because: 'absence', from: 'huda' }],
  ] as const)('keeps an assignment that a person made in the meantime: %s', (_, command) => {
    expect(at(T, aCase({ assignee: 'omar' }), command)).toHaveProperty('rejected');
  });

  it('plans ahead, and is back by the clock or by themselves', () => {
    const plan = { do: 'plan-absence', from: T + HOUR, until: T + DAY, by } as const;
    const planned = decideStaff('huda', undefined, plan, T);
    if ('rejected' in planned) throw new Error(planned.rejected);
    expect(planned).toMatchObject({ state: { nextDueAt: T + HOUR }, events: [] });
    const begun = decideStaff('huda', planned.state, { do: 'tick' }, T + HOUR);
    if ('rejected' in begun) throw new Error(begun.rejected);
    expect(begun.events.map(({ type }) => type)).toEqual(['rida.agent.absent.v1']);
    expect(begun.state.nextDueAt).toBe(T + DAY);
    const back = decideStaff('huda', begun.state, { do: 'tick' }, T + DAY);
    expect(back).toMatchObject({ state: { id: 'huda' }, events: [{ type: 'rida.agent.returned.v1' }] });
    expect(decideStaff('huda', undefined, { do: 'end-absence', by }, T)).toEqual({ rejected: 'not-absent' });
    expect(decideStaff('huda', undefined, { ...plan, until: T }, T)).toEqual({
      rejected: 'ends-before-it-begins',
    });
    const slips = [
      [{ from: Date.parse('0026-01-05T09:00Z') }, 'too-long-ago'],
      [{ from: Date.parse('1447-07-16T09:00Z') }, 'too-long-ago'],
      [{ until: Date.parse('2126-01-05T09:00Z') }, 'too-far-ahead'],
    ] as const;
    for (const [slip, rejected] of slips)
      expect(decideStaff('huda', undefined, { ...plan, ...slip }, T)).toEqual({ rejected });
    expect(decideStaff('huda', undefined, { ...plan, handOverTo: 'huda' }, T)).toEqual({
      rejected: 'to-themselves',
    });
  });
});
