import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { notice } from './vocabulary.ts';
/** Somebody is to be told, in one mail, what has gathered for them. */
export const noticesDue = defineEvent(
  'rida.notices.due.v1',
  'Somebody is to be told, in one mail, what has gathered for them.',
  z.object({
    notices: z.array(notice).min(1).max(100),
    /** How many more there were than a mail can hold. */
    more: z.int().nonnegative(),
  }),
);
