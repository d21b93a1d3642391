import * as z from 'zod';
import { storeEnv } from '#shared/runtime/env.ts';

const signingEnv = storeEnv.extend({ SIGNING_KEY_ID: z.string().min(1) });

/** The environment of each function of the telephone. */
export const environments = {
  /** `DEAD_LETTERS_URL`: the queue for unreadable records. */
  'telephone/agent-events': storeEnv.extend({ DEAD_LETTERS_URL: z.url() }),
  'telephone/connect-hours': storeEnv.extend({
    CONNECT_INSTANCE_ID: z.string().min(1),
    CONNECT_HOURS_ID: z.string().min(1),
  }),
  'telephone/contact-events': storeEnv,
  'telephone/contact-records': signingEnv.extend({ DEAD_LETTERS_URL: z.url() }),
  'telephone/inbound-flow': signingEnv.extend({
    /** The instance that is queried for the queue position of a caller. */
    CONNECT_INSTANCE_ID: z.string().min(1),
  }),
  'telephone/outbound-flow': signingEnv,
  'telephone/survey-flow': signingEnv,
};
