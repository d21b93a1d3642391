import type { FlowDefinition } from '#shared/flow/builder.ts';
import { outboundCall } from './outbound-call.ts';
import { taskFlow } from './task-flow.ts';

/** The flows of outbound calls and of tasks for agents. */
export const outboundFlows: readonly FlowDefinition[] = [
  outboundCall('evaluation'),
  outboundCall('investor'),
  outboundCall('follow-up'),
  taskFlow,
];
