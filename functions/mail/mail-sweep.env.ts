import * as z from 'zod';
import { baseEnv } from '#shared/runtime/env.ts';

/** What the mail sweep needs: to list the inbox, and the queue of received mail. */
export const env = baseEnv.extend({
  BLOB_BUCKET: z.string().min(3),
  INBOX_PREFIX: z.string().min(1),
  RECEIVED_QUEUE_URL: z.url(),
});
