import { mailEnv } from '#shared/runtime/env.ts';

/** What tell needs to mail staff what has gathered for them. */
export const env = mailEnv;
