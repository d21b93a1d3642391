import { describe, expect, it } from 'vitest';
import { assign } from '#functions/cases/assign.ts';
import { recount } from '#functions/cases/recount.ts';
import { updateStaff } from '#shared/application/update-staff.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import type { Colleague } from '#shared/domain/rules.ts';
import type { StaffCommand } from '#shared/domain/staff/decide-staff.ts';
import { HOUR, MINUTE } from '#shared/domain/time/instant.ts';
import { toEnvelopes } from '#shared/runtime/envelopes.ts';
import { aCase } from '#test/builders/a-case.ts';
import { shippedRules } from '#test/builders/shipped-rules.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { Desk } from './desk-of.ts';

const by = 'agent:salem' as const;
const colleague = (user: string, over: Partial<Colleague> = {}): Colleague => ({
  ...{ user, name: { ar: user, en: user }, email: `${user}@rida.example`, departments: ['operations'] },
  ...{ skills: [], languages: ['ar', 'en'], capacity: 10 },
  ...over,
});
const listOf = (...staff: Colleague[]) => new Map(staff.map((one) => [one.user, one]));
const staffed = (...staff: Colleague[]) => new Desk({ ...shippedRules, staff: listOf(...staff) });
const opened = (desk: Desk, over: Partial<Case> = {}): Promise<Case> => {
  const { id, type, category, department, subject, beneficiary, ...rest } = aCase(over);
  const { segment, channel, language, priority } = rest;
  desk.clock.advance(1000);
  return desk.do(id, {
    ...{ do: 'open', id, type, category, department, subject, beneficiary },
    ...{ segment, channel, language, priority },
  });
};
const person = async (desk: Desk, user: string, command: StaffCommand): Promise<void> => {
  const at = desk.clock.now();
  const cause = `${command.do} ${user} ${at} ${desk.store.commits.length}`;
  await updateStaff(desk.store, { id: user, command, cause, by, at, recordedAt: at });
};
const leaves = (desk: Desk, user: string) =>
  person(desk, user, { do: 'plan-absence', from: desk.clock.now(), by });
const assignees = async (desk: Desk, cases: readonly Case[]): Promise<(string | undefined)[]> =>
  Promise.all(cases.map(async ({ id }) => (await desk.case(id)).assignee));
const countOf = async (desk: Desk, user: string) => (await desk.store.workloads([user])).get(user)?.count;
const resolve = (desk: Desk, { id }: Case) => desk.do(id, { do: 'resolve', as: 'done', outcome: 'تم', by });

describe('the capacity of a person', () => {
  it('is one over all departments', async () => {
    const desk = staffed(colleague('huda', { departments: ['operations', 'planning'], capacity: 2 }));
    const cases = [
      await opened(desk, { department: 'operations' }),
      await opened(desk, { department: 'planning' }),
      await opened(desk, { department: 'operations' }),
    ];
    await desk.settle(2);
    expect(await assignees(desk, cases)).toEqual(['huda', 'huda', undefined]);
    expect(await countOf(desk, 'huda')).toBe(2);
  });

  it('is not exceeded by events that are processed at once', async () => {
    const desk = staffed(colleague('huda', { capacity: 2 }));
    const categories = ['lighting', 'roads', 'parks', 'waste'];
    const cases: Case[] = [];
    for (const category of categories) cases.push(await opened(desk, { category }));
    const events = desk.store.commits.flatMap(toEnvelopes) as Parameters<typeof assign>[1][];
    await Promise.all(events.map((event) => assign(desk, event)));
    const held = await assignees(desk, cases);
    expect(held.filter((one) => one === 'huda')).toHaveLength(2);
    await desk.settle();
    expect(await countOf(desk, 'huda')).toBe(2);
  });
});

