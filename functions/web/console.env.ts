import * as z from 'zod';
import { staffEnv } from './staff.env.ts';

/** What the console needs: everything an agent works with, and the sign-in. */
export const env = staffEnv.extend({
  BLOB_BUCKET: z.string().min(3),
  /** Where agents open Amazon Connect, whose workspace may frame the agents' app. */
  CONNECT_URL: z.url().optional(),
});
