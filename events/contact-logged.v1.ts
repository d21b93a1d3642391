import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { actor, contactMeans } from './vocabulary.ts';
/** Staff reached the beneficiary by other means, and wrote it down. */
export const contactLogged = defineEvent(
  'rida.contact.logged.v1',
  'Staff reached the beneficiary by other means, and wrote it down.',
  z.object({ message: z.string(), means: contactMeans, by: actor }),
);
