import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { actor } from './vocabulary.ts';
/** A member of staff added an internal note to a case. */
export const noteAdded = defineEvent(
  'rida.note.added.v1',
  'A member of staff added an internal note to a case.',
  z.object({ message: z.string(), by: actor }),
);
