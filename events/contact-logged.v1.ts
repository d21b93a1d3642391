import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { actor, contactMeans, response } from './vocabulary.ts';
/** Staff recorded a contact with the beneficiary by other means. */
export const contactLogged = defineEvent(
  'rida.contact.logged.v1',
  'Staff recorded a contact with the beneficiary by other means.',
  z.object({
    message: z.string(),
    means: contactMeans,
    by: actor,
    /** Missing without a wait of the beneficiary, and in events from before it was measured. */
    response: response.optional(),
  }),
);
