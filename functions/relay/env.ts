import * as z from 'zod';
import { baseEnv } from '#shared/runtime/env.ts';

/** The environment of the relay, which alone may publish. */
export const environments = { 'relay/relay': baseEnv.extend({ BUS_NAME: z.string().min(1) }) };
