import type { Actor } from '#events/vocabulary.ts';
import { updateAggregate } from '#shared/application/update-aggregate.ts';
import { drawBlobs, FRAME, withDraw } from '#shared/domain/outreach/frame.ts';
import { nextWindow } from '#shared/domain/outreach/week/attempt-windows.ts';
import { type WeekOrder, weekOf } from '#shared/domain/outreach/week/week.ts';
import {
  bucketsFor,
  DRAW_STAGES,
  type DrawStage,
  type WeekDraw,
} from '#shared/domain/outreach/week/week-draw.ts';
import { localDay } from '#shared/domain/reports/local-day.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { chooseSample, planCalls, putReplicates } from './choose.ts';
import type { DrawDeps, DrawRefusal, StepResult } from './draw-step.ts';
import { countServices, findPersons, movePersons, NOBODY_EXCLUDED, placePersons } from './group-persons.ts';
import { sortCases, sortParts } from './sort-rows.ts';

const STEPS: Readonly<
  Record<DrawStage, (deps: DrawDeps, draw: WeekDraw, now: number) => Promise<StepResult>>
> = {
  rows: sortParts,
  cases: sortCases,
  persons: findPersons,
  moves: movePersons,
  services: countServices,
  strata: placePersons,
  choice: chooseSample,
  replicates: putReplicates,
  calls: planCalls,
};

/**
 * A run of a draw ends after so much work, in looks at a person: its progress is seen, and it ends within the time of a
 * request. With its last step it has at most twice this.
 */
const WORK_AT_ONCE = 1000;
/** The work of each step beside its own: it reads files, writes some, and stores the draw. */
const STEP_COST = 20;

const CHOSEN: DrawStage = 'replicates';
/** Return whether the sample of a draw holds: the week is stored, and only its calls are still to be planned. */
export const isChosen = ({ stage }: WeekDraw): boolean =>
  DRAW_STAGES.indexOf(stage) >= DRAW_STAGES.indexOf(CHOSEN);

/** The state of a draw after a run. `over`: there is no such draw any more. */
export type DrawOutcome = DrawRefusal | 'drawn' | 'goes-on' | 'over';

const loadDraw = async ({ store }: DrawDeps): Promise<WeekDraw | undefined> =>
  (await store.load('frame', FRAME))?.draw;

const removeFiles = ({ blobs }: DrawDeps, { id }: Pick<WeekDraw, 'id'>): Promise<void> =>
  blobs.remove([drawBlobs(id).all]);

/** Store a draw after a step, unless another run was faster or the draw was cancelled. */
async function storeDraw(
  { store }: DrawDeps,
  before: WeekDraw | undefined,
  after: WeekDraw | undefined,
  { by, now, cause }: { readonly by: Actor; readonly now: number; readonly cause: string },
): Promise<boolean> {
  const done = await updateAggregate(
    store,
    { kind: 'frame', id: FRAME, cause, by, at: now, recordedAt: now },
    (frame) => {
      const { draw } = frame ?? {};
      const isSame = draw?.id === before?.id && draw?.stage === before?.stage && draw?.step === before?.step;
      return isSame && draw?.planned === before?.planned
        ? { state: withDraw(frame, after), events: [] }
        : undefined;
    },
  );
  return done.outcome !== 'unchanged';
}

const placeOf = ({ id, stage, step, planned }: WeekDraw): string => `draw:${id}:${stage}:${step}:${planned}`;

/** Return the draw after a step, or undefined after the last one. */
function afterStep(draw: WeekDraw, { next, isLast }: StepResult): WeekDraw | undefined {
  if (!isLast) return { ...draw, step: draw.step + 1, ...next };
  const stage = DRAW_STAGES[DRAW_STAGES.indexOf(draw.stage) + 1];
  return stage && { ...draw, ...next, stage, step: 0 };
}

/** Mark that all calls of a week are planned. */
async function markPlanned({ store }: DrawDeps, { week: id, by }: WeekDraw, now: number): Promise<void> {
  await updateAggregate(
    store,
    { kind: 'week', id, cause: causeId(`planned:${id}`), by, at: now, recordedAt: now },
    (before) => (before && !before.planned ? { state: { ...before, planned: true }, events: [] } : undefined),
  );
}

