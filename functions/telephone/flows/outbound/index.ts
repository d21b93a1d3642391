import type { FlowDefinition } from '#shared/flow/builder.ts';
import { outboundCall } from './call.ts';
import { taskFlow } from './task.ts';

/** The flows of outbound calls and of tasks for agents. */
export const outboundFlows: readonly FlowDefinition[] = [
  outboundCall('evaluation'),
  outboundCall('investor'),
  outboundCall('follow-up'),
  taskFlow,
];
