import type { ObstacleKind, ProcedureKind } from '#events/investor-vocabulary.ts';
import { isRunning, openObstacles, openProcedures } from '#shared/domain/investors/plan.ts';
import { DAY, HOUR, MINUTE } from '#shared/domain/time/instant.ts';
import { type CaseAct, type CaseHolder, planCaseActs } from './case-acts.ts';
import type { Random } from './random.ts';
import { INVESTOR_NOTES } from './texts/sentences.ts';
import { active, type CaseFacts, resolution } from './usual-acts.ts';
import { afterWork, type World } from './world.ts';

/** Procedures that investors need, each with the department that owns it. */
const PROCEDURES: readonly (readonly [ProcedureKind, department: string])[] = [
  ['licence', 'licensing'],
  ['building-permit', 'licensing'],
  ['inspection', 'operations'],
  ['land-lease', 'investment'],
  ['site-handover', 'planning'],
  ['payment', 'investment'],
];

const OBSTACLES: readonly (readonly [ObstacleKind, weight: number])[] = [
  ['missing-documents', 5],
  ['late-department', 4],
  ['outside-body', 3],
  ['unpaid-fees', 2],
  ['waits-for-department', 2],
  ['unclear-requirements', 1],
];

/** The officer calls about this often. */
const CALLED_EVERY = 5 * DAY;

const withPlan = (name: string, at: number, command: CaseAct['command']): CaseAct => ({
  ...{ at, name },
  command: (one, by) => (active(one) && isRunning(one.plan) ? command(one, by) : undefined),
});

/** One procedure: added, perhaps held up, and done some weeks later. */
function procedureActs(world: World, from: number, nth: number, draw: Random): CaseAct[] {
  const [kind, department] = draw.pick(PROCEDURES);
  const id = `p${nth}`;
  const dueAt = afterWork(world.rules(), from, draw.int(5, 30) * 7 * HOUR);
  const doneAt = Math.max(from + HOUR, dueAt + draw.int(-4, 2) * DAY);
  const heldAt = from + 20 * MINUTE + draw.next() * 0.5 * (doneAt - from);
  // The first procedure of a plan meets an obstacle at once, so that the shortest example has one.
  const obstacle = nth === 1 ? from + 5 * MINUTE : draw.chance(0.4) ? heldAt : undefined;
  return [
    withPlan(`procedure ${nth}`, from, (_, by) => ({
      ...{ do: 'add-procedure', kind, department, dueAt, by },
      ...(draw.chance(0.5) && { number: String(draw.int(10_000, 99_999)) }),
    })),
    ...(obstacle === undefined
      ? []
      : [
          withPlan(`obstacle ${nth}`, obstacle, (_, by) => ({
            ...{ do: 'meet-obstacle', procedure: id, kind: draw.weighted(OBSTACLES), by },
          })),
          withPlan(`cleared ${nth}`, obstacle + 0.7 * (doneAt - obstacle), ({ plan }, by) => {
            const [open] = plan ? openObstacles(plan, id) : [];
            return open && { do: 'clear-obstacle', obstacle: open.id, by };
          }),
        ]),
    withPlan(`done ${nth}`, doneAt, (_, by) => ({
      ...{ do: 'change-procedure', procedure: id, to: { state: 'done' }, by },
    })),
  ];
}

/**
 * Plan the life of an investor's case: an officer starts a plan with one to three procedures and calls every few days.
 * When the investor has said that all is finished, the case is resolved.
 */
export function planInvestorLife(world: World, holder: CaseHolder, facts: CaseFacts): void {
  const { draw, openedAt, language } = facts;
  const at = (minutes: number): number => afterWork(world.rules(), openedAt, minutes * MINUTE);
  const count = draw.int(1, 3);
  const procedures = Array.from({ length: count }, (_, n) =>
    procedureActs(world, at(20 + 10 * n), n + 1, draw),
  ).flat();
  const finishedBy = Math.max(...procedures.map((one) => one.at));
  const calls = Array.from({ length: Math.floor((finishedBy - openedAt) / CALLED_EVERY) + 1 }, (_, n) => ({
    ...{ name: `company ${n}`, text: draw.pick(INVESTOR_NOTES[language]) },
    ...withPlan(`company ${n}`, openedAt + n * CALLED_EVERY + draw.int(2, 5) * HOUR, (_one, by) => ({
      ...{ do: 'log-contact', means: draw.pick(['phone', 'visit']), by },
    })),
  }));
  const isDone = (one: Parameters<CaseAct['command']>[0]) =>
    one.plan !== undefined && openProcedures(one.plan).length === 0;
  const asked = withPlan('asked', finishedBy + 2 * DAY, (one, by) =>
    isDone(one) ? { do: 'hear-investor', means: 'staff', finished: true, by } : undefined,
  );
  planCaseActs(world, holder, [
    {
      ...{ at: at(2), name: 'investor' },
      command: (one, by) =>
        active(one) && one.segment !== 'investor'
          ? { do: 'reclassify', to: { segment: 'investor' }, by }
          : undefined,
    },
    {
      ...{ at: at(5), name: 'plan' },
      command: (one, by) => (active(one) && !isRunning(one.plan) ? { do: 'start-plan', by } : undefined),
    },
    ...procedures,
    ...calls,
    asked,
    resolution('resolve', finishedBy + 3 * DAY, facts),
  ]);
}
