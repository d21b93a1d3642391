import * as fc from 'fast-check';
import { describe, it } from 'vitest';
import type { Language, Priority } from '#events/vocabulary.ts';
import { isActive } from '#shared/domain/cases/case.ts';
import type { Colleague } from '#shared/domain/rules.ts';
import { isAbsent } from '#shared/domain/staff/decide-staff.ts';
import { DeskWithStaff, type Opening } from './a-desk-with-staff.ts';

const DEPARTMENTS = ['operations', 'planning', 'environment'];
const CATEGORIES = ['lighting', 'roads'];
const USERS = ['huda', 'omar', 'sara', 'noura'];

const language = fc.constantFrom<Language>('ar', 'en');
const opening: fc.Arbitrary<Opening> = fc.record({
  department: fc.constantFrom(...DEPARTMENTS),
  category: fc.constantFrom(...CATEGORIES),
  language,
  priority: fc.constantFrom<Priority>('urgent', 'high', 'normal', 'low'),
});
const terms: fc.Arbitrary<Partial<Colleague>> = fc.record({
  departments: fc.subarray(DEPARTMENTS, { minLength: 1 }),
  skills: fc.subarray(CATEGORIES),
  languages: fc.uniqueArray(language, { minLength: 1, maxLength: 2 }),
  capacity: fc.integer({ min: 1, max: 3 }),
});
const user = fc.constantFrom(...USERS);
const which = fc.nat(200);

type Act = (desk: DeskWithStaff) => Promise<unknown>;

const pick = <T>(all: readonly T[], at: number): T | undefined => all[at % Math.max(1, all.length)];

/** Return whether a person may give a case to this member of staff. */
const isAtWork = async (desk: DeskWithStaff, name: string): Promise<boolean> => {
  const load = (await desk.store.workloads([name])).get(name);
  return desk.rules.staff.has(name) && !load?.removed && !isAbsent(load?.absence, desk.clock.now());
};

const opens = opening.map(
  (one): Act =>
    (desk) =>
      desk.open(one),
);
const resolves = which.map(
  (at): Act =>
    async (desk) => {
      const found = pick(
        desk.cases.filter(({ status }) => isActive(status)),
        at,
      );
      if (found) await desk.do(found.id, { do: 'resolve', as: 'done', outcome: 'تم', by: 'agent:boss' });
    },
);
const reopens = which.map(
  (at): Act =>
    async (desk) => {
      const found = pick(
        desk.cases.filter(({ status }) => status === 'resolved'),
        at,
      );
      if (found?.assignee !== undefined) desk.overfilled.add(found.assignee);
      if (found) await desk.do(found.id, { do: 'reopen', by: 'agent:boss' });
    },
);
const givesByHand = fc.tuple(which, user).map(
  ([at, to]): Act =>
    async (desk) => {
      const found = pick(
        desk.cases.filter(({ status }) => isActive(status)),
        at,
      );
      if (!found || !(await isAtWork(desk, to))) return;
      desk.overfilled.add(to);
      await desk.do(found.id, { do: 'assign', to, by: 'agent:boss' });
    },
);
const returnsByHand = which.map(
  (at): Act =>
    async (desk) => {
      const found = pick(
        desk.cases.filter(({ assignee, status }) => assignee !== undefined && isActive(status)),
        at,
      );
      if (found) await desk.do(found.id, { do: 'unassign', because: 'staff', by: 'agent:boss' });
    },
);
const reclassifies = fc
  .tuple(which, fc.constantFrom(...DEPARTMENTS), fc.constantFrom<Priority>('urgent', 'low'))
  .map(
    ([at, department, priority]): Act =>
      async (desk) => {
        const found = pick(
          desk.cases.filter(({ status }) => isActive(status)),
          at,
        );
        if (found)
          await desk.do(found.id, { do: 'reclassify', to: { department, priority }, by: 'agent:boss' });
      },
  );
