import { flowFunction } from '#shared/runtime/function.ts';
import { environments } from './env.ts';
import { answerInboundFlow, type InboundFlowDeps } from './inbound-flow.ts';

export const inboundFlowFunction = flowFunction({
  name: 'telephone/inbound-flow',
  environment: environments['telephone/inbound-flow'],
  run: (deps: Omit<InboundFlowDeps, 'logger'>, request, { logger }) =>
    answerInboundFlow({ ...deps, logger }, request),
});
