import { mailEnv } from '#shared/runtime/env.ts';

/** What recover needs to inform the supervisor. */
export const env = mailEnv;
