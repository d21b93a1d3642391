import { describe, expect, it } from 'vitest';
import { drawChecks } from '#functions/cases/draw-checks.ts';
import { handOverTasks } from '#shared/application/tasks/hand-over-tasks.ts';
import { updateStaff } from '#shared/application/update-staff.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import type { Colleague } from '#shared/domain/rules.ts';
import type { Role } from '#shared/domain/staff/role.ts';
import { checkedNumber } from '#shared/domain/tasks/check.ts';
import type { CheckKind } from '#shared/domain/tasks/decide-check.ts';
import { DAY, HOUR } from '#shared/domain/time/instant.ts';
import { keyedHash } from '#shared/runtime/ids.ts';
import { aCase } from '#test/builders/a-case.ts';
import { shippedRules } from '#test/builders/shipped-rules.ts';
import { fixedClock, WORKING_MORNING } from '#test/doubles/fixed-clock.ts';
import { MemoryStore } from '#test/doubles/memory-store.ts';

/** A working morning of the week after that of the closures. */
const NOW = WORKING_MORNING + 7 * DAY;

const colleague = (user: string, ...roles: Role[]): Colleague => ({
  ...{ user, name: { ar: user, en: user }, email: `${user}@rida.example`, departments: ['operations'] },
  ...{ skills: [], languages: ['ar', 'en'], capacity: 10, roles },
});

const closed = (over: Partial<Case> = {}): Case =>
  aCase({
    ...{ status: 'closed', assignee: 'salem' },
    resolution: { at: WORKING_MORNING, by: 'agent:salem', as: 'done', outcome: 'تم' },
    closing: { at: WORKING_MORNING + HOUR, reason: 'finished' },
    ...over,
  });

function aCentre(cases: readonly Case[], staff: readonly Colleague[] = [colleague('reem', 'quality')]) {
  const clock = fixedClock(NOW);
  const store = new MemoryStore().seed(...cases);
  const rules = { ...shippedRules, staff: new Map(staff.map((one) => [one.user, one])) };
  const run = () => drawChecks({ store, clock, rules: { current: async () => rules } });
  const tasks = async (kind: CheckKind = 'closure-audit') =>
    (await store.tasksOf(kind, { limit: 1000 })).items.toSorted(
      (a, b) => (a.check?.rank ?? 0) - (b.check?.rank ?? 0),
    );
  return { clock, store, run, tasks, rules };
}

const many = (count: number, over: Partial<Case> = {}) => Array.from({ length: count }, () => closed(over));

describe('the number of checks', () => {
  it.each([
    [0, 0],
    [1, 1],
    [9, 9],
    [10, 10],
    [11, 10],
    [200, 10],
    [201, 11],
    [220, 11],
    [400, 20],
    [10_000, 500],
  ])('of %i closures is %i', (population, drawn) => {
    expect(checkedNumber(population)).toBe(drawn);
  });
});

