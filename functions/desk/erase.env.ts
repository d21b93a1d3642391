import * as z from 'zod';
import { storeEnv } from '#shared/runtime/env.ts';

/** What erase needs: the past of cases, and the files that hang on them. */
export const env = storeEnv.extend({ BLOB_BUCKET: z.string().min(3) });
