import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { mailFailure, staffToNotify } from './vocabulary.ts';
/** A mail of the centre did not arrive, or was not wanted. */
export const messageFailed = defineEvent(
  'rida.message.failed.v1',
  'A mail of the centre did not arrive, or was not wanted.',
  z.object({
    /** Id of the mail's effect on the case; absent when a report does not say which mail it was. */
    message: z.string().max(64).optional(),
    reason: mailFailure,
    /** The address will take no later mail either: nothing more is sent to it in this case. */
    permanent: z.boolean(),
    /** Whose address it was. */
    recipient: z.enum(['beneficiary', 'other']),
    /** Enhanced status code of the receiving server (RFC 3463), such as `5.1.1`. */
    status: z
      .string()
      .regex(/^[245]\.\d{1,3}\.\d{1,3}$/u)
      .optional(),
    /** It failed on another case of the same address: this one is only told. */
    elsewhere: z.literal(true).optional(),
    staffToNotify,
  }),
);
