import {
  type CallOutCommand,
  type CallOutRejection,
  decideCallOut,
} from '#shared/domain/outreach/decide-call-out.ts';
import type { OutboundRules } from '#shared/domain/rules.ts';
import type { Store } from '#shared/ports/store.ts';
import { type Changed, changeHead, type HeadChange } from './change-head.ts';

export interface CallOutRequest extends Omit<HeadChange<'call-out'>, 'kind'> {
  readonly command: CallOutCommand;
}

/** Carries out a command on a call out; the same cause commits once. */
export const executeCallOut = (
  store: Store,
  rules: OutboundRules,
  { command, ...change }: CallOutRequest,
): Promise<Changed<'call-out', CallOutRejection>> =>
  changeHead<'call-out', CallOutRejection>(store, { kind: 'call-out', ...change }, (before) =>
    decideCallOut(change.id, before, command, { now: change.recordedAt, rules }),
  );
