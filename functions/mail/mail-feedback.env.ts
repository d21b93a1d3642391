import { storeEnv } from '#shared/runtime/env.ts';

/** What mail-feedback needs: the table. */
export const env = storeEnv;
