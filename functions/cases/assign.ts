import type { EventsOf } from '#events/registry.ts';
import { type Case, isActive } from '#shared/domain/cases/case.ts';
import { waitsForAssignee } from '#shared/domain/cases/waiting.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { sharedDepartments } from '#shared/domain/staff/shared-departments.ts';
import { SECOND } from '#shared/domain/time/instant.ts';
import type { RulesSource } from '#shared/ports/outside.ts';
import type { MessageInvocation } from '#shared/runtime/lambda.ts';
import { countWorkload } from './count-workload.ts';
import { goOn, handOver, handOverOne } from './hand-over.ts';
import { recountOne } from './recount.ts';
import { type TakeUpDeps, takeUp } from './take-up.ts';

export interface AssignDeps extends TakeUpDeps {
  readonly rules: RulesSource;
}

type Assigned = EventsOf<'cases/assign'>;
type AgentEvent = Extract<Assigned, { type: `rida.agent.${string}` }>;
type CaseEvent = Exclude<Assigned, AgentEvent>;

/**
 * `by-hand`: persons assign cases here. `not-wanted`: no case waits. `nobody`: no member of staff can take a
 * case. `outdated`: the event is late.
 */
type AssignOutcome =
  | 'by-hand'
  | 'not-wanted'
  | 'nobody'
  | 'outdated'
  | `${number} assigned`
  | `${number} handed over`;

/** Return the members of staff whose workload an event may change. */
function concernedBy(event: CaseEvent, { assignee }: Case): string[] {
  const named = (...users: readonly (string | undefined)[]): string[] =>
    users.filter((user) => user !== undefined);
  switch (event.type) {
    case 'rida.case.assigned.v1':
      return named(event.data.from, event.data.to);
    case 'rida.case.unassigned.v1':
      return named(event.data.from);
    case 'rida.case.reclassified.v1':
      return named(event.data.unassigned);
    case 'rida.case.resolved.v1':
    case 'rida.case.closed.v1':
    case 'rida.case.reopened.v1':
    case 'rida.case.unmerged.v1':
      return named(assignee);
    case 'rida.case.opened.v1':
    case 'rida.case.restored.v1':
      return [];
  }
}

/**
 * Return whether the assignee of a case may be away: they did not take it themselves, nor did a person choose them
 * just now.
 */
const mayBeAway = (event: CaseEvent): boolean =>
  event.type === 'rida.case.assigned.v1'
    ? event.data.because !== undefined
    : event.type === 'rida.case.reopened.v1' || event.type === 'rida.case.unmerged.v1';

/** Return the departments of members of staff. */
const departmentsOf = ({ staff }: Rules, users: readonly string[]): string[] =>
  users.flatMap((user) => staff.get(user)?.departments ?? []);

/** Count a changed case, and assign what can be assigned because of it. */
async function afterChange(deps: AssignDeps, rules: Rules, event: CaseEvent): Promise<AssignOutcome> {
  if (rules.staff.size === 0) return 'by-hand';
  const { store } = deps;
  const supportCase = await store.load('case', event.subject, event.subjectVersion);
  if (!supportCase) return 'not-wanted';
  const { id, assignee, status } = supportCase;
  const concerned = concernedBy(event, supportCase);
  if (concerned.length > 0) await countWorkload(deps, rules, id, concerned);
  const isHeld = assignee !== undefined && isActive(status);
  if (isHeld && mayBeAway(event) && (await handOverOne(deps, rules, event, supportCase, assignee)))
    return '1 handed over';
  if (rules.assignment !== 'least-loaded') return 'by-hand';
  const arrived = waitsForAssignee(supportCase) ? supportCase : undefined;
  const freed = concerned.filter((user) => !isHeld || user !== assignee);
  const departments = new Set([...departmentsOf(rules, freed), ...(arrived ? [arrived.department] : [])]);
  if (departments.size === 0) return 'not-wanted';
  const { assigned } = await takeUp(deps, rules, event, { departments, arrived });
  if (assigned.length > 0) return `${assigned.length} assigned`;
  return arrived ? 'nobody' : 'not-wanted';
}

/** Assign what waits for a member of staff who returned, is new, or may take more than before. */
async function takeUpFor(deps: AssignDeps, rules: Rules, event: AgentEvent): Promise<AssignOutcome> {
  const user = event.subject;
  if (rules.assignment !== 'least-loaded') return 'by-hand';
  const departments = departmentsOf(rules, [user]);
  const { assigned, hasMore } = await takeUp(deps, rules, event, { departments });
  if (hasMore) await goOn(deps, event, user, 'return', assigned.length);
  return `${assigned.length} assigned`;
}

async function handOverAll(deps: AssignDeps, rules: Rules, event: AgentEvent): Promise<AssignOutcome> {
  const moved = await handOver(deps, rules, event, event.subject);
  return moved === undefined ? 'outdated' : `${moved} handed over`;
}

/** An assignment that began before is finished or was interrupted: the store answers, or fails, within less. */
const INTERRUPTED = 10 * SECOND;

/**
 * Count the cases again of all to whom an earlier delivery of an event may have given one, and assign what waits for a
 * freed place. A delivery that ended between the count of a case and its assignment leaves a place taken.
 */
async function freePlaces(deps: AssignDeps, rules: Rules, event: Assigned): Promise<void> {
  const { type, subject } = event;
  const supportCase = type.startsWith('rida.agent.') ? undefined : await deps.store.load('case', subject);
  const concerned = supportCase ? [supportCase.department] : departmentsOf(rules, [subject]);
  const departments = sharedDepartments(rules, concerned);
  let corrected = 0;
  for (const { user, departments: own } of rules.staff.values())
    if (own.some((one) => departments.has(one)))
      corrected += await recountOne(deps, rules, user, INTERRUPTED);
  if (corrected > 0 && rules.assignment === 'least-loaded') await takeUp(deps, rules, event, { departments });
}

/**
 * Keep the workloads of staff, and assign cases by rule: a case that begins to wait, cases that wait when somebody
 * has room for them, and the cases of somebody who is not at work.
 */
export async function assign(
  deps: AssignDeps,
  event: Assigned,
  { attempt = 1 }: Partial<MessageInvocation> = {},
): Promise<AssignOutcome> {
  const rules = await deps.rules.current();
  if (attempt > 1) await freePlaces(deps, rules, event);
  switch (event.type) {
    case 'rida.agent.absent.v1':
    case 'rida.agent.removed.v1':
      return handOverAll(deps, rules, event);
    case 'rida.agent.returned.v1':
      return takeUpFor(deps, rules, event);
    case 'rida.agent.listed.v1':
      // Cases that were assigned before are counted from now on.
      await recountOne(deps, rules, event.subject);
      return takeUpFor(deps, rules, event);
    case 'rida.agent.cases-moved.v1':
      return event.data.because === 'return'
        ? takeUpFor(deps, rules, event)
        : handOverAll(deps, rules, event);
    default:
      return afterChange(deps, rules, event);
  }
}