describe('waiting cases', () => {
  /** A desk whose only colleague is full, and waiting cases: normal, urgent, normal. */
  const busy = async () => {
    const desk = staffed(colleague('huda', { capacity: 1 }));
    const first = await opened(desk);
    await desk.settle();
    const waiting = [
      await opened(desk),
      await opened(desk, { priority: 'urgent', category: 'roads' }),
      await opened(desk),
    ];
    await desk.settle();
    expect(await assignees(desk, waiting)).toEqual([undefined, undefined, undefined]);
    return { desk, first, waiting };
  };

  it('take freed capacity, the most urgent first, then the oldest, before a new one', async () => {
    const { desk, first, waiting } = await busy();
    const turns: (string | undefined)[][] = [];
    let held = first;
    for (const next of [waiting[1], waiting[0], waiting[2]]) {
      await resolve(desk, held);
      // The new case is processed before the event that frees the capacity.
      await opened(desk);
      await desk.settle(2);
      turns.push(await assignees(desk, waiting));
      if (next) held = next;
    }
    expect(turns).toEqual([
      [undefined, 'huda', undefined],
      ['huda', 'huda', undefined],
      ['huda', 'huda', 'huda'],
    ]);
  });

  it.each([
    [
      'a raised limit',
      (desk: Desk) => desk.settings({ staff: listOf(colleague('huda', { capacity: 4 })) }),
      'huda',
    ],
    [
      'a new colleague',
      (desk: Desk) =>
        desk.settings({
          staff: listOf(colleague('huda', { capacity: 1 }), colleague('omar', { capacity: 3 })),
        }),
      'omar',
    ],
  ])('are taken up by %s', async (_, change, user) => {
    const { desk, waiting } = await busy();
    await change(desk);
    await desk.settle(2);
    expect(await assignees(desk, waiting)).toEqual([user, user, user]);
  });

  it('are taken up when assignment by rule is switched on, with the cases held before counted', async () => {
    const desk = new Desk({
      ...shippedRules,
      staff: listOf(colleague('huda', { capacity: 2 })),
      assignment: 'by-hand',
    });
    const mine = aCase({ assignee: 'huda', status: 'open' });
    desk.store.seed(mine);
    const waiting = [await opened(desk), await opened(desk)];
    await desk.settle();
    await desk.settings({ assignment: 'least-loaded' });
    await desk.settle(2);
    expect(await assignees(desk, waiting)).toEqual(['huda', undefined]);
    expect(await countOf(desk, 'huda')).toBe(2);
  });

  it('of a language that no colleague with room speaks do not hold up others', async () => {
    const desk = staffed(colleague('huda', { languages: ['en'] }));
    const [arabic, english] = [
      await opened(desk, { language: 'ar' }),
      await opened(desk, { language: 'en' }),
    ];
    await desk.settle();
    expect(await assignees(desk, [arabic, english])).toEqual([undefined, 'huda']);
  });

  it('are more than one event assigns: the rest follows', async () => {
    const desk = staffed(colleague('huda', { capacity: 200 }));
    await leaves(desk, 'huda');
    await desk.settle();
    const waiting: Case[] = [];
    for (let n = 0; n < 120; n += 1) waiting.push(await opened(desk));
    await desk.settle();
    expect(new Set(await assignees(desk, waiting))).toEqual(new Set([undefined]));
    await person(desk, 'huda', { do: 'end-absence', by });
    await desk.settle(2);
    expect(new Set(await assignees(desk, waiting))).toEqual(new Set(['huda']));
    expect(await countOf(desk, 'huda')).toBe(120);
  });
});

describe('the cases of somebody who is not at work', () => {
  it.each([1, 2])(
    'move a hundred at a time, and the rest follows: each event delivered %i times',
    async (times) => {
      const desk = staffed(colleague('huda', { capacity: 1 }), colleague('sara', { capacity: 1000 }));
      const mine = Array.from({ length: 250 }, (_, n) => aCase({ assignee: 'huda', openedAt: T - n }));
      desk.store.seed(...mine);
      await recount(desk);
      await leaves(desk, 'huda');
      await desk.settle(times);
      expect(new Set(await assignees(desk, mine))).toEqual(new Set(['sara']));
      expect([await countOf(desk, 'huda'), await countOf(desk, 'sara')]).toEqual([0, 250]);
      const parts = desk.store.commits
        .flatMap(({ events }) => events)
        .flatMap((event) => (event.type === 'rida.agent.cases-moved.v1' ? [event.data.moved] : []));
      // A repeated event moves the next part itself, and publishes nothing new.
      expect(parts).toEqual(times === 1 ? [100, 100] : [100]);
    },
  );

  it.each([
    ['absent', (desk: Desk) => leaves(desk, 'huda')],
    ['removed', (desk: Desk) => desk.settings({ staff: listOf(colleague('sara')) })],
  ])('moves when it is reopened and they are %s', async (_, away) => {
    const desk = staffed(colleague('huda'), colleague('sara'));
    const done = aCase({ assignee: 'huda', status: 'resolved' });
    desk.store.seed(done);
    await away(desk);
    await desk.settle();
    expect((await desk.case(done.id)).assignee).toBe('huda');
    await desk.do(done.id, { do: 'reopen', by });
    await desk.settle(2);
    expect((await desk.case(done.id)).assignee).toBe('sara');
  });

  it('moves when it is separated from the case it was merged into', async () => {
    const desk = staffed(colleague('huda'), colleague('sara'));
    const [mine, other] = [aCase({ assignee: 'huda', status: 'open' }), aCase({ assignee: 'sara' })];
    desk.store.seed(mine, other);
    await desk.do(mine.id, { do: 'merge', into: other.id, by });
    await leaves(desk, 'huda');
    await desk.settle();
    await desk.do(mine.id, { do: 'unmerge', by });
    await desk.settle(2);
    expect((await desk.case(mine.id)).assignee).toBe('sara');
  });

  it('of a removed colleague return to the queue, and their department gets a notice of each', async () => {
    const desk = staffed(colleague('huda'), colleague('omar', { departments: ['planning'] }));
    const mine = [aCase({ assignee: 'huda' }), aCase({ assignee: 'huda', status: 'open' })];
    desk.store.seed(...mine);
    await desk.settings({ staff: listOf(colleague('omar', { departments: ['planning'] })) });
    await desk.settle(2);
    expect(await assignees(desk, mine)).toEqual([undefined, undefined]);
    const notices = await desk.store.waitingNotices('department:operations', 10);
    expect(notices.map(({ notice }) => [notice.kind, notice.case]).sort()).toEqual(
      mine.map(({ id }) => ['handed-back', id]).sort(),
    );
    const back = (await desk.store.timeline('case', mine[0]?.id ?? '')).at(-1)?.events[0];
    expect(back).toMatchObject({ type: 'rida.case.unassigned.v1', data: { because: 'removal' } });
  });

  it('stay with somebody who is in no settings, for example a supervisor', async () => {
    const desk = staffed(colleague('sara'));
    const theirs = aCase({ assignee: 'boss', status: 'resolved' });
    desk.store.seed(theirs);
    await desk.do(theirs.id, { do: 'reopen', by });
    await desk.settle();
    expect((await desk.case(theirs.id)).assignee).toBe('boss');
  });
});

