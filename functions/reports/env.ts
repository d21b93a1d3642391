import { storeEnv } from '#shared/runtime/env.ts';

/** The environment of each function of reports: the table holds the figures too. */
export const environments = { 'reports/roll-up': storeEnv };
