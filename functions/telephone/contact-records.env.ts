import * as z from 'zod';
import { storeEnv } from '#shared/runtime/env.ts';

/** What call-record needs: the table, the key by which a caller's number finds their cases, and a queue for what is unreadable. */
export const env = storeEnv.extend({
  SIGNING_KEY_ID: z.string().min(1),
  DEAD_LETTERS_URL: z.url(),
});
