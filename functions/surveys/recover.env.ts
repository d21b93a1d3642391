import * as z from 'zod';
import { storeEnv } from '#shared/runtime/env.ts';

/** What recover needs to inform the supervisor. */
export const env = storeEnv.extend({ CONFIGURATION_SET: z.string().min(1) });
