import * as z from 'zod';
import { storeEnv } from '#shared/runtime/env.ts';

/** What the survey page needs: the case and the seal of its links. */
export const env = storeEnv.extend({ SIGNING_KEY_ID: z.string().min(1) });
