import { mailEnv, storeEnv } from '#shared/runtime/env.ts';

/** The environment of each function of notices. */
export const environments = {
  'notices/collect-escalations': storeEnv,
  'notices/collect-for-watchers': storeEnv,
  'notices/send-digest': mailEnv,
};
