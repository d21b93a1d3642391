import * as z from 'zod';
import { signedInEnv } from './staff.env.ts';

/** What the pages of calls need: the table, the recordings and the sign-in. */
export const env = signedInEnv.extend({ RECORDINGS_BUCKET: z.string().min(3) });
