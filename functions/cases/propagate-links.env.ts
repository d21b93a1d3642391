import * as z from 'zod';
import { storeEnv } from '#shared/runtime/env.ts';

/** What relate needs: messages of a case that is split, and the key that draws the new one's reference. */
export const env = storeEnv.extend({ BLOB_BUCKET: z.string().min(3), SIGNING_KEY_ID: z.string().min(1) });
