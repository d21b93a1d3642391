import type { Actor } from '#events/vocabulary.ts';
import {
  type FollowUpPlan,
  isOpenProcedure,
  isRunning,
  type Obstacle,
  openObstacles,
  type Procedure,
} from '#shared/domain/investors/plan.ts';
import { elapsed } from '#shared/domain/sla/working-time.ts';
import { isoInstant, MINUTE } from '#shared/domain/time/instant.ts';
import { isTooFarAhead } from '#shared/domain/time/plausible.ts';
import type { Case } from '../case.ts';
import { caseHours } from '../clocks.ts';
import type { Deciding } from '../context.ts';
import type { Decision, EventDraft } from '../decision.ts';
import { type CaseStep, type CommandOf, through } from './case-step.ts';
import { hastened, withClosing } from './plan-steps.ts';

/** Maximum numbers of a plan. Cleared obstacles make room. */
const MOST_PROCEDURES = 40;
const MOST_OBSTACLES = 60;

const shown = ({ department, state, dueAt }: Procedure) => ({ department, state, dueAt: isoInstant(dueAt) });

const changed = (one: Procedure, by: Actor, more: { from?: Procedure; late?: boolean } = {}): EventDraft => ({
  type: 'rida.procedure.changed.v1',
  data: {
    ...{ procedure: one.id, kind: one.kind, ...shown(one), by },
    ...(more.from && { from: shown(more.from) }),
    ...(more.late !== undefined && { late: more.late }),
  },
});

/** Return why a due time is not accepted. */
const dueFault = (dueAt: number, { recordedAt }: Deciding): 'in-the-past' | 'too-far-ahead' | undefined =>
  dueAt <= recordedAt ? 'in-the-past' : isTooFarAhead(dueAt, recordedAt) ? 'too-far-ahead' : undefined;

export function addProcedure(
  state: Case,
  { kind, department, dueAt, number, by }: CommandOf<'add-procedure'>,
  context: Deciding,
): Decision {
  const { plan } = state;
  if (!isRunning(plan)) return { rejected: 'no-plan' };
  if (!context.rules.departments.has(department)) return { rejected: 'unknown-department' };
  const fault = dueFault(dueAt, context);
  if (fault) return { rejected: fault };
  if (plan.procedures.length >= MOST_PROCEDURES) return { rejected: 'too-many' };
  const procedure: Procedure = {
    ...{ id: `p${plan.procedures.length + 1}`, kind, department, dueAt, state: 'waiting' },
    ...{ since: context.now, ...(number !== undefined && { number }) },
  };
  const after = { ...plan, procedures: [...plan.procedures, procedure] };
  return through(
    state,
    (one) => ({ case: one, events: [changed(procedure, by)] }),
    (one) => withClosing(one, after, context),
  );
}

/** Return a procedure after a change. A department that gets it holds it from now on. */
function after(before: Procedure, to: CommandOf<'change-procedure'>['to'], now: number): Procedure {
  const { endedAt: _, ...rest } = before;
  const next = { ...rest, ...to };
  return {
    ...next,
    ...(next.department !== before.department && { since: now }),
    ...(!isOpenProcedure(next) && { endedAt: before.endedAt ?? now }),
  };
}

