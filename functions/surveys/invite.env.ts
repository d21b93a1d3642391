import * as z from 'zod';
import { mailEnv } from '#shared/runtime/env.ts';

/** What invite needs: one-time links and mail. */
export const env = mailEnv.extend({ SIGNING_KEY_ID: z.string().min(1) });
