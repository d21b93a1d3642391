import type { FlowDefinition } from '#shared/flow/builder.ts';
import { afterCallFlow } from './after-call.ts';
import { callBackFlow } from './call-back.ts';
import { investorsFlow, staffFlow } from './entries.ts';
import { type FlowSettings, shippedFlowSettings } from './flow-settings.ts';
import { mainFlow } from './main-flow.ts';
import { checkStatusModule } from './modules/check-status.ts';
import { leaveMessageModule } from './modules/leave-message.ts';
import { waitingFlow } from './waiting-flow.ts';

/** Return the flows and modules of inbound calls, in the order in which Connect must create them. */
export const inboundFlows = (settings: FlowSettings): readonly FlowDefinition[] => [
  leaveMessageModule(settings),
  checkStatusModule,
  afterCallFlow,
  callBackFlow,
  waitingFlow(settings),
  mainFlow,
  investorsFlow,
  staffFlow,
];

/**
 * All inbound flows, with the shipped settings.
 * @internal exported for tests
 */
export const flows: readonly FlowDefinition[] = inboundFlows(shippedFlowSettings);
