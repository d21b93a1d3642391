import type { Rules } from '#shared/domain/rules.ts';
import { decideRecovery, type RecoveryCommand, type TaskRejection } from '#shared/domain/tasks/recovery.ts';
import type { Store } from '#shared/ports/store.ts';
import { type AggregateOutcome, type AggregateUpdate, updateAggregate } from '../update-aggregate.ts';

export interface RecoveryRequest extends Omit<AggregateUpdate<'task'>, 'kind'> {
  readonly command: RecoveryCommand;
}

/** Handle a command about the recovery of a person. One cause commits once. */
export const updateRecovery = (
  store: Store,
  { desk: { calendar }, survey: { recoverWithinMs: withinMs } }: Pick<Rules, 'desk' | 'survey'>,
  { command, ...change }: RecoveryRequest,
): Promise<AggregateOutcome<'task', TaskRejection>> =>
  updateAggregate<'task', TaskRejection>(store, { kind: 'task', ...change }, (before) =>
    decideRecovery(change.id, before, command, { now: change.recordedAt, calendar, withinMs }),
  );
