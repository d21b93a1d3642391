import { flowFunction } from '#shared/runtime/function.ts';
import { environments } from './env.ts';
import { answerOutboundFlow } from './outbound-flow.ts';

export const outboundFlowFunction = flowFunction({
  name: 'telephone/outbound-flow',
  environment: environments['telephone/outbound-flow'],
  run: answerOutboundFlow,
});
