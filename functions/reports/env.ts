import { mailEnv, storeEnv } from '#shared/runtime/env.ts';

/** The environment of each function of reports. The table also contains the figures. */
export const environments = { 'reports/roll-up': storeEnv, 'reports/send-reports': mailEnv };
