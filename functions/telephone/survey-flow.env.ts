import * as z from 'zod';
import { storeEnv } from '#shared/runtime/env.ts';

/** What call-survey needs while a caller waits. */
export const env = storeEnv.extend({ SIGNING_KEY_ID: z.string().min(1) });
