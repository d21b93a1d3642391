import * as z from 'zod';
import { baseEnv, mailEnv, storeEnv } from '#shared/runtime/env.ts';

/** The bucket of raw mail, and the prefix that SES writes to. */
const inbox = { BLOB_BUCKET: z.string().min(3), INBOX_PREFIX: z.string().min(1) };

/** The environment of each function of mail. */
export const environments = {
  'mail/mail-feedback': storeEnv,
  'mail/mail-intake': storeEnv.extend({ ...inbox, SIGNING_KEY_ID: z.string().min(1) }),
  'mail/mail-sweep': baseEnv.extend({ ...inbox, RECEIVED_QUEUE_URL: z.url() }),
  'mail/notify-beneficiary': mailEnv.extend({
    BLOB_BUCKET: z.string().min(3),
    SIGNING_KEY_ID: z.string().min(1),
  }),
};
