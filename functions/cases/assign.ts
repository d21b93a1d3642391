import type { EventsOf } from '#events/registry.ts';
import { becauseOf } from '#shared/application/because-of.ts';
import { type CommandOutcome, handleCommand } from '#shared/application/handle-command.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import type { CaseCommand } from '#shared/domain/cases/case-command.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { chooseAssignee } from '#shared/domain/staff/choose-assignee.ts';
import { isAbsent } from '#shared/domain/staff/decide-staff.ts';
import type { Clock, RulesSource } from '#shared/ports/outside.ts';
import { pagesOf } from '#shared/ports/pages.ts';
import type { Store } from '#shared/ports/store.ts';

export interface AssignDeps {
  readonly store: Store;
  readonly rules: RulesSource;
  readonly clock: Clock;
}

type Assigned = EventsOf<'cases/assign'>;

type AssignedOne = CommandOutcome['outcome'] | 'by-hand' | 'not-wanted' | 'nobody';
/** The outcome for one case, or the number of cases that an absence or a return concerned. */
type AssignOutcome = AssignedOne | 'outdated' | `${number} waited` | `${number} handed over`;

const PAGE = 200;
/**
 * The maximum number of cases of a department that are read to compare workloads. More cases do not change
 * the choice.
 */
const LOOKED_AT = 2_000;

/** Return the number of active cases for each member of staff in a department. */
async function loadOf(store: Store, department: string): Promise<Map<string, number>> {
  const load = new Map<string, number>();
  let looked = 0;
  for await (const cases of pagesOf((page) => store.queue(department, 'active', page), PAGE)) {
    for (const { assignee } of cases)
      if (assignee !== undefined) load.set(assignee, (load.get(assignee) ?? 0) + 1);
    looked += PAGE;
    if (looked >= LOOKED_AT) break;
  }
  return load;
}

async function absentOf(store: Store, users: readonly string[], now: number): Promise<Set<string>> {
  const states = await Promise.all(users.map((user) => store.load('staff', user, 0)));
  return new Set(users.filter((_, at) => isAbsent(states[at]?.absence, now)));
}

/** Execute a command because of an event, once for each case. */
const carryOut = (
  { store, clock }: AssignDeps,
  rules: Rules,
  event: Assigned,
  id: string,
  command: CaseCommand,
) =>
  handleCommand(
    { store, rules },
    {
      ...{ id, command, by: 'rida' },
      ...becauseOf(event, `${command.do}#${id}`, clock),
    },
  );

/** Return whether a rule may assign a case: it needs work by a person and has no assignee. */
const isFree = ({ assignee, automatic, quarantine, status, merged, erased }: Case): boolean =>
  assignee === undefined &&
  automatic === undefined &&
  quarantine === undefined &&
  !merged &&
  !erased &&
  status !== 'resolved' &&
  status !== 'closed';

async function assignOne(
  deps: AssignDeps,
  rules: Rules,
  event: Assigned,
  supportCase: Case | undefined,
): Promise<AssignedOne> {
  const members = [...rules.staff.values()];
  if (rules.assignment !== 'least-loaded' || members.length === 0) return 'by-hand';
  const { store, clock } = deps;
  if (!supportCase || !isFree(supportCase)) return 'not-wanted';
  const candidates = members.filter(({ departments }) => departments.includes(supportCase.department));
  const users = candidates.map(({ user }) => user);
  if (users.length === 0) return 'nobody';
  const [load, absent] = await Promise.all([
    loadOf(store, supportCase.department),
    absentOf(store, users, clock.now()),
  ]);
  const to = chooseAssignee(supportCase, candidates, load, absent);
  if (to === undefined) return 'nobody';
  const because =
    event.type === 'rida.case.unassigned.v1' && event.data.because === 'absence' ? 'absence' : 'rule';
  return (await carryOut(deps, rules, event, supportCase.id, { do: 'assign', to, by: 'rida', because }))
    .outcome;
}

const assignSubject = async (deps: AssignDeps, rules: Rules, event: Assigned): Promise<AssignedOne> =>
  assignOne(deps, rules, event, await deps.store.load('case', event.subject, event.subjectVersion));

async function* live({ store }: AssignDeps): AsyncGenerator<Case> {
  const shards = await store.dueShards();
  for (let shard = 0; shard < shards; shard += 1)
    for await (const cases of pagesOf((page) => store.live(shard, page), PAGE)) yield* cases;
}

/** Return whether a person, not a rule, last returned a case to its queue. */
async function isBackByHand({ store }: AssignDeps, id: string): Promise<boolean> {
  const commits = await store.timeline('case', id);
  const putBack = commits
    .flatMap(({ events }) => events)
    .findLast(({ type }) => type === 'rida.case.unassigned.v1');
  return putBack?.type === 'rida.case.unassigned.v1' && putBack.data.because === 'staff';
}

/** Assign cases that were not assigned because all staff were absent, after the first member returned. */
async function takeUp(
  deps: AssignDeps,
  rules: Rules,
  event: Extract<Assigned, { type: 'rida.agent.returned.v1' }>,
): Promise<AssignOutcome> {
  const departments = rules.staff.get(event.subject)?.departments ?? [];
  let waited = 0;
  for await (const supportCase of live(deps)) {
    if (!isFree(supportCase) || !departments.includes(supportCase.department)) continue;
    if (await isBackByHand(deps, supportCase.id)) continue;
    await assignOne(deps, rules, event, supportCase);
    waited += 1;
  }
  return `${waited} waited`;
}

/**
 * Move all cases of an absent member of staff to the chosen colleague, or back to the queue for automatic
 * assignment.
 */
async function handOver(
  deps: AssignDeps,
  rules: Rules,
  event: Extract<Assigned, { type: 'rida.agent.absent.v1' }>,
): Promise<AssignOutcome> {
  const { store, clock } = deps;
  const away = await store.load('staff', event.subject);
  // The event is late: the member of staff has returned, and keeps the current cases.
  if (!isAbsent(away?.absence, clock.now())) return 'outdated';
  const { handOverTo } = event.data;
  const colleague = handOverTo === undefined ? undefined : await store.load('staff', handOverTo, 0);
  const command: CaseCommand =
    handOverTo === undefined || isAbsent(colleague?.absence, clock.now())
      ? { do: 'unassign', by: 'rida', because: 'absence', from: event.subject }
      : { do: 'assign', to: handOverTo, by: 'rida', because: 'hand-over', from: event.subject };
  let moved = 0;
  for await (const { id, assignee } of live(deps)) {
    if (assignee !== event.subject) continue;
    await carryOut(deps, rules, event, id, command);
    moved += 1;
  }
  return `${moved} handed over`;
}

/**
 * Assign a case without an assignee, the cases of an absent member of staff, or the cases that waited for a
 * return from absence.
 */
export async function assign(deps: AssignDeps, event: Assigned): Promise<AssignOutcome> {
  const rules = await deps.rules.current();
  switch (event.type) {
    case 'rida.agent.absent.v1':
      return handOver(deps, rules, event);
    case 'rida.agent.returned.v1':
      return takeUp(deps, rules, event);
    case 'rida.case.reclassified.v1': {
      const moved = event.data.changes.some(({ field }) => field === 'department');
      return moved ? assignSubject(deps, rules, event) : 'not-wanted';
    }
    case 'rida.case.unassigned.v1':
      // A case that a person returned to its queue is assigned by a person.
      return event.data.because === 'staff' ? 'by-hand' : assignSubject(deps, rules, event);
    case 'rida.case.opened.v1':
    case 'rida.case.restored.v1':
      return assignSubject(deps, rules, event);
  }
}
