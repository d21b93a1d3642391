import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { channel, staffToNotify } from './vocabulary.ts';
/** A beneficiary wrote to, or called about, a case that exists. */
export const messageReceived = defineEvent(
  'rida.message.received.v1',
  'A beneficiary wrote to, or called about, a case that exists.',
  z.object({
    message: z.string(),
    channel,
    /** Set when a machine sent it: recorded, never answered. */
    automatic: z.string().optional(),
    staffToNotify,
  }),
);
