import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { actor, channel } from './vocabulary.ts';
/** An agent answered the beneficiary. */
export const messageSent = defineEvent(
  'rida.message.sent.v1',
  'An agent answered the beneficiary.',
  z.object({ message: z.string(), channel, by: actor }),
);
