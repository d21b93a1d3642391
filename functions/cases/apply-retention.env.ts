import { storeEnv } from '#shared/runtime/env.ts';

/** What retain needs to find the cases whose time is over. */
export const env = storeEnv;
