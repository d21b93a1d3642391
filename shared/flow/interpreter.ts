import type { Call, CallOptions } from './run/call-types.ts';
import { RunningCall } from './run/running-call.ts';

export type * from './run/call-types.ts';
export { seeded } from './run/chance.ts';
export { outcomeText } from './run/outcome.ts';
export { playScript, type ScriptEntry } from './run/script.ts';
export {
  type CallContact,
  type Effect,
  type FlowEvent,
  type QueueState,
  quietWorld,
  type World,
} from './run/world.ts';

/**
 * A call through a flow, ours or one exported from an instance. Nothing runs until `run()`. What is outside
 * the flow (functions, hours, queues, time) is the world given; what it leaves out is quiet.
 */
export const createCall = (options: CallOptions): Call => new RunningCall(options);
