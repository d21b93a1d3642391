import * as z from 'zod';
import { storeEnv } from '#shared/runtime/env.ts';

/** What invite needs: one-time links and mail. */
export const env = storeEnv.extend({
  SIGNING_KEY_ID: z.string().min(1),
  CONFIGURATION_SET: z.string().min(1),
});
