import { storeEnv } from '#shared/runtime/env.ts';

/** What escalate needs to note down what staff must be told. */
export const env = storeEnv;
