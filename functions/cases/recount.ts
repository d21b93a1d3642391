import type { Rules } from '#shared/domain/rules.ts';
import { isoInstant, MINUTE } from '#shared/domain/time/instant.ts';
import type { RulesSource } from '#shared/ports/outside.ts';
import { pagesOf } from '#shared/ports/pages.ts';
import { countWorkload } from './count-workload.ts';
import { type TakeUpDeps, takeUp } from './take-up.ts';

export interface RecountDeps extends TakeUpDeps {
  readonly rules: RulesSource;
}

interface Recounted {
  /** Cases that were counted wrongly, and counters that were wrong. */
  readonly corrected: number;
  /** Waiting cases that were assigned. */
  readonly assigned: number;
}

const PAGE = 200;
/** A case that is counted and not assigned yet may be being assigned. After this time it is an error. */
const PATIENCE = 15 * MINUTE;
/** Maximum number of calls that assign what waits, for each department. The events of agents do the rest. */
const ROUNDS = 20;

/** Let other work run: on one computer the centre has one thread. */
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/**
 * Count the cases of a member of staff again, and correct what differs. Return the number of corrections. An event
 * that was lost leaves a case counted for the wrong one; the counter itself changes with its cases.
 * @param patience milliseconds in which a counted case may be being assigned
 */
export async function recountOne(
  deps: TakeUpDeps,
  rules: Rules,
  user: string,
  patience = PATIENCE,
): Promise<number> {
  const { store, clock } = deps;
  const count = async () => (await store.workloads([user])).get(user)?.count ?? 0;
  const held = new Set<string>();
  for await (const cases of pagesOf((page) => store.assignedTo(user, page), PAGE)) {
    for (const { id } of cases) held.add(id);
    await breathe();
  }
  const before = await count();
  let counted = 0;
  const wrong: string[] = [];
  for await (const cases of pagesOf((page) => store.countedCases(user, page), PAGE)) {
    counted += cases.length;
    for (const { id, at } of cases) if (!held.delete(id) && at < clock.now() - patience) wrong.push(id);
    await breathe();
  }
  // Correct the counter only if no case was counted in the same time.
  const isOff = counted !== before && (await count()) === before;
  const corrected = isOff && (await store.correctCount(user, before, counted)) ? 1 : 0;
  const differing = [...held, ...wrong];
  for (const id of differing) await countWorkload(deps, rules, id, [user]);
  return differing.length + corrected;
}

/**
 * Correct the workloads of all members of staff, and assign what waits and can be assigned. It repairs what an event
 * that was lost, or a crash between two writes, left behind.
 */
export async function recount(deps: RecountDeps): Promise<Recounted> {
  const rules = await deps.rules.current();
  let corrected = 0;
  for (const user of rules.staff.keys()) corrected += await recountOne(deps, rules, user);
  let assigned = 0;
  if (rules.assignment !== 'least-loaded') return { corrected, assigned };
  const departments = new Set([...rules.staff.values()].flatMap((one) => one.departments));
  for (let round = 0; round < ROUNDS; round += 1) {
    const time = isoInstant(deps.clock.now());
    const id = `recount#${time}#${round}`;
    const taken = await takeUp(deps, rules, { id, time, correlationId: id }, { departments });
    assigned += taken.assigned.length;
    if (!taken.hasMore) break;
    await breathe();
  }
  return { corrected, assigned };
}
