import { storeEnv } from '#shared/runtime/env.ts';

/** What call-log needs: the table. */
export const env = storeEnv;
