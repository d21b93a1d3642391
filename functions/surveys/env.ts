import * as z from 'zod';
import { mailEnv, storeEnv } from '#shared/runtime/env.ts';

/** The environment of each function of surveys. */
export const environments = {
  'surveys/alert-supervisor': mailEnv,
  'surveys/invite': mailEnv.extend({
    /** The bucket of the mails as they were sent. */
    BLOB_BUCKET: z.string().min(3),
    /** The key that seals one-time links. */
    SIGNING_KEY_ID: z.string().min(1),
  }),
  'surveys/send-message': storeEnv.extend({
    /** The key that seals one-time links. */
    SIGNING_KEY_ID: z.string().min(1),
    /** The secret of the provider of text messages. */
    MESSAGE_SECRET_ID: z.string().min(1),
  }),
};
