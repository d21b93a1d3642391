import * as z from 'zod';
import { storeEnv } from '#shared/runtime/env.ts';

/** What mail-intake needs: the table, the raw mail and where messages go. */
export const env = storeEnv.extend({
  BLOB_BUCKET: z.string().min(3),
  INBOX_PREFIX: z.string().min(1),
  SIGNING_KEY_ID: z.string().min(1),
});
