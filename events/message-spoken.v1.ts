import * as z from 'zod';
import { defineEvent } from './envelope.ts';

/** A beneficiary's spoken message lies with the case. */
export const messageSpoken = defineEvent(
  'rida.message.spoken.v1',
  'A beneficiary’s spoken message lies with the case.',
  z.object({
    /** The call in which it was left; its record says where the recording lies. */
    contactId: z.string(),
  }),
);
