import type { TaskKind } from '#events/task-vocabulary.ts';
import type { Rules } from '#shared/domain/rules.ts';
import type { Task } from '#shared/domain/tasks/task.ts';
import type { Store } from '#shared/ports/store.ts';
import type { AggregateUpdate } from '../update-aggregate.ts';
import { presentOwner } from './present-owner.ts';
import { updateCheck } from './update-check.ts';
import { updateRecovery } from './update-task.ts';

/** The newest tasks of a kind that are looked at. Older ones are overdue and in the list of work. */
const NEWEST = 300;

/** The roles that may own a task of a kind, the preferred one first. */
const OWNERS = {
  recovery: ['supervisor'],
  'closure-audit': ['quality', 'supervisor'],
  'conversation-review': ['quality', 'supervisor'],
} as const satisfies Record<TaskKind, readonly string[]>;

/** Choose the owner of a task: a present member of staff with the preferred role who did not work on the matter. */
export async function chooseTaskOwner(
  store: Store,
  rules: Rules,
  { id, kind, not }: { readonly id: string; readonly kind: TaskKind; readonly not: ReadonlySet<string> },
  now: number,
): Promise<string | undefined> {
  for (const role of OWNERS[kind]) {
    const owner = await presentOwner(store, rules, { id, roles: [role], not }, now);
    if (owner !== undefined) return owner;
  }
  return undefined;
}

type Trace = Pick<AggregateUpdate<'task'>, 'at' | 'recordedAt' | 'correlationId'>;

async function handOverOne(
  store: Store,
  rules: Rules,
  { id, kind, owner = '', check }: Task,
  { causeOf, ...trace }: Trace & { causeOf(id: string): string },
): Promise<void> {
  const not = new Set([owner, ...(check?.handlers ?? [])]);
  const to = await chooseTaskOwner(store, rules, { id, kind, not }, trace.recordedAt);
  if (to === undefined) return;
  const change = { id, by: 'rida', cause: causeOf(id), ...trace } as const;
  const command = { do: 'assign', to, by: 'rida' } as const;
  if (kind === 'recovery') await updateRecovery(store, rules, { ...change, command });
  else await updateCheck(store, rules, { ...change, command });
}

/**
 * Give the open tasks of a member of staff who is not at work to colleagues who are. A task without another eligible
 * owner stays, and is shown with its due time.
 */
export async function handOverTasks(
  store: Store,
  rules: Rules,
  user: string,
  trace: Trace & { causeOf(id: string): string },
): Promise<void> {
  for (const kind of Object.keys(OWNERS) as TaskKind[]) {
    const { items } = await store.tasksOf(kind, { limit: NEWEST });
    for (const task of items)
      if (task.owner === user && task.ended === undefined) await handOverOne(store, rules, task, trace);
  }
}
