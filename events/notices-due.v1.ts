import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { notice } from './vocabulary.ts';
/** A digest of notices is due for its reader. */
export const noticesDue = defineEvent(
  'rida.notices.due.v1',
  'A digest of notices is due for its reader.',
  z.object({
    notices: z.array(notice).min(1).max(100),
    /** Number of notices beyond the maximum of one mail. */
    more: z.int().nonnegative(),
  }),
);
