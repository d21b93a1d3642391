import * as z from 'zod';
import { storeEnv } from '#shared/runtime/env.ts';

/** What keeping Connect's hours in step needs: the settings, and whose hours they are. */
export const env = storeEnv.extend({
  CONNECT_INSTANCE_ID: z.string().min(1),
  CONNECT_HOURS_ID: z.string().min(1),
});
