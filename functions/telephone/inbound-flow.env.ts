import * as z from 'zod';
import { storeEnv } from '#shared/runtime/env.ts';

/** What call-desk needs while a caller waits. */
export const env = storeEnv.extend({
  SIGNING_KEY_ID: z.string().min(1),
  CONNECT_INSTANCE_ID: z.string().min(1),
});
