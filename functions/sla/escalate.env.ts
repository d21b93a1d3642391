import * as z from 'zod';
import { storeEnv } from '#shared/runtime/env.ts';

/** What escalate needs to inform supervisors and heads of department. */
export const env = storeEnv.extend({ CONFIGURATION_SET: z.string().min(1) });