/** Carry the next step out. Return its cost, or the outcome when the draw ends with it. */
async function runStep(deps: DrawDeps, draw: WeekDraw, now: number): Promise<number | DrawOutcome> {
  const { by } = draw;
  const done = await STEPS[draw.stage](deps, draw, now);
  const after = done.refused === undefined ? afterStep(draw, done) : undefined;
  if (after === undefined && done.refused === undefined) await markPlanned(deps, draw, now);
  const isStored = await storeDraw(deps, draw, after, { by, now, cause: causeId(placeOf(draw)) });
  // A step that was under way when the draw ended or was cancelled leaves nothing behind.
  if (!isStored && (await loadDraw(deps))?.id !== draw.id) {
    await removeFiles(deps, draw);
    return 'over';
  }
  if (after !== undefined) return done.cost + STEP_COST;
  if (isStored) await removeFiles(deps, draw);
  return done.refused ?? 'drawn';
}

/**
 * Continue a draw: some steps at a time. It may be repeated, also at the same moment: a step stores the
 * same, and counts once. A draw whose sample is not chosen when its week ends is cancelled.
 *
 * @param atOnce the work of a run, in looks at a person
 */
export async function continueDraw(
  deps: DrawDeps,
  { id, now, atOnce = WORK_AT_ONCE }: { readonly id: string; readonly now: number; readonly atOnce?: number },
): Promise<DrawOutcome> {
  for (let work = 0; work < atOnce; ) {
    const draw = await loadDraw(deps);
    if (draw?.id !== id) return 'over';
    if (!isChosen(draw) && draw.week !== weekOf(localDay(now))) {
      await cancelDraw(deps, { id, by: draw.by, now });
      return 'outdated';
    }
    const done = await runStep(deps, draw, now);
    if (typeof done === 'string') return done;
    work += done;
  }
  return 'goes-on';
}

/**
 * Begin to draw the sample of the current week, from the lists and the finished cases of the last 14 days. A week is
 * drawn once. The same seed and the same lists give the same sample, in whatever steps it is drawn. The first
 * replicates are released at once, the others when the calls show that they are needed.
 *
 * @param id names the draw: a repeated order continues it
 * @param cases number of finished cases of the window, if it is known
 * @param buckets parts of the persons; by default so many that a step holds a thousand rows and cases
 */
export async function beginDraw(
  deps: DrawDeps,
  order: WeekOrder,
  {
    id,
    now,
    cases = 0,
    buckets,
  }: { readonly id: string; readonly now: number; readonly cases?: number; readonly buckets?: number },
): Promise<DrawRefusal | 'begun'> {
  const { store, rules } = deps;
  const week = weekOf(localDay(now));
  const [drawn, frame] = await Promise.all([store.load('week', week), store.load('frame', FRAME)]);
  const before = frame?.draw;
  if (before?.id === id) return 'begun';
  if (before?.week === week || (before && isChosen(before))) return 'under-way';
  if (drawn) return 'drawn-already';
  if (nextWindow(rules.outbound.calendar, [], now) === undefined) return 'closed';
  const all = frame?.lists ?? [];
  if (all.some(({ state }) => state === 'receiving' || state === 'reading')) return 'unread';
  const lists = all.filter(({ state }) => state === 'read');
  const draw: WeekDraw = {
    ...{ ...order, id, week, at: now, stage: DRAW_STAGES[0], step: 0, sorted: 0, planned: 0 },
    lists: lists.map(({ id: list, at, parts }) => ({ id: list, at, parts })),
    buckets: buckets ?? bucketsFor(lists.reduce((sum, { good }) => sum + good, cases)),
    ...{ outside: 0, persons: 0, excluded: NOBODY_EXCLUDED, languages: { ar: 0, en: 0 } },
  };
  const cause = causeId(`draw:${id}`);
  if (!(await storeDraw(deps, before, draw, { by: order.by, now, cause }))) return 'under-way';
  if (before) await removeFiles(deps, before);
  return 'begun';
}

/** Cancel a draw whose sample is not chosen yet, and remove what it stored. Return whether it was cancelled. */
export async function cancelDraw(
  deps: DrawDeps,
  { id, by, now }: { readonly id: string; readonly by: Actor; readonly now: number },
): Promise<boolean> {
  const draw = await loadDraw(deps);
  if (draw?.id !== id || isChosen(draw)) return false;
  if (!(await storeDraw(deps, draw, undefined, { by, now, cause: causeId(`cancel:${placeOf(draw)}`) })))
    return false;
  await removeFiles(deps, draw);
  return true;
}
