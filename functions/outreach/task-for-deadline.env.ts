import * as z from 'zod';
import { storeEnv } from '#shared/runtime/env.ts';

/** What remind needs to make tasks in Connect. */
export const env = storeEnv.extend({
  CONNECT_INSTANCE_ID: z.string().min(1),
  /** Id of the flow that brings tasks to agents; `-` where they have none. */
  TASK_FLOW_ID: z.string().min(1),
});
