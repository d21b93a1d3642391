import type { FlowDefinition } from '#shared/flow/builder.ts';
import { outboundCall } from './call.ts';
import { taskFlow } from './task.ts';

/** The flows of calls the centre places, and of agents' tasks. */
export const outboundFlows: readonly FlowDefinition[] = [
  outboundCall('evaluation'),
  outboundCall('investor'),
  outboundCall('follow-up'),
  taskFlow,
];
