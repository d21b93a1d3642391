import * as z from 'zod';
import { baseEnv } from '#shared/runtime/env.ts';

/** The environment of the relay, the only function that may publish. */
export const environments = { 'relay/relay': baseEnv.extend({ BUS_NAME: z.string().min(1) }) };