describe('the recount', () => {
  it('corrects cases that are counted for the wrong one, and a counter that drifted', async () => {
    const desk = staffed(colleague('huda', { capacity: 1 }));
    const mine = aCase({ assignee: 'huda', status: 'open' });
    desk.store.seed(mine);
    await desk.store.countCase('huda', { id: 'lost', at: T - HOUR });
    await desk.store.correctCount('huda', 1, 7);
    expect(await recount(desk)).toEqual({ corrected: 3, assigned: 0 });
    expect(await countOf(desk, 'huda')).toBe(1);
    expect(await recount(desk)).toEqual({ corrected: 0, assigned: 0 });
  });

  it('leaves a case that is being assigned at this moment', async () => {
    const desk = staffed(colleague('huda'));
    await desk.store.countCase('huda', { id: 'soon', at: desk.clock.now() });
    expect(await recount(desk)).toEqual({ corrected: 0, assigned: 0 });
    expect(await countOf(desk, 'huda')).toBe(1);
  });

  it('assigns what waits although no event says so', async () => {
    const desk = staffed(colleague('huda'));
    const waiting = aCase();
    desk.store.seed(waiting);
    expect(await recount(desk)).toEqual({ corrected: 0, assigned: 1 });
    await desk.settle();
    expect((await desk.case(waiting.id)).assignee).toBe('huda');
  });
});

describe('an assignment that was interrupted after the case was counted', () => {
  /** Two colleagues with one place each. The first delivery of the only event ended after it counted the case. */
  const interrupted = async () => {
    const desk = staffed(colleague('huda', { capacity: 1 }), colleague('salem', { capacity: 1 }));
    const waiting = await opened(desk);
    await desk.store.countCase('huda', { id: waiting.id, at: desk.clock.now() }, 1);
    const [event] = desk.store.commits.flatMap(toEnvelopes) as [Parameters<typeof assign>[1]];
    return { desk, waiting, event };
  };
  const counts = (desk: Desk) => Promise.all(['huda', 'salem'].map((user) => countOf(desk, user)));

  it('leaves no place taken once the event is delivered again, later than an assignment takes', async () => {
    const { desk, event } = await interrupted();
    await assign(desk, event, { attempt: 2 });
    expect(await counts(desk)).toEqual([1, 1]);
    desk.clock.advance(MINUTE);
    await assign(desk, event, { attempt: 3 });
    expect(await counts(desk)).toEqual([0, 1]);
  });

  it('gives the freed place to what waits, also when its own case needs none', async () => {
    const { desk, waiting, event } = await interrupted();
    await desk.do(waiting.id, { do: 'assign', to: 'salem', by });
    await resolve(desk, waiting);
    const other = await opened(desk);
    await desk.do(other.id, { do: 'assign', to: 'salem', by });
    const last = await opened(desk);
    desk.clock.advance(MINUTE);
    await assign(desk, event, { attempt: 2 });
    expect(await assignees(desk, [last])).toEqual(['huda']);
  });
});
