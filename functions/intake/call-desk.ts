import type { ConnectFlowRequest } from '#events/inbound/connect-flow-request.ts';
import type { FlowAnswer } from '#shared/runtime/chain-flow.ts';
import { callerOf } from './call-desk/caller.ts';
import type { CallDeskDeps, Step } from './call-desk/desk.ts';
import { greet } from './call-desk/greet.ts';
import { message } from './call-desk/message.ts';
import { callback, number, place } from './call-desk/queue.ts';
import { register } from './call-desk/register.ts';
import { status, verify } from './call-desk/status.ts';

export type { CallDeskDeps } from './call-desk/desk.ts';

const steps: ReadonlyMap<string, Step> = new Map(
  Object.entries({ greet, register, status, verify, message, place, number, callback }),
);

/**
 * Answers the flow while a caller waits. A flow may ask the same thing twice (Connect repeats what timed
 * out): every step gives the same answer for the same contact.
 * @throws when the step is unknown or the store is out of reach; the flow then speaks its error path
 */
export async function answerFlow(deps: CallDeskDeps, request: ConnectFlowRequest): Promise<FlowAnswer> {
  const { Parameters } = request.Details;
  const { step = '' } = Parameters;
  const take = steps.get(step);
  if (!take) throw new Error(`the flow asked for an unknown step "${step.slice(0, 40)}"`);
  const [rules, caller] = await Promise.all([deps.rules.current(), callerOf(deps.keys, request)]);
  const language = caller.language ?? 'ar';
  return take({ ...deps, rules, now: deps.clock.now(), caller, language }, Parameters);
}
