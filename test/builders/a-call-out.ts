import type { CallOut } from '#shared/domain/outreach/call-out.ts';
import {
  type CallOutCommand,
  type CallOutStep,
  decideCallOut,
} from '#shared/domain/outreach/decide-call-out.ts';
import { shippedRules } from './shipped-rules.ts';

/** A Tuesday at 10:00 in Riyadh, within the hours of outbound calls. */
export const CALLING_MORNING = Date.parse('2026-11-24T07:00:00.000Z');

export const outboundRules = shippedRules.outbound;

export const aPlan = (over: Partial<Extract<CallOutCommand, { do: 'plan' }>> = {}) =>
  ({
    do: 'plan',
    purpose: 'evaluation',
    beneficiaryId: 'beneficiary-0001',
    phone: '+966500000001',
    language: 'ar',
    notBefore: CALLING_MORNING,
    by: 'agent:salem',
    service: { name: 'رخصة بناء', on: '2026-11-20' },
    ...over,
  }) as const satisfies CallOutCommand;

/** Return the result of a decision that must succeed. */
export function decided(
  callOut: CallOut | undefined,
  command: CallOutCommand,
  now = CALLING_MORNING,
): CallOutStep {
  const step = decideCallOut('call-out-1', callOut, command, { now, rules: outboundRules });
  if ('rejected' in step) throw new Error(`${command.do} was rejected: ${step.rejected}`);
  return step;
}

/** An outbound call after commands, each at its instant. */
export const afterSteps = (...steps: readonly (readonly [CallOutCommand, number?])[]): CallOut => {
  const [last] = steps.reduce<readonly CallOut[]>(
    ([before], [command, now]) => [decided(before, command, now).state],
    [],
  );
  if (!last) throw new Error('nothing was decided');
  return last;
};

/** A ringing outbound call: planned, due and dialled. */
export const aRingingCallOut = (over: Parameters<typeof aPlan>[0] = {}): CallOut =>
  afterSteps(
    [aPlan(over)],
    [{ do: 'tick' }],
    [{ do: 'dialled', attempt: 1, contactId: 'contact-1', at: CALLING_MORNING }],
  );
