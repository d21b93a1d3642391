import { storeEnv } from '#shared/runtime/env.ts';

/** What assign needs to find somebody for a case. */
export const env = storeEnv;
