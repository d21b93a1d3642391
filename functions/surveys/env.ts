import * as z from 'zod';
import { mailEnv } from '#shared/runtime/env.ts';

/** The environment of each function of surveys. */
export const environments = {
  'surveys/alert-supervisor': mailEnv,
  'surveys/invite': mailEnv.extend({
    /** The key that seals one-time links. */
    SIGNING_KEY_ID: z.string().min(1),
  }),
};
