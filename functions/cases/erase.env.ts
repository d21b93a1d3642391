import * as z from 'zod';
import { storeEnv } from '#shared/runtime/env.ts';

/** What erase needs: the past of cases, the files that hang on them, and recordings of calls. */
export const env = storeEnv.extend({ BLOB_BUCKET: z.string().min(3), RECORDINGS_BUCKET: z.string().min(3) });
