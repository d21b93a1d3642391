import type { CallOptions, FlowCall } from './run/call-types.ts';
import { RunningCall } from './run/running-call.ts';

export type * from './run/call-types.ts';
export { seeded } from './run/chance.ts';
export { flowOutcomeText } from './run/outcome-text.ts';
export { playScript } from './run/script.ts';
export {
  type CallContact,
  type FlowEffect as Effect,
  type FlowWorld as World,
  type QueueLoad as QueueState,
  quietWorld,
} from './run/world.ts';

/**
 * Create a call through a flow of Rida or of an export. Nothing runs until `run()`. `world` provides
 * everything outside the flow (functions, hours, queues, time), with quiet defaults.
 */
export const createCall = (options: CallOptions): FlowCall => new RunningCall(options);
