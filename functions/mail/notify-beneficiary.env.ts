import * as z from 'zod';
import { mailEnv } from '#shared/runtime/env.ts';

/** What notify needs to answer beneficiaries by mail. */
export const env = mailEnv.extend({ BLOB_BUCKET: z.string().min(3) });
