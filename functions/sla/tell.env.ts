import * as z from 'zod';
import { storeEnv } from '#shared/runtime/env.ts';

/** What tell needs to mail staff what has gathered for them. */
export const env = storeEnv.extend({ CONFIGURATION_SET: z.string().min(1) });
