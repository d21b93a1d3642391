import * as z from 'zod';
import { storeEnv } from '#shared/runtime/env.ts';

/** What conclude needs: the table, and Connect, which knows how calls ended. */
export const env = storeEnv.extend({ CONNECT_INSTANCE_ID: z.string().min(1) });
