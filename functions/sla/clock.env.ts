import * as z from 'zod';
import { storeEnv } from '#shared/runtime/env.ts';

/** What the clock's worker needs; Connect is asked about calls whose end never came. */
export const env = storeEnv.extend({
  CONNECT_INSTANCE_ID: z.string().min(1),
  SIGNING_KEY_ID: z.string().min(1),
});
