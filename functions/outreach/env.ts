import * as z from 'zod';
import { storeEnv } from '#shared/runtime/env.ts';

const connectEnv = storeEnv.extend({ CONNECT_INSTANCE_ID: z.string().min(1) });

/** The environment of each function of outbound calls. */
export const environments = {
  'outreach/complete-call': connectEnv,
  'outreach/dial': connectEnv.extend({
    /** The queue whose number is the caller id. */
    OUTBOUND_QUEUE_ID: z.string().min(1),
    /** The ids of the flows by name, as JSON. */
    OUTBOUND_FLOWS: z.string().transform((text, context): Record<string, string> => {
      try {
        return z.record(z.string(), z.string().min(1)).parse(JSON.parse(text));
      } catch {
        context.addIssue('a JSON object of flow names and ids');
        return z.NEVER;
      }
    }),
    /** Whether the account may place campaign calls. Only these have answering machine detection. */
    CAMPAIGN_CALLS: z.enum(['true', 'false']).transform((text) => text === 'true'),
    /** The maximum concurrency of this function. All instances share the rate limit. */
    DIALLERS: z.coerce.number().int().min(1),
  }),
  'outreach/task-for-deadline': connectEnv.extend({
    /** The id of the flow that creates tasks for agents; `-` if tasks are turned off. */
    TASK_FLOW_ID: z.string().min(1),
  }),
};
