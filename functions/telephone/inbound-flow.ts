import type { ConnectFlowRequest } from '#events/inbound/connect-flow-request.ts';
import type { FlowAnswer } from '#shared/runtime/lambda.ts';
import { callback, wanted } from './inbound-flow/call-back.ts';
import { callerOf } from './inbound-flow/caller-of.ts';
import { outcome } from './inbound-flow/case-outcome.ts';
import { status, verify } from './inbound-flow/case-status.ts';
import { greet } from './inbound-flow/greet.ts';
import type { InboundFlowDeps, InboundStep } from './inbound-flow/inbound-step.ts';
import { message } from './inbound-flow/message.ts';
import { number, place } from './inbound-flow/queue-place.ts';
import { register } from './inbound-flow/register.ts';

export type { InboundFlowDeps } from './inbound-flow/inbound-step.ts';

const steps: ReadonlyMap<string, InboundStep> = new Map(
  Object.entries({ greet, register, status, verify, outcome, message, place, number, callback, wanted }),
);

/**
 * Respond to the inbound flow while a caller waits. A flow may send the same request twice (Connect retries
 * after a timeout): every step gives the same response for the same contact.
 * @throws when the step is unknown or the store is unavailable; the flow then plays its error path
 */
export async function answerInboundFlow(
  deps: InboundFlowDeps,
  request: ConnectFlowRequest,
): Promise<FlowAnswer> {
  const { Parameters } = request.Details;
  const { step = '' } = Parameters;
  const take = steps.get(step);
  if (!take) throw new Error(`the flow requested an unknown step "${step.slice(0, 40)}"`);
  const [rules, caller] = await Promise.all([deps.rules.current(), callerOf(deps.keys, request)]);
  const language = caller.language ?? 'ar';
  return take({ ...deps, rules, now: deps.clock.now(), caller, language }, Parameters);
}
