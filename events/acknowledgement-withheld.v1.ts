import * as z from 'zod';
import { defineEvent, instant } from './envelope.ts';

/** The acknowledgement of a case was not sent, because a limit is reached. */
export const acknowledgementWithheld = defineEvent(
  'rida.acknowledgement.withheld.v1',
  'The acknowledgement of a case was not sent, because a limit is reached.',
  z.object({
    /**
     * `address-limit`: this address has its acknowledgements of the day. `centre-limit`: the centre has sent its
     * repeated acknowledgements of the hour. `ping-pong`: the sender seems to be a machine that answers us.
     */
    reason: z.enum(['address-limit', 'centre-limit', 'ping-pong']),
    /** When it is sent, unless the case is answered before. Missing when it is not sent at all. */
    until: instant.optional(),
  }),
);
