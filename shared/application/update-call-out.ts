import {
  type CallOutCommand,
  type CallOutRejection,
  decideCallOut,
} from '#shared/domain/outreach/decide-call-out.ts';
import type { OutboundRules } from '#shared/domain/rules.ts';
import type { Store } from '#shared/ports/store.ts';
import { type AggregateOutcome, type AggregateUpdate, updateAggregate } from './update-aggregate.ts';

export interface CallOutRequest extends Omit<AggregateUpdate<'call-out'>, 'kind'> {
  readonly command: CallOutCommand;
}

/** Handle a command on an outgoing call. One cause commits once. */
export const updateCallOut = (
  store: Store,
  rules: OutboundRules,
  { command, ...change }: CallOutRequest,
): Promise<AggregateOutcome<'call-out', CallOutRejection>> =>
  updateAggregate<'call-out', CallOutRejection>(store, { kind: 'call-out', ...change }, (before) =>
    decideCallOut(change.id, before, command, { now: change.recordedAt, rules }),
  );
