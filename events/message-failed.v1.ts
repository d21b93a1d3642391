import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { mailFailure, staffToNotify } from './vocabulary.ts';
/** A mail from the centre bounced or got a complaint. */
export const messageFailed = defineEvent(
  'rida.message.failed.v1',
  'A mail from the centre bounced or got a complaint.',
  z.object({
    /** Id of the mail's effect on the case. Missing when the report does not identify the mail. */
    message: z.string().max(64).optional(),
    reason: mailFailure,
    /** The address rejects later mail too, so nothing more is sent to it in this case. */
    permanent: z.boolean(),
    /** The owner of the address. */
    recipient: z.enum(['beneficiary', 'other']),
    /** Enhanced status code of the receiving server (RFC 3463), such as `5.1.1`. */
    status: z
      .string()
      .regex(/^[245]\.\d{1,3}\.\d{1,3}$/u)
      .optional(),
    /** A report that came by mail says so. Somebody should check the address. */
    byMail: z.literal(true).optional(),
    /** The mail belonged to another case with the same address. */
    elsewhere: z.literal(true).optional(),
    staffToNotify,
  }),
);
