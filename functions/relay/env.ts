import * as z from 'zod';
import { baseEnv, storeEnv } from '#shared/runtime/env.ts';

/** The environment of the two functions that may publish. */
export const environments = {
  'relay/relay': baseEnv.extend({
    BUS_NAME: z.string().min(1),
    /** The queue of `relay/republish`. */
    ASIDE_QUEUE_URL: z.url(),
  }),
  'relay/republish': storeEnv.extend({ BUS_NAME: z.string().min(1) }),
};
