import * as z from 'zod';
import { defineEvent } from './envelope.ts';

/** A voice message was attached to a case. */
export const messageSpoken = defineEvent(
  'rida.message.spoken.v1',
  'A voice message was attached to a case.',
  z.object({
    /** The caller has not proven to be the beneficiary. */
    unproven: z.boolean().optional(),
    /** The call of the message. Its record contains the key of the recording. */
    contactId: z.string(),
  }),
);
