import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { actor, contactMeans } from './vocabulary.ts';
/** Staff recorded a contact with the beneficiary by other means. */
export const contactLogged = defineEvent(
  'rida.contact.logged.v1',
  'Staff recorded a contact with the beneficiary by other means.',
  z.object({ message: z.string(), means: contactMeans, by: actor }),
);
