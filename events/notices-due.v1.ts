import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { notice, overdueWork } from './vocabulary.ts';
/** A digest of notices is due for its reader. */
export const noticesDue = defineEvent(
  'rida.notices.due.v1',
  'A digest of notices is due for its reader.',
  z.object({
    /** Empty when the digest only reminds of overdue work. */
    notices: z.array(notice).max(100),
    /** Number of notices beyond the maximum of one mail. */
    more: z.int().nonnegative(),
    /** Missing when nothing is overdue. */
    overdue: overdueWork.optional(),
  }),
);
