import * as z from 'zod';
import { storeEnv } from '#shared/runtime/env.ts';

const signingEnv = storeEnv.extend({ SIGNING_KEY_ID: z.string().min(1) });

/** The environment of each function of the telephone. */
export const environments = {
  /** `FAILED_BUCKET`: the bucket for unreadable records. */
  'telephone/agent-events': storeEnv.extend({ FAILED_BUCKET: z.string().min(3) }),
  'telephone/connect-hours': storeEnv.extend({
    CONNECT_INSTANCE_ID: z.string().min(1),
    CONNECT_HOURS_ID: z.string().min(1),
  }),
  'telephone/contact-events': storeEnv,
  'telephone/contact-records': signingEnv.extend({ FAILED_BUCKET: z.string().min(3) }),
  'telephone/inbound-flow': signingEnv.extend({
    /** The instance that is queried for the queue position of a caller. */
    CONNECT_INSTANCE_ID: z.string().min(1),
  }),
  'telephone/outbound-flow': signingEnv,
  'telephone/survey-flow': signingEnv,
};