describe('the draw of a week', () => {
  it('takes a twentieth of the closures with the lowest keys of the printed seed, and gives them to quality', async () => {
    const cases = many(240);
    const { run, tasks } = aCentre(cases);
    expect(await run()).toEqual({ closures: 12, conversations: 12 });
    const drawn = await tasks();
    const { seed = '', week } = drawn[0]?.check ?? {};
    const again = cases
      .map(({ id }) => ({ id, key: keyedHash(seed, id) }))
      .sort((a, b) => (a.key < b.key ? -1 : 1))
      .slice(0, 12)
      .map(({ id }) => id);
    expect(drawn.map(({ check }) => check?.case)).toEqual(again);
    expect(week).toBe('2026-01-04');
    for (const { owner, check, dueAt, openedAt } of drawn) {
      expect([owner, check?.population, check?.drawn]).toEqual(['reem', 240, 12]);
      expect(check?.handlers).toContain('salem');
      expect(dueAt).toBeGreaterThan(openedAt);
    }
  });

  it('is made once a week, however often it runs, and the next week has another seed', async () => {
    const { run, tasks, clock, store } = aCentre(many(30));
    await run();
    expect(await run()).toEqual({ closures: 0, conversations: 0 });
    clock.advance(DAY);
    expect(await run()).toEqual({ closures: 0, conversations: 0 });
    store.seed(...many(12, { closing: { at: NOW + HOUR, reason: 'finished' } }));
    clock.advance(7 * DAY);
    expect(await run()).toEqual({ closures: 10, conversations: 10 });
    expect(new Set((await tasks()).map(({ check }) => check?.seed)).size).toBe(2);
  });

  it('continues with the same draw after a run that was interrupted', async () => {
    const whole = aCentre(many(30));
    const { store } = whole;
    const commit = store.commit.bind(store);
    let left = 4;
    store.commit = (change) => {
      left -= 1;
      if (left < 0) throw new Error('the power is out');
      return commit(change);
    };
    await expect(whole.run()).rejects.toThrow('power');
    store.commit = commit;
    expect(await whole.run()).toEqual({ closures: 6, conversations: 10 });
    const drawn = await whole.tasks();
    expect(new Set(drawn.map(({ check }) => check?.case)).size).toBe(10);
    expect(new Set(drawn.map(({ check }) => check?.seed)).size).toBe(1);
  });

  it('is one draw when two runs meet', async () => {
    const { run, tasks } = aCentre(many(40));
    await Promise.all([run(), run()]);
    await run();
    const drawn = await tasks();
    expect(drawn.map(({ check }) => check?.rank)).toEqual(Array.from({ length: 10 }, (_, at) => at + 1));
    expect(new Set(drawn.map(({ check }) => check?.seed)).size).toBe(1);
    expect(new Set(drawn.map(({ check }) => check?.case)).size).toBe(10);
  });

  it.each<readonly [string, Partial<Case>]>([
    ['an earlier week', { closing: { at: WORKING_MORNING - 7 * DAY, reason: 'finished' } }],
    ['this week', { closing: { at: NOW - HOUR, reason: 'finished' } }],
    ['spam', { closing: { at: WORKING_MORNING, reason: 'spam' } }],
    ['mail of machines', { closing: { at: WORKING_MORNING, reason: 'machine-mail' } }],
    ['duplicates', { closing: { at: WORKING_MORNING, reason: 'duplicate' } }],
    ['withdrawn matters', { closing: { at: WORKING_MORNING, reason: 'withdrawn' } }],
  ])('leaves out %s', async (_, over) => {
    const { run } = aCentre(many(12, over));
    expect(await run()).toEqual({ closures: 0, conversations: 0 });
  });

  it('has no owner when all staff worked on the case, and none who is away', async () => {
    const everybody = aCentre(many(3), [colleague('salem', 'supervisor')]);
    await everybody.run();
    expect((await everybody.tasks()).map(({ owner }) => owner)).toEqual([undefined, undefined, undefined]);

    const away = aCentre(many(3), [colleague('reem', 'quality'), colleague('maha', 'supervisor')]);
    await updateStaff(away.store, {
      ...{ id: 'reem', cause: 'away', by: 'agent:reem', at: NOW, recordedAt: NOW },
      command: { do: 'plan-absence', from: NOW, by: 'agent:reem' },
    });
    await updateStaff(away.store, {
      ...{ id: 'reem', cause: 'tick', by: 'rida', at: NOW, recordedAt: NOW },
      command: { do: 'tick' },
    });
    await away.run();
    expect((await away.tasks()).map(({ owner }) => owner)).toEqual(['maha', 'maha', 'maha']);
  });

  it('reviews mails that an agent ended, and no calls to cases', async () => {
    const cases = [...many(2), closed({ channel: 'phone' }), closed({ assignee: 'huda' })];
    const { run, tasks } = aCentre(cases);
    expect(await run()).toEqual({ closures: 4, conversations: 3 });
    expect((await tasks('conversation-review')).map(({ check }) => check?.agent)).toEqual(
      Array.from({ length: 3 }, () => 'salem'),
    );
  });

  it('is handed over with its tasks when its owner is away, and stays without another', async () => {
    const staff = [colleague('reem', 'quality'), colleague('maha', 'supervisor')];
    const { store, clock, run, tasks, rules } = aCentre(many(3), staff);
    await run();
    const hand = (user: string) =>
      handOverTasks(store, rules, user, {
        ...{ at: clock.now(), recordedAt: clock.now(), correlationId: 'away' },
        causeOf: (id) => `${user} ${id}`,
      });
    const isAway = async (user: string) => {
      const by = `agent:${user}` as const;
      const at = { at: NOW, recordedAt: NOW };
      await updateStaff(store, {
        ...{ id: user, cause: `away ${user}`, by, ...at },
        command: { do: 'plan-absence', from: NOW, by },
      });
    };
    await isAway('reem');
    await hand('reem');
    expect((await tasks()).map(({ owner }) => owner)).toEqual(['maha', 'maha', 'maha']);
    await isAway('maha');
    await hand('maha');
    expect((await tasks()).map(({ owner }) => owner)).toEqual(['maha', 'maha', 'maha']);
  });
});