export function changeProcedure(
  state: Case,
  { procedure, to, by }: CommandOf<'change-procedure'>,
  context: Deciding,
): Decision {
  const { plan } = state;
  if (!isRunning(plan)) return { rejected: 'no-plan' };
  const before = plan.procedures.find(({ id }) => id === procedure);
  if (!before) return { rejected: 'no-such-procedure' };
  // A department that was removed can keep its procedures, and gets no other.
  const { department = before.department } = to;
  if (department !== before.department && !context.rules.departments.has(department))
    return { rejected: 'unknown-department' };
  const fault = to.dueAt === undefined || to.dueAt === before.dueAt ? undefined : dueFault(to.dueAt, context);
  if (fault) return { rejected: fault };
  const next = after(before, to, context.now);
  const isSame = (['department', 'dueAt', 'state'] as const).every((name) => next[name] === before[name]);
  if (isSame) return { rejected: 'nothing-changed' };
  const isDone = next.state === 'done' && before.state !== 'done';
  const more = { from: before, ...(isDone && { late: context.happenedAt > before.dueAt }) };
  const procedures = plan.procedures.map((one) => (one.id === procedure ? next : one));
  const ends = isOpenProcedure(next) ? [] : openObstacles(plan, procedure);
  return through(
    state,
    (one) => ({ case: { ...one, plan: { ...plan, procedures } }, events: [changed(next, by, more)] }),
    ...ends.map((obstacle) => (one: Case) => cleared(one, obstacle, by, context)),
    (one) => withClosing(one, one.plan ?? plan, context),
  );
}

/** Keep the open obstacles, and the newest of the others. */
function limited(obstacles: readonly Obstacle[]): readonly Obstacle[] {
  const spare = obstacles.length - MOST_OBSTACLES;
  if (spare <= 0) return obstacles;
  const gone = new Set(obstacles.filter(({ clearedAt }) => clearedAt !== undefined).slice(0, spare));
  return obstacles.filter((one) => !gone.has(one));
}

const nextNumber = ({ obstacles }: FollowUpPlan): number =>
  Math.max(0, ...obstacles.map(({ id }) => Number(id.slice(1)))) + 1;

export function meetObstacle(
  state: Case,
  { procedure, kind, by }: CommandOf<'meet-obstacle'>,
  context: Deciding,
): Decision {
  const { plan } = state;
  if (!isRunning(plan)) return { rejected: 'no-plan' };
  const held = plan.procedures.find((one) => one.id === procedure && isOpenProcedure(one));
  if (!held) return { rejected: 'no-such-procedure' };
  if (openObstacles(plan, procedure).some((one) => one.kind === kind)) return { rejected: 'nothing-changed' };
  if (openObstacles(plan).length >= MOST_OBSTACLES) return { rejected: 'too-many' };
  const obstacle: Obstacle = { id: `o${nextNumber(plan)}`, procedure, kind, since: context.now, by };
  const next = { ...plan, obstacles: limited([...plan.obstacles, obstacle]) };
  return {
    case: { ...state, plan: hastened(state, next, context) },
    events: [
      {
        type: 'rida.obstacle.met.v1',
        data: {
          ...{ obstacle: obstacle.id, kind, procedure, of: held.kind, by },
          department: held.department,
        },
      },
    ],
  };
}

/** An obstacle is out of the way. */
function cleared(state: Case, obstacle: Obstacle, by: Actor, { rules, now }: Deciding): CaseStep {
  const { plan } = state;
  const held = plan?.procedures.find(({ id }) => id === obstacle.procedure);
  if (!plan || !held) return { case: state, events: [] };
  const worked = elapsed(caseHours(state, rules, now), obstacle.since, now, []);
  return {
    case: {
      ...state,
      plan: {
        ...plan,
        obstacles: plan.obstacles.map((one) => (one.id === obstacle.id ? { ...one, clearedAt: now } : one)),
      },
    },
    events: [
      {
        type: 'rida.obstacle.cleared.v1',
        data: {
          ...{ obstacle: obstacle.id, kind: obstacle.kind, procedure: held.id, of: held.kind, by },
          ...{ department: held.department, workingMinutes: Math.floor(worked / MINUTE) },
        },
      },
    ],
  };
}

export function clearObstacle(
  state: Case,
  { obstacle, by }: CommandOf<'clear-obstacle'>,
  context: Deciding,
): Decision {
  const { plan } = state;
  if (!isRunning(plan)) return { rejected: 'no-plan' };
  const open = openObstacles(plan).find(({ id }) => id === obstacle);
  return open ? cleared(state, open, by, context) : { rejected: 'no-such-obstacle' };
}
