import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { actor } from './vocabulary.ts';
/** A member of staff wrote an internal note on a case. */
export const noteAdded = defineEvent(
  'rida.note.added.v1',
  'A member of staff wrote an internal note on a case.',
  z.object({ message: z.string(), by: actor }),
);
