import * as z from 'zod';
import { baseEnv } from '#shared/runtime/env.ts';

/** What the relay needs: the bus. It alone may publish. */
export const env = baseEnv.extend({ BUS_NAME: z.string().min(1) });
