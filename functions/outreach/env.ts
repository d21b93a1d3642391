import * as z from 'zod';
import { storeEnv } from '#shared/runtime/env.ts';

const connectEnv = storeEnv.extend({ CONNECT_INSTANCE_ID: z.string().min(1) });

/** The environment of each function of calls out. */
export const environments = {
  'outreach/complete-call': connectEnv,
  'outreach/dial': connectEnv.extend({
    /** The queue whose number people see. */
    OUTBOUND_QUEUE_ID: z.string().min(1),
    /** Ids of the flows by name, as JSON. */
    OUTBOUND_FLOWS: z.string().transform((text, context): Record<string, string> => {
      try {
        return z.record(z.string(), z.string().min(1)).parse(JSON.parse(text));
      } catch {
        context.addIssue('a JSON object of flow names and ids');
        return z.NEVER;
      }
    }),
    /** Whether the account may place campaign calls, which alone have answering machine detection. */
    CAMPAIGN_CALLS: z.enum(['true', 'false']).transform((text) => text === 'true'),
    /** How many of this function run at a time: they share the rate. */
    DIALLERS: z.coerce.number().int().min(1),
  }),
  'outreach/task-for-deadline': connectEnv.extend({
    /** Id of the flow that brings tasks to agents; `-` where they have none. */
    TASK_FLOW_ID: z.string().min(1),
  }),
};
