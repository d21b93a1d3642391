import type { RidaEvent } from '#events/registry.ts';
import { becauseOf } from '#shared/application/because-of.ts';
import { handleCommand } from '#shared/application/handle-command.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { type WaitingCase, waitingCase, waitsForAssignee } from '#shared/domain/cases/waiting.ts';
import type { Colleague, Rules } from '#shared/domain/rules.ts';
import { chooseAssignee, mayTake } from '#shared/domain/staff/choose-assignee.ts';
import { isAbsent } from '#shared/domain/staff/decide-staff.ts';
import { sharedDepartments } from '#shared/domain/staff/shared-departments.ts';
import type { Clock } from '#shared/ports/outside.ts';
import type { Store, Workload } from '#shared/ports/store.ts';
import { countWorkload } from './count-workload.ts';

export interface TakeUpDeps {
  readonly store: Store;
  readonly clock: Clock;
}

/** The cause of an assignment: an event, or a scheduled run. */
export type Reason = Pick<RidaEvent, 'id' | 'time' | 'correlationId'>;

/** The cases to assign. */
interface Wanted {
  readonly departments: Iterable<string>;
  /** A case that just began to wait. An index may not show it yet. */
  readonly arrived?: Case | undefined;
}

interface TakenUp {
  readonly assigned: readonly string[];
  /** More can be assigned than one call assigns. */
  readonly hasMore: boolean;
}

/** Maximum number of cases that one call assigns. */
const MOST = 50;

/** Return whether a member of staff is at work, so that cases may stay with them. */
export const isThere = ({ absence, removed }: Workload, now: number): boolean =>
  !removed && !isAbsent(absence, now);

/** The members of staff with their workloads, each read once, a batch at a time. */
class Staff {
  readonly #deps: TakeUpDeps;
  readonly #all: readonly Colleague[];
  readonly #loads = new Map<string, Workload>();

  constructor(deps: TakeUpDeps, rules: Rules) {
    this.#deps = deps;
    this.#all = [...rules.staff.values()];
  }

  async choose(waiting: WaitingCase): Promise<Colleague | undefined> {
    const able = this.#all.filter((one) => mayTake(one, waiting));
    const unread = able.flatMap(({ user }) => (this.#loads.has(user) ? [] : [user]));
    if (unread.length > 0)
      for (const [user, load] of await this.#deps.store.workloads(unread)) this.#loads.set(user, load);
    const now = this.#deps.clock.now();
    const read = [...this.#loads];
    const chosen = chooseAssignee(
      waiting,
      able,
      new Map(read.map(([user, { count }]) => [user, count])),
      new Set(read.flatMap(([user, load]) => (isThere(load, now) ? [] : [user]))),
    );
    return able.find(({ user }) => user === chosen);
  }

  note(user: string, count: number): void {
    this.#loads.set(user, { ...this.#loads.get(user), count });
  }

  countOf(user: string): number {
    return this.#loads.get(user)?.count ?? 0;
  }
}

const isSameClass = (a: WaitingCase, b: WaitingCase): boolean =>
  a.department === b.department && a.category === b.category && a.language === b.language;

/** Waiting cases in turn, over several departments: one query for each that is taken. */
class Queue {
  readonly #store: Store;
  readonly #arrived: WaitingCase | undefined;
  #heads: WaitingCase[] = [];

  constructor(store: Store, arrived: WaitingCase | undefined) {
    this.#store = store;
    this.#arrived = arrived;
  }

  async open(departments: Iterable<string>): Promise<void> {
    const heads = await Promise.all([...departments].map((one) => this.#store.firstWaiting(one)));
    this.#heads = heads.flat();
    const arrived = this.#arrived;
    if (!arrived) return;
    const first = this.#heads.find((one) => isSameClass(one, arrived));
    if (first && first.turn <= arrived.turn) return;
    this.#heads = [...this.#heads.filter((one) => one !== first), arrived];
  }

  /** Return the case whose turn it is, and remove it. */
  next(): WaitingCase | undefined {
    this.#heads.sort((a, b) => (a.turn < b.turn ? -1 : 1));
    return this.#heads.shift();
  }

  putBack(waiting: WaitingCase): void {
    this.#heads.push(waiting);
  }

  /** Make the case behind a taken one the next of its kind. */
  async follow(taken: WaitingCase): Promise<void> {
    const next = await this.#store.nextWaiting(taken);
    const arrived = this.#arrived;
    const isDue = arrived && isSameClass(arrived, taken) && arrived.turn > taken.turn;
    const follows = isDue && (!next || arrived.turn < next.turn) ? arrived : next;
    if (follows) this.#heads.push(follows);
  }

  get isEmpty(): boolean {
    return this.#heads.length === 0;
  }
}

/**
 * Give a waiting case to a colleague: count it for them first, so that no two assignments exceed their capacity, then
 * assign it. `full`: others filled their capacity. `gone`: it no longer waits.
 */
async function give(
  deps: TakeUpDeps,
  rules: Rules,
  reason: Reason,
  waiting: WaitingCase,
  { user, capacity }: Colleague,
  arrived: Case | undefined,
): Promise<'assigned' | 'full' | 'gone'> {
  const { store, clock } = deps;
  const { id } = waiting;
  const supportCase = id === arrived?.id ? arrived : await store.load('case', id, 0);
  if (!supportCase || !waitsForAssignee(supportCase) || !isSameClass(waiting, waitingCase(supportCase)))
    return 'gone';
  if ((await store.countCase(user, { id, at: clock.now() }, capacity)) === 'full') return 'full';
  const done = await handleCommand(
    { store, rules },
    {
      ...{ id, supportCase, by: 'rida', ...becauseOf(reason, `assign#${id}`, clock) },
      command: { do: 'assign', to: user, by: 'rida', because: 'rule' },
    },
  );
  if (done.outcome === 'committed') return 'assigned';
  // Another assignment was faster, so the case does not count here.
  await countWorkload(deps, rules, id, [user]);
  return 'gone';
}

/**
 * Assign the cases that wait in some departments, and in those with the same staff: the most urgent first, then the
 * oldest, each to the least loaded colleague who may take it. If no colleague can take a case, only cases of other
 * categories or languages are assigned before it. Reads do not grow with the number of cases: one query for each
 * category and language of which a case waits, one for each case that is assigned, and the workloads in batches.
 */
export async function takeUp(
  deps: TakeUpDeps,
  rules: Rules,
  reason: Reason,
  wanted: Wanted,
): Promise<TakenUp> {
  const staff = new Staff(deps, rules);
  const queue = new Queue(deps.store, wanted.arrived && waitingCase(wanted.arrived));
  await queue.open(sharedDepartments(rules, wanted.departments));
  const assigned: string[] = [];
  while (assigned.length < MOST) {
    const waiting = queue.next();
    if (!waiting) return { assigned, hasMore: false };
    const colleague = await staff.choose(waiting);
    // No colleague has room for its category and language, so the cases behind it wait too.
    if (!colleague) continue;
    const { user, capacity } = colleague;
    const given = await give(deps, rules, reason, waiting, colleague, wanted.arrived);
    if (given === 'full') {
      staff.note(user, capacity);
      queue.putBack(waiting);
      continue;
    }
    if (given === 'assigned') {
      staff.note(user, staff.countOf(user) + 1);
      assigned.push(waiting.id);
    }
    await queue.follow(waiting);
  }
  return { assigned, hasMore: !queue.isEmpty };
}
