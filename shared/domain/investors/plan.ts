import type { ObstacleKind, PlanEnd, ProcedureKind, ProcedureState } from '#events/investor-vocabulary.ts';
import type { Actor } from '#events/vocabulary.ts';

/** A procedure of an investor. A department owns it. */
export interface Procedure {
  /** `p1`, `p2` …, unique in the plan. */
  readonly id: string;
  readonly kind: ProcedureKind;
  readonly department: string;
  /** When the department has promised to finish, epoch milliseconds. */
  readonly dueAt: number;
  readonly state: ProcedureState;
  /** Since when the department has it. */
  readonly since: number;
  /** The reference of the procedure in the department's own system. */
  readonly number?: string;
  readonly endedAt?: number;
}

/** A reason why a procedure does not move. */
export interface Obstacle {
  /** `o1`, `o2` …, unique in the plan. */
  readonly id: string;
  readonly procedure: string;
  readonly kind: ObstacleKind;
  readonly since: number;
  readonly by: Actor;
  readonly clearedAt?: number;
}

/** The next contact with the investor, or the last one that took place. */
export interface PlannedTouch {
  /** From 1. */
  readonly number: number;
  /** The contact before it, or the beginning of the plan, epoch milliseconds. */
  readonly from: number;
  readonly dueAt: number;
}

/** The plan changed its officer. */
interface PlanHandOver {
  readonly at: number;
  readonly from?: string;
  readonly to: string;
  /** Id of the message with the words for the new officer. */
  readonly message: string;
}

/** Counts of something that is kept in time or not. */
export interface KeptAndLate {
  readonly kept: number;
  readonly late: number;
}

/**
 * The plan by which an officer keeps an investor company until all procedures have ended. The officer is the assignee
 * of the case.
 *
 * - `running`: a procedure is open, or none was added yet.
 * - `closing`: all procedures have ended, and the investor is asked whether the matter is finished.
 * - `ended`: no contact is owed any more.
 */
export interface FollowUpPlan {
  readonly state: 'running' | 'closing' | 'ended';
  readonly startedAt: number;
  readonly by: Actor;
  readonly procedures: readonly Procedure[];
  readonly obstacles: readonly Obstacle[];
  /** The highest number of a contact so far. */
  readonly numbered: number;
  /** Missing when the plan has ended. */
  readonly next?: PlannedTouch;
  /** The last contact, and when it took place. */
  readonly last?: PlannedTouch & { readonly at: number };
  readonly touches: KeptAndLate;
  /** The promises to the investor that ended while the plan ran. */
  readonly promises: KeptAndLate;
  readonly handOvers: readonly PlanHandOver[];
  /** How often the closing call was due. It names the call. */
  readonly closings: number;
  readonly ended?: { readonly at: number; readonly how: PlanEnd; readonly by: Actor };
}

/** The party that has to act before a procedure moves. */
export type Holder = 'department' | 'investor' | 'outside';

const HELD_BY: Readonly<Record<ObstacleKind, Holder>> = {
  'missing-documents': 'investor',
  'unpaid-fees': 'investor',
  'late-department': 'department',
  'waits-for-department': 'department',
  'outside-body': 'outside',
  'unclear-requirements': 'department',
  'site-conflict': 'outside',
  'system-fault': 'department',
  other: 'department',
};

export const isOpenProcedure = ({ state }: Pick<Procedure, 'state'>): boolean =>
  state === 'waiting' || state === 'under-way';

export const openProcedures = ({ procedures }: Pick<FollowUpPlan, 'procedures'>): readonly Procedure[] =>
  procedures.filter(isOpenProcedure);

/** Return the open obstacles of a plan, or of one procedure of it. */
export const openObstacles = (
  { obstacles }: Pick<FollowUpPlan, 'obstacles'>,
  procedure?: string,
): readonly Obstacle[] =>
  obstacles.filter(
    (one) => one.clearedAt === undefined && (procedure === undefined || one.procedure === procedure),
  );

/**
 * Return the party that holds an open procedure, and since when: its department, unless an obstacle is for the
 * investor or an outside body to remove. Of several the oldest counts.
 */
export function holderOf(
  plan: Pick<FollowUpPlan, 'obstacles'>,
  { id, since }: Procedure,
): { readonly holder: Holder; readonly since: number } {
  const elsewhere = openObstacles(plan, id)
    .filter(({ kind }) => HELD_BY[kind] !== 'department')
    .sort((a, b) => a.since - b.since)[0];
  return elsewhere
    ? { holder: HELD_BY[elsewhere.kind], since: elsewhere.since }
    : { holder: 'department', since };
}

export const isRunning = (plan: FollowUpPlan | undefined): plan is FollowUpPlan =>
  plan !== undefined && plan.state !== 'ended';
