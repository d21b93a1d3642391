import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { channel, staffToNotify } from './vocabulary.ts';
/** A beneficiary wrote or called about an existing case. */
export const messageReceived = defineEvent(
  'rida.message.received.v1',
  'A beneficiary wrote or called about an existing case.',
  z.object({
    message: z.string(),
    channel,
    /** Set when a machine sent the message. It is recorded and never answered. */
    automatic: z.string().optional(),
    /** Set when the message only thanks. It does not reopen a case. */
    thanks: z.literal(true).optional(),
    /** Id of the e-service of the case. */
    service: z.string().optional(),
    staffToNotify,
  }),
);
