import { flowFunction } from '#shared/runtime/function.ts';
import { environments } from './env.ts';
import { answerInboundFlow, type CallDeskDeps } from './inbound-flow.ts';

export const inboundFlowFunction = flowFunction({
  name: 'telephone/inbound-flow',
  environment: environments['telephone/inbound-flow'],
  run: (deps: Omit<CallDeskDeps, 'logger'>, request, { logger }) =>
    answerInboundFlow({ ...deps, logger }, request),
});
