import * as z from 'zod';
import { defineEvent } from './envelope.ts';

/** A call reached the centre. */
export const callStarted = defineEvent(
  'rida.call.started.v1',
  'A call reached the centre.',
  z.object({ contactId: z.string(), initiationMethod: z.string() }),
);
