import { becauseOf } from '#shared/application/because-of.ts';
import { handleCommand } from '#shared/application/handle-command.ts';
import { handOverTasks } from '#shared/application/tasks/hand-over-tasks.ts';
import { updateStaff } from '#shared/application/update-staff.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import type { CaseCommand } from '#shared/domain/cases/case-command.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { worksCases } from '#shared/domain/staff/choose-assignee.ts';
import { isAbsent } from '#shared/domain/staff/decide-staff.ts';
import type { StaffMember } from '#shared/domain/staff/staff-member.ts';
import { isThere, type Reason, type TakeUpDeps } from './take-up.ts';

/** Maximum number of cases that one call moves. The next part follows with an event. */
const MOST = 100;

/** Return why the cases of a member of staff have to move: missing when they are at work. */
function whyMoved(
  { absence, removed }: Pick<StaffMember, 'absence' | 'removed'>,
  now: number,
): 'absence' | 'removal' | undefined {
  if (removed) return 'removal';
  return isAbsent(absence, now) ? 'absence' : undefined;
}

/** Return the command that takes a case from a member of staff: to the named colleague if they are at work. */
async function commandFor(
  { store, clock }: TakeUpDeps,
  rules: Rules,
  away: StaffMember,
  because: 'absence' | 'removal',
): Promise<CaseCommand> {
  const from = away.id;
  const to = away.absence?.handOverTo;
  const named = to === undefined ? undefined : rules.staff.get(to);
  const load = named && worksCases(named) ? (await store.workloads([named.user])).get(named.user) : undefined;
  return to !== undefined && load && isThere(load, clock.now())
    ? { do: 'assign', to, by: 'rida', because: 'hand-over', from }
    : { do: 'unassign', by: 'rida', because, from };
}

/** Carry out the command that moves a case, once for each reason, and return the outcome. */
async function move(
  { store, clock }: TakeUpDeps,
  rules: Rules,
  reason: Reason,
  supportCase: Case,
  command: CaseCommand,
): Promise<string> {
  const { id } = supportCase;
  const cause = becauseOf(reason, `${command.do}#${id}`, clock);
  const done = await handleCommand({ store, rules }, { id, supportCase, command, by: 'rida', ...cause });
  return done.outcome;
}

/**
 * Move one case from a member of staff who is not at work, and return the outcome. Return undefined when they are at
 * work.
 */
export async function handOverOne(
  deps: TakeUpDeps,
  rules: Rules,
  reason: Reason,
  supportCase: Case,
  user: string,
): Promise<string | undefined> {
  const { store, clock } = deps;
  const away = await store.load('staff', user, 0);
  const because = away && whyMoved(away, clock.now());
  if (!away || because === undefined) return undefined;
  return move(deps, rules, reason, supportCase, await commandFor(deps, rules, away, because));
}

/**
 * Move the cases of a member of staff who is not at work, a part at a time, the most urgent first: to the colleague
 * they named, or back to the queue for assignment by rule. Their tasks follow the last part. After a crash at any
 * point the repeat continues, because a moved case is not theirs any more. Return undefined when they are at work.
 */
export async function handOver(
  deps: TakeUpDeps,
  rules: Rules,
  reason: Reason,
  user: string,
): Promise<number | undefined> {
  const { store, clock } = deps;
  const away = await store.load('staff', user);
  const because = away && whyMoved(away, clock.now());
  // The event is late: the member of staff is at work again, and keeps the current cases.
  if (!away || because === undefined) return undefined;
  const command = await commandFor(deps, rules, away, because);
  const { items, cursor } = await store.assignedTo(user, { limit: MOST });
  for (const supportCase of items) await move(deps, rules, reason, supportCase, command);
  if (cursor !== undefined) await goOn(deps, reason, user, because, items.length);
  else {
    const { cause: _, causationId: _c, ...trace } = becauseOf(reason, 'tasks', clock);
    const causeOf = (id: string): string => becauseOf(reason, `task#${id}`, clock).cause;
    await handOverTasks(store, rules, user, { ...trace, causeOf });
  }
  return items.length;
}

/** Publish that the next part follows. */
export async function goOn(
  { store, clock }: TakeUpDeps,
  reason: Reason,
  user: string,
  because: 'absence' | 'removal' | 'return',
  moved: number,
): Promise<void> {
  const { causationId: _, ...trace } = becauseOf(reason, `go-on#${user}`, clock);
  await updateStaff(store, { id: user, by: 'rida', ...trace, command: { do: 'go-on', because, moved } });
}
