import { storeEnv } from '#shared/runtime/env.ts';

/** What inform needs to note down what staff want to hear. */
export const env = storeEnv;
