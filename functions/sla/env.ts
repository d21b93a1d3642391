import * as z from 'zod';
import { storeEnv } from '#shared/runtime/env.ts';

/** The environment of each function of service levels. */
export const environments = {
  'sla/clock': storeEnv.extend({
    /** The instance that is queried about calls whose end was not reported. */
    CONNECT_INSTANCE_ID: z.string().min(1),
    SIGNING_KEY_ID: z.string().min(1),
  }),
  'sla/sweep': storeEnv.extend({ DUE_QUEUE_URL: z.url() }),
};
