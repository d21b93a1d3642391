import * as z from 'zod';
import { storeEnv } from '#shared/runtime/env.ts';

/** What call-desk needs while a caller waits. */
export const env = storeEnv.extend({ BLOB_BUCKET: z.string().min(3), SIGNING_KEY_ID: z.string().min(1) });
