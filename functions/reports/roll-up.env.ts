import { storeEnv } from '#shared/runtime/env.ts';

/** What roll-up needs: the table, where the figures lie too. */
export const env = storeEnv;
