import type { Rules } from '#shared/domain/rules.ts';
import { type CheckCommand, type CheckRejection, decideCheck } from '#shared/domain/tasks/decide-check.ts';
import type { Store } from '#shared/ports/store.ts';
import { type AggregateOutcome, type AggregateUpdate, updateAggregate } from '../update-aggregate.ts';

export interface CheckRequest extends Omit<AggregateUpdate<'task'>, 'kind'> {
  readonly command: CheckCommand;
}

/** Handle a command about the check of a closure or a conversation. One cause commits once. */
export const updateCheck = (
  store: Store,
  { desk: { calendar } }: Pick<Rules, 'desk'>,
  { command, ...change }: CheckRequest,
): Promise<AggregateOutcome<'task', CheckRejection>> =>
  updateAggregate<'task', CheckRejection>(store, { kind: 'task', ...change }, (before) =>
    decideCheck(change.id, before, command, { now: change.recordedAt, calendar }),
  );
