import type { FlowDefinition } from '#shared/flow/builder.ts';
import type { FlowSettings } from './flow-settings.ts';
import { inboundFlows } from './inbound-flows.ts';
import { outboundFlows } from './outbound/outbound-flows.ts';
import { transferFlow } from './transfer.ts';

/** Return every flow of the centre, in the order in which Connect must create them. */
export const allFlows = (settings: FlowSettings): readonly FlowDefinition[] => [
  transferFlow,
  ...inboundFlows(settings),
  ...outboundFlows,
];
