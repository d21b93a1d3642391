import * as z from 'zod';
import { storeEnv } from '#shared/runtime/env.ts';

/** What notify needs to answer beneficiaries by mail. */
export const env = storeEnv.extend({ BLOB_BUCKET: z.string().min(3), CONFIGURATION_SET: z.string().min(1) });