const leaves = fc.tuple(user, fc.option(user, { nil: undefined })).map(
  ([name, handOverTo]): Act =>
    async (desk) => {
      if (handOverTo !== undefined) desk.overfilled.add(handOverTo);
      const to = handOverTo !== undefined && handOverTo !== name && { handOverTo };
      await desk.staff(name, { do: 'plan-absence', from: desk.clock.now(), by: 'agent:boss', ...to });
    },
);
const comesBack = user.map(
  (name): Act =>
    (desk) =>
      desk.staff(name, { do: 'end-absence', by: 'agent:boss' }),
);
const changesStaff = fc.tuple(user, fc.option(terms, { nil: undefined })).map(
  ([name, over]): Act =>
    (desk) =>
      desk.settings((staff) => {
        if (over === undefined) staff.delete(name);
        else {
          const before = staff.get(name);
          const email = `${name}@rida.example`;
          const base = before ?? { user: name, name: { ar: name, en: name }, email, ...{ departments: [] } };
          staff.set(name, { ...base, ...over } as Colleague);
        }
      }),
);
const delivers = which.map(
  (at): Act =>
    (desk) =>
      desk.deliver(at),
);
const deliversAtOnce = fc.array(which, { minLength: 2, maxLength: 5 }).map(
  (many): Act =>
    (desk) =>
      desk.deliverAtOnce(many),
);
const fails = fc
  .tuple(which, fc.integer({ min: 1, max: 12 }), fc.constantFrom('before' as const, 'after' as const))
  .map(
    ([at, nth, when]): Act =>
      (desk) =>
        desk.deliver(at, { nth, when }),
  );

interface Weighted {
  readonly weight: number;
  readonly arbitrary: fc.Arbitrary<Act>;
}
const acts = (...more: readonly Weighted[]) =>
  fc.array(
    fc.oneof(
      { weight: 6, arbitrary: opens },
      { weight: 3, arbitrary: resolves },
      { weight: 6, arbitrary: delivers },
      ...more,
    ),
    { minLength: 1, maxLength: 40 },
  );
const everything = [
  { weight: 2, arbitrary: reopens },
  { weight: 2, arbitrary: givesByHand },
  { weight: 1, arbitrary: returnsByHand },
  { weight: 1, arbitrary: reclassifies },
  { weight: 2, arbitrary: leaves },
  { weight: 2, arbitrary: comesBack },
  { weight: 2, arbitrary: changesStaff },
];
const staff = fc
  .array(terms, { minLength: 1, maxLength: 4 })
  .map((all) => all.map((one, at): readonly [string, Partial<Colleague>] => [USERS[at] ?? 'huda', one]));

const RUNS = { numRuns: 300 };

/** Live through a plan, deliver what waits, and check everything at rest. */
const lives = async (
  {
    members,
    plan,
    repeats,
  }: { members: readonly (readonly [string, Partial<Colleague>])[]; plan: readonly Act[]; repeats: boolean },
  end: (desk: DeskWithStaff) => Promise<void> = async () => {},
): Promise<void> => {
  const desk = new DeskWithStaff(members);
  for (const act of plan) await act(desk);
  await desk.settle(repeats);
  await end(desk);
  await desk.settle(repeats);
  await desk.checkRest();
};
const life = (...more: readonly Weighted[]) =>
  fc.record({ members: staff, plan: acts(...everything, ...more), repeats: fc.boolean() });

describe('assignment by rule', () => {
  it('counts each case for its assignee, keeps the turn and leaves no case that somebody could take', async () => {
    await fc.assert(
      fc.asyncProperty(life(), (one) => lives(one)),
      RUNS,
    );
  });

  it('is the same when several events are delivered at once, and no capacity is exceeded', async () => {
    await fc.assert(
      fc.asyncProperty(life({ weight: 6, arbitrary: deliversAtOnce }), (one) => lives(one)),
      RUNS,
    );
  });

  it('is the same after crashes between any two steps, once the workloads were counted again', async () => {
    await fc.assert(
      fc.asyncProperty(life({ weight: 8, arbitrary: fails }), (one) => lives(one, (desk) => desk.recount())),
      RUNS,
    );
  });
});
