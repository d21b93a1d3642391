import * as z from 'zod';
import { storeEnv } from '#shared/runtime/env.ts';

/** What call-out-desk needs: the table, and the key that references and ids derive from. */
export const env = storeEnv.extend({ SIGNING_KEY_ID: z.string().min(1) });
