import * as z from 'zod';
import { mailEnv, storeEnv } from '#shared/runtime/env.ts';

/** The environment of each function of reports. The table also contains the figures. */
export const environments = {
  'reports/export-days': storeEnv.extend({
    /** The bucket of the daily files for other systems. */
    EXPORT_BUCKET: z.string().min(3),
  }),
  'reports/roll-up': storeEnv,
  'reports/send-reports': mailEnv,
};
